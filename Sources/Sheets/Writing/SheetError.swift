/// Why a file didn't come about, and what to do.
package enum SheetError: Error, Hashable, CustomStringConvertible {
    /// There is no such table in the answer.
    case unknownPart(String, among: [String])
    /// What is there is no plain file, such as a folder or a device.
    case notAFile(String)
    /// The system refused: what it was to do, and its own words.
    case file(String, system: String)
    /// libxlsxwriter refused, in its own words.
    case workbook(String, words: String)
    /// A calendar that can't be made, and why.
    case calendar(String)

    /// Whether the person asked for what can't be; else the machine couldn't.
    package var isUsage: Bool {
        switch self {
        case .unknownPart, .notAFile, .calendar: true
        case .file, .workbook: false
        }
    }

    package var description: String {
        switch self {
        case .unknownPart(let part, let parts):
            "there is no part “\(part)” in this answer; it has \(parts.joined(separator: ", "))"
        case .notAFile(let path): "\(path) is no plain file: name another"
        case .file(let path, let system): "\(path) can't be written: \(system)"
        case .calendar(let words): "no calendar: \(words)"
        case .workbook(let path, let words): "\(path) can't be written: \(words)"
        }
    }
}
