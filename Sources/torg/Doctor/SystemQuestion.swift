import Foundation

/// One question to a program of the system.
enum SystemQuestion {
    /// Whether systemd runs this machine.
    static var hasSystemd: Bool { FileManager.default.fileExists(atPath: "/run/systemd/system") }

    /// What the program prints, without its line feed; `nil` where it can't be asked or says nothing.
    static func answer(_ program: String, _ arguments: [String]) -> String? {
        guard hasSystemd else { return nil }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: output, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        return process.terminationStatus == 0 && !text.isEmpty ? text : nil
    }
}
