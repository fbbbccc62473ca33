import Foundation

/// The built `torg-feed`, run as its users run it.
struct TorgFeedProgram {
    struct Result {
        var status: Int32
        /// The signal that ended it, if one did.
        var signal: Int32?
        var output: String
        var errors: String

        /// The lines of standard output as JSON objects.
        var objects: [[String: Any]] {
            get throws {
                try output.split(separator: "\n").map {
                    try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
                }
            }
        }
    }

    /// Beside the test bundle; `nil` where the program was not built.
    static let path: String? = {
        let folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
            .deletingLastPathComponent()
        return [folder, folder.deletingLastPathComponent()].map { $0.appendingPathComponent("torg-feed").path }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }()

    static func run(_ arguments: [String], input: String? = nil) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path ?? "torg-feed")
        process.arguments = arguments
        let (output, errors, standardInput) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = standardInput
        try process.run()
        if let input { standardInput.fileHandleForWriting.write(Data(input.utf8)) }
        try standardInput.fileHandleForWriting.close()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let signal = process.terminationReason == .uncaughtSignal ? process.terminationStatus : nil
        return Result(status: process.terminationStatus, signal: signal, output: text, errors: complaints)
    }
}
