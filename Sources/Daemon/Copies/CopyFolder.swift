import API
import Foundation
import JSON
import JSONRPC
import Store

/// A folder of copies of a store: each a file, and beside it, written after it, a manifest that says what it is.
///
/// Whatever ships files may ship it, in any order: a copy counts once its manifest is there and the file is what that says.
struct CopyFolder: Sendable {
    struct Copy: Sendable {
        /// What file and manifest are called, but for the ending.
        let name: String
        let manifest: CopyManifest
    }

    let path: String

    /// Beyond this a folder isn't one of copies, and a file no manifest.
    private static let most = 1000
    private static let mostBytes = 1 << 16

    func file(_ name: String) -> String { "\(path)/\(name).sqlite" }
    func manifestFile(_ name: String) -> String { "\(path)/\(name).json" }

    /// The copies by their manifests, the latest first; and the manifests that can't be read, with what is wrong.
    func copies() throws -> (copies: [Copy], unreadable: [(file: String, reason: String)]) {
        var copies: [Copy] = []
        var unreadable: [(file: String, reason: String)] = []
        for entry in try entries(ending: ".json") {
            let file = "\(path)/\(entry)"
            do {
                copies.append(Copy(name: String(entry.dropLast(5)), manifest: try Self.manifest(file)))
            } catch {
                unreadable.append((file, "\(error)"))
            }
        }
        return (copies.sorted { $1.manifest.isEarlier(than: $0.manifest) }, unreadable)
    }

    /// The names of what lies there and is called as copies are.
    func entries(ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path)
            .filter { $0.hasPrefix("torg-") && $0.hasSuffix(ending) }.sorted().suffix(Self.most)
    }

    private static func manifest(_ file: String) throws -> CopyManifest {
        let handle = FileHandle(fileDescriptor: try CopiedFile.opened(file).descriptor, closeOnDealloc: false)
        defer { try? handle.close() }
        let bytes = try handle.read(upToCount: mostBytes) ?? Data()
        let manifest = try ValueDecoder.decode(
            CopyManifest.self, from: JSONParser.parse([UInt8](bytes)), unknown: .ignored)
        guard (0..<1 << 53).contains(manifest.generation), (1..<1 << 53).contains(manifest.bytes),
            (1...1_000_000).contains(manifest.intervalSeconds)
        else { throw StoreError.inconsistent(detail: "a manifest has a number that can't be") }
        return manifest
    }

    /// Writes a manifest, whole or not at all, in the place of the one that was there.
    func write(_ manifest: CopyManifest, as name: String) throws {
        var bytes = Data(try JSONText(writing: manifest).bytes)
        bytes.append(UInt8(ascii: "\n"))
        let hidden = "\(path)/.\(name).json"
        defer { unlink(hidden) }
        unlink(hidden)
        let handle = open(hidden, O_CREAT | O_EXCL | O_CLOEXEC | O_WRONLY, 0o600)
        guard handle >= 0 else { throw StoreError.system(hidden) }
        let written = bytes.withUnsafeBytes { Glibc.write(handle, $0.baseAddress, $0.count) }
        let isFlushed = fsync(handle) == 0
        close(handle)
        guard written == bytes.count, isFlushed, rename(hidden, manifestFile(name)) == 0 else {
            throw StoreError.system(manifestFile(name))
        }
    }

    /// Takes a copy away, the manifest first: whoever lists the folder sees it whole or not.
    func remove(_ name: String) {
        unlink(manifestFile(name))
        unlink(file(name))
    }
}

extension CopyManifest {
    /// By generation, and of equal generations by time: what people note and keep is no new generation.
    func isEarlier(than other: CopyManifest) -> Bool { (generation, at) < (other.generation, other.at) }

    /// Whether another manifest says the same of the same file, whenever that was last all that there is.
    func describesTheFile(of other: CopyManifest) -> Bool {
        var own = self
        (own.at, own.intervalSeconds) = (other.at, other.intervalSeconds)
        return own == other
    }

    /// What its file is called: `torg-42-20260101T021500Z`.
    var name: String { "torg-\(generation)-\(at.text.filter { $0 != "-" && $0 != ":" })" }
}

extension Moment {
    /// The seconds since 1970; `nil` where the text isn't of this world.
    var secondsSinceEpoch: Int? {
        (try? Date(text, strategy: .iso8601)).map { Int($0.timeIntervalSince1970) }
    }
}
