import Foundation
import JSONRPC
import Procurement
import Subprocess
import SystemPackage

/// Runs `torg-feed` over feed files and hands on, in order, what it says of each.
///
/// XML from outside is read in that process and nowhere else: it holds neither the store nor the socket, and it
/// limits its own processor time and memory. When it dies, the file that it died of is refused with the
/// reason, and a new process goes on with the next file.
package struct FeedProcess: Sendable {
    /// Path of the `torg-feed` program.
    package var program: String
    /// Folder of mapping files for exports without a schema of their own; `nil` for none.
    package var mappings: String?
    /// Limits handed on to the process, as its options.
    package var limits: [String]

    package init(program: String, _ feeds: Configuration.Feeds) {
        self.program = program
        mappings = feeds.mappings
        limits = [
            "--cpu-seconds", "\(feeds.cpuTime.components.seconds)", "--wall-seconds",
            "\(feeds.wallTime.components.seconds)",
            "--memory", "\(feeds.memoryBytes >> 20)", "--file-bytes", "\(feeds.fileBytes)",
        ]
    }

    /// How one process ended.
    private struct Ending {
        var lastFile: String?
        var status: TerminationStatus
        var errors: String
    }

    /// Reads `files` in order.
    ///
    /// - Parameter receive: called for every notice and refusal, in the order of the files.
    /// - Throws: what `receive` throws, `ImportError.feedProgram` where the program can't be run at all, or
    ///   `CancellationError` where the import is given up.
    package func read(_ files: [String], receive: (FeedOutcome) async throws -> Void) async throws {
        var remaining = files[...]
        while !remaining.isEmpty {
            let ending = try await run(Array(remaining), options: []) { line in
                if case .outcome(let outcome) = line { try await receive(outcome) }
            }
            guard let dead = try lastFile(ofDead: ending) else { return }
            guard let index = remaining.firstIndex(of: dead) else { throw failure(ending) }
            try await receive(.refusal(Self.refusal(of: dead, ending.status)))
            remaining = remaining[(index + 1)...]
        }
    }

    /// Reads a list of codes in genericode; what it died of is a refusal at the end.
    func codes(in file: String) async throws -> [CodeOutcome] {
        var outcomes: [CodeOutcome] = []
        let ending = try await run([file], options: ["--codes"]) { line in
            switch line {
            case .code(let label, let position): outcomes.append(.label(label, at: position))
            case .outcome(.refusal(let refusal)): outcomes.append(.refusal(refusal))
            case .outcome(.notice), .outcome(.rows), .reading, .firm, .register: break
            }
        }
        guard try lastFile(ofDead: ending) != nil else { return outcomes }
        return outcomes + [.refusal(Self.refusal(of: file, ending.status))]
    }

    /// Reads the file of a public register, and hands on what it says in the order of the file: firms and refusals, and
    /// last the tally. What it died of is a refusal in the tally's place.
    ///
    /// - Parameter version: the edition of its industry codes, where the file doesn't say.
    func register(
        in file: String, version: SNIVersion, receive: (FeedLine) async throws -> Void
    ) async throws {
        let ending = try await run([file], options: ["--register", "--sni", "\(version.rawValue)"], receive: receive)
        guard try lastFile(ofDead: ending) != nil else { return }
        try await receive(.outcome(.refusal(Self.refusal(of: file, ending.status))))
    }

    private func run(
        _ files: [String], options: [String], receive: (FeedLine) async throws -> Void
    ) async throws -> Ending {
        var arguments = ["--announce"] + options + limits
        if let mappings { arguments += ["--mappings", mappings] }
        arguments.append("--paths-from-stdin")
        let paths = try pathList(files)
        var lastFile: String?
        let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments), environment: .custom(["LC_ALL": "C.UTF-8"]),
            input: .fileDescriptor(paths, closeAfterSpawningProcess: true), output: .sequence,
            error: .string(limit: 4096)
        ) { execution in
            var lines = LineFramer(limit: .max)
            for try await buffer in execution.standardOutput {
                buffer.withUnsafeBytes { lines.append($0) }
                while case .message(let line) = lines.next() {
                    let said = try Self.read(line)
                    if case .reading(let file) = said { lastFile = file }
                    try await receive(said)
                }
            }
        }
        return Ending(lastFile: lastFile, status: result.terminationStatus, errors: result.standardError)
    }

    private func pathList(_ files: [String]) throws -> FileDescriptor {
        do { return try PathList.open(files) } catch {
            throw ImportError.feedProgram(
                path: program, reason: "Its list of files can't be written to \(NSTemporaryDirectory()): \(error)")
        }
    }

    /// What a line says; the second way is for a reader that writes its JSON otherwise than this Torg's.
    private static func read(_ line: [UInt8]) throws -> FeedLine {
        let said = line.withUnsafeBufferPointer { FeedLine(compactJSON: $0) }
        return try said ?? JSONDecoder().decode(FeedLine.self, from: Data(line))
    }

    /// The file that a process died of; `nil` where it read all.
    ///
    /// - Throws: `ImportError.feedProgram` where it had begun none, or `CancellationError`.
    private func lastFile(ofDead ending: Ending) throws -> String? {
        if case .exited(let code) = ending.status, [0, 1, 65].contains(code) { return nil }
        // Ended by us, for whoever asked has gone: that says nothing about the file.
        try Task.checkCancellation()
        guard let file = ending.lastFile else { throw failure(ending) }
        return file
    }

    private func failure(_ ending: Ending) -> ImportError {
        .feedProgram(path: program, reason: "\(ending.status). \(ending.errors)")
    }

    private static func refusal(of file: String, _ status: TerminationStatus) -> Refusal {
        let reason: String
        if case .signaled(let signal) = status, signal == SIGXCPU || signal == SIGKILL || signal == SIGALRM {
            reason = "it took more processor time, memory or wall time than a feed file may"
        } else if case .signaled(let signal) = status {
            reason = "the reader was ended by signal \(signal), as it is where it gets no more memory (feeds.memory)"
        } else {
            reason = "the reader stopped (\(status))"
        }
        return Refusal(
            reason: "reader-died",
            detail: "The file could not be read to its end: \(reason). What was read before is kept. "
                + "Look at it with: torg-feed --summary FILE",
            position: FeedPosition(file: file))
    }
}
