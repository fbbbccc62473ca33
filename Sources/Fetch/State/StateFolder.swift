import FoundationEssentials
import Glibc

/// The folder of what is known of each source. Every file in it is replaced as a whole.
package struct StateFolder: Sendable {
    /// Where it is.
    package let path: String

    package init(path: String) { self.path = path }

    /// Makes what isn't there yet: the folder may be read by all, for its `status.json`; parts by nobody else.
    func prepare() throws(FetchFailure) {
        for (folder, mode) in [(path, mode_t(0o755)), ("\(path)/sources", 0o700), ("\(path)/parts", 0o700)]
        where mkdir(folder, mode) != 0 && errno != EEXIST {
            throw .disk(path: folder, call: "mkdir", number: errno)
        }
    }

    /// Where downloads lie until they are whole.
    var parts: String { "\(path)/parts" }

    /// Where one of them does.
    func part(_ source: String, _ key: String) -> String { "\(parts)/\(source)-\(FileName.safe(key))" }

    /// What is known of a source; nothing of one that is new.
    package func state(of source: String) throws(FetchFailure) -> SourceState {
        let file = "\(path)/sources/\(source).json"
        guard let data = FileManager.default.contents(atPath: file) else {
            guard access(file, F_OK) != 0, errno == ENOENT else { throw .disk(path: file, call: "read", number: errno) }
            return SourceState()
        }
        return try Self.decoded(data, file)
    }

    /// What is in a file that must be there.
    func value<Value: Decodable>(_ file: String) throws(FetchFailure) -> Value {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw .disk(path: file, call: "read", number: access(file, R_OK) != 0 ? errno : EIO)
        }
        return try Self.decoded(data, file)
    }

    private static func decoded<Value: Decodable>(_ data: Data, _ file: String) throws(FetchFailure) -> Value {
        do {
            return try decoder.decode(Value.self, from: data)
        } catch {
            throw .disk(path: file, call: "read", number: EBADMSG)
        }
    }

    func write(_ state: SourceState, of source: String) throws(FetchFailure) {
        try replace("\(path)/sources/\(source).json", with: state, mode: 0o600)
    }

    /// The text of a file that is kept beside the states.
    func kept(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(path)/sources/\(name)").flatMap {
            String(validating: $0, as: UTF8.self)
        }
    }

    func keep(_ name: String, _ bytes: [UInt8]) throws(FetchFailure) {
        try WholeFile.write(bytes, to: "\(path)/sources/\(name)", mode: 0o600)
    }

    func replace(_ file: String, with value: some Encodable, mode: mode_t) throws(FetchFailure) {
        try WholeFile.write(Array(try Self.text(of: value).utf8) + [0x0A], to: file, mode: mode)
    }

    /// As it is written to a file.
    package static func text(of value: some Encodable) throws(FetchFailure) -> String {
        guard let data = try? encoder.encode(value) else { throw .disk(path: "JSON", call: "encode", number: EINVAL) }
        return String(decoding: data, as: UTF8.self)
    }

    /// With keys in order, so that the same state is the same text.
    private static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return encoder
    }

    private static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        return decoder
    }
}
