import Foundation

/// The programs that are started.
package enum Programs {
    /// Whether they are release programs; the long tests are for those only.
    package static let areRelease = TestVariable.programs.value != nil

    /// Of `TORG_BIN`, else of the build that the tests are part of.
    package static func path(_ name: String) -> String {
        if let folder = TestVariable.programs.value { return folder + "/" + name }
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent(name).path
    }
}

/// One run of a program to its end.
package struct ProgramRun {
    /// Its exit code; the number of the signal, negative, where one ended it.
    package let code: Int32
    package let output: String
    package let errors: String

    /// One of Torg's programs.
    ///
    /// - Parameter input: all that it finds on standard input.
    package init(
        _ program: String, _ arguments: [String], environment: [String: String] = [:], input: String = ""
    ) throws {
        try self.init(at: Programs.path(program), arguments, environment: environment, input: input)
        Trace(program).append(output + errors)
    }

    /// Any program, by its path. What it says is not traced.
    package init(
        at path: String, _ arguments: [String], environment: [String: String] = [:], input: String = ""
    ) throws {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ["COLUMNS": "100", "LC_ALL": "C.UTF-8"].merging(environment) { $1 }
        // Files, not pipes: nobody has to read and write both sides at once.
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: folder.write(input, to: "in")))
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: folder.write("", to: "out")))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: folder.write("", to: "err")))
        try process.run()
        process.waitUntilExit()
        code = process.terminationReason == .uncaughtSignal ? -process.terminationStatus : process.terminationStatus
        output = String(decoding: try Data(contentsOf: URL(filePath: folder.file("out"))), as: UTF8.self)
        errors = String(decoding: try Data(contentsOf: URL(filePath: folder.file("err"))), as: UTF8.self)
    }
}

/// What a program said, in a file of the folder that `TORG_TRACE` names; nowhere without it. `scripts/check-privacy`
/// searches it.
package struct Trace: Sendable {
    private let path: String?

    package init(_ program: String) {
        path = TestVariable.trace.value.map { "\($0)/\(program)-\(UUID().uuidString)" }
    }

    package func append(_ text: String) {
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
