import Foundation
import StrictYAML

@testable import Daemon

/// A disk in memory: path → text. A folder is there when a file lies in it.
struct MemoryFiles: Error {
    var files: [String: String] = [:]

    func source(_ environment: [String: String] = [:]) -> ConfigurationSource {
        let files = files
        return ConfigurationSource(
            workingFolder: "/here", environment: environment,
            text: { path in
                guard let text = files[path] else { throw MemoryFiles() }
                return text
            },
            kind: { path in
                if files[path] != nil { return .file }
                return files.keys.contains { $0.hasPrefix("\(path)/") } ? .folder : .absent
            })
    }

    /// The configuration of `/etc/torg/torg.yaml`, where there is one.
    func load(_ environment: [String: String] = [:], file: String? = nil) throws(ConfigurationError) -> Configuration {
        try ConfigurationLoader(source: source(environment), signals: ["experience", "scope", "words"]).load(file: file)
    }

    /// All that is wrong, one issue a line; empty when nothing is.
    func issues(_ environment: [String: String] = [:], file: String? = nil) -> [String] {
        do throws(ConfigurationError) {
            _ = try load(environment, file: file)
            return []
        } catch {
            return error.issues.map(\.description)
        }
    }
}
