/// What stands where a number should and is nobody's: 12345, 0001, 999999999, `ORG-0001`, `HRB 1234`.
///
/// It would make one supplier of two strangers, so it identifies nobody.
enum PlaceholderNumber {
    /// Whether digits were made up: fewer than four but for zeros before them, or a stair, each as the one before it or one
    /// more (one less): 00000, 12345, 987654321, 111222333, 1234567890.
    ///
    /// Of real numbers of eight digits one in some 40,000 looks so; its holder is then known by name.
    static func isMadeUp(_ digits: some Collection<UInt8>) -> Bool {
        if digits.drop(while: { $0 == UInt8(ascii: "0") }).count < 4 { return true }
        func isStair(_ step: Int) -> Bool {
            zip(digits, digits.dropFirst()).allSatisfy { [0, step].contains((Int($1) - Int($0) + 10) % 10) }
        }
        return isStair(1) || isStair(9)
    }

    /// Whether a text names a file (`49/2020`) or an organisation's place within its notice (eForms `ORG-0001`), or is a
    /// number of which a part is hidden (`***1234**`).
    static func isFileOrHidden(_ text: some StringProtocol) -> Bool {
        if text.contains("*") || text.contains("•") { return true }
        let letters = String(text.prefix { !$0.isNumber }.filter(\.isLetter)).uppercased()
        let rest = text.drop { !$0.isNumber }
        let digits = rest.prefix { $0.isNumber }
        let behind = rest.dropFirst(digits.count)
        if notices.contains(letters) { return digits.count == 4 && behind.isEmpty }
        return letters.isEmpty && behind.first == "/" && isYear(behind.dropFirst())
    }

    /// Whether a number is of a German court's register (Handels-, Genossenschafts-, Vereins-, Partnerschaftsregister).
    /// They begin anew in every court.
    ///
    /// - Parameter text: letters in upper case and digits.
    static func isOfACourt(_ text: String) -> Bool {
        if text.contains("HRB") || text.contains("HRA") { return true }
        return courts.contains(String(text.prefix { !$0.isNumber }))
    }

    private static let notices: Set = ["ORG", "TPO", "UBO", "TPA", "TEN", "CON", "RES", "LOT", "GRP", "GLO"]
    private static let courts: Set = ["GNR", "VR", "PR", "GSR"]

    private static func isYear(_ text: some StringProtocol) -> Bool {
        text.count == 4 && text.allSatisfy(\.isNumber) && (text.hasPrefix("19") || text.hasPrefix("20"))
    }
}
