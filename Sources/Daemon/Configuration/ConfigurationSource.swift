import Foundation

/// What the configuration is read from: files and the environment, handed in so that tests need neither.
package struct ConfigurationSource: Sendable {
    package enum PathKind: Sendable, Hashable {
        case file, folder, absent
    }

    /// The folder that relative paths in the environment and on the command line start from.
    package var workingFolder: String
    package var environment: [String: String]
    /// The text of a file. Whatever it throws is shown to the person who wrote the path.
    package var text: @Sendable (_ path: String) throws -> String
    package var kind: @Sendable (_ path: String) -> PathKind

    package init(
        workingFolder: String, environment: [String: String],
        text: @escaping @Sendable (_ path: String) throws -> String,
        kind: @escaping @Sendable (_ path: String) -> PathKind
    ) {
        self.workingFolder = workingFolder
        self.environment = environment
        self.text = text
        self.kind = kind
    }

    /// This process: its disk, its environment, its working folder.
    package static func process() -> ConfigurationSource {
        ConfigurationSource(
            workingFolder: FileManager.default.currentDirectoryPath,
            environment: ProcessInfo.processInfo.environment,
            text: { try String(contentsOfFile: $0, encoding: .utf8) },
            kind: { path in
                var isFolder: ObjCBool = false
                guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .absent }
                return isFolder.boolValue ? .folder : .file
            })
    }
}

/// Paths as text; no disk is touched.
enum Path {
    /// `path` itself when absolute, else below `folder`.
    static func resolve(_ path: String, in folder: String) -> String {
        if path.hasPrefix("/") { return path }
        var rest = Substring(path)
        while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
        return folder.hasSuffix("/") ? folder + rest : "\(folder)/\(rest)"
    }

    /// The folder that a file lies in; `.` for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
