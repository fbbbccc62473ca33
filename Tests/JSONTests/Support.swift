import Foundation
import JSON

/// JSONTestSuite, where `TORG_CORPUS` has it.
enum HostileJSON {
    static let folder: URL? = {
        guard let corpus = ProcessInfo.processInfo.environment["TORG_CORPUS"] else { return nil }
        let folder = URL(filePath: corpus).appending(path: "hostile/json")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    static func files(_ prefix: String) throws -> [(name: String, bytes: [UInt8])] {
        guard let folder else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasPrefix(prefix) }
            .map { ($0, Array(try Data(contentsOf: folder.appending(path: $0)))) }
    }
}

extension JSONNumber {
    /// A number by its text, as the parser reads it.
    init(text: String) {
        guard case .number(let number) = try? JSONParser.parse(text) else { fatalError("not a number: \(text)") }
        self = number
    }
}
