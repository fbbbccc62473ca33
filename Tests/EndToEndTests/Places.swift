import Foundation

/// Where the programs, the repository and the corpora are.
enum Places {
    /// The repository.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static let corpus = ProcessInfo.processInfo.environment["TORG_CORPUS"].flatMap { $0.isEmpty ? nil : $0 }

    /// True for the release programs; the long tests are for those only.
    static let testsRelease = ProcessInfo.processInfo.environment["TORG_BIN"] != nil

    /// A program of `TORG_BIN`, else of the build that the tests are part of.
    static func program(_ name: String) -> String {
        if let folder = ProcessInfo.processInfo.environment["TORG_BIN"] { return folder + "/" + name }
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name).path
    }
}

/// One run of the client, or of another program, to its end.
struct ProgramRun {
    let code: Int32
    let output: String
    let errors: String

    init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        try self.init(at: Places.program(program), arguments, environment: environment)
        Trace(program).append(output + errors)
    }

    /// Any program, by its path. What it says is not traced.
    init(at path: String, _ arguments: [String], environment: [String: String] = [:]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ["COLUMNS": "100", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        let folder = try RunningDaemon.temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // Files, not pipes: nobody has to read both sides at once.
        let (out, err) = (folder + "/out", folder + "/err")
        for path in [out, err] { try Data().write(to: URL(fileURLWithPath: path)) }
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
        try process.run()
        process.waitUntilExit()
        code = process.terminationStatus
        output = try String(contentsOfFile: out, encoding: .utf8)
        errors = try String(contentsOfFile: err, encoding: .utf8)
    }
}

/// What a program said, in a file of the folder that `TORG_TRACE` names; nowhere without it. `scripts/check-privacy`
/// searches it.
struct Trace: Sendable {
    private let path: String?

    init(_ program: String) {
        path = ProcessInfo.processInfo.environment["TORG_TRACE"].map { "\($0)/\(program)-\(UUID().uuidString)" }
    }

    func append(_ text: String) {
        guard let path else { return }
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        guard let file = FileHandle(forWritingAtPath: path) else { return }
        defer { try? file.close() }
        _ = try? file.seekToEnd()
        try? file.write(contentsOf: Data((text + "\n").utf8))
    }
}
