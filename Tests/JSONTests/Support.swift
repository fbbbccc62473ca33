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

/// SplitMix64: the same numbers in every run.
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

extension JSONNumber {
    /// A number by its text, as the parser reads it.
    init(text: String) {
        guard case .number(let number) = try? JSONParser.parse(text) else { fatalError("not a number: \(text)") }
        self = number
    }
}
