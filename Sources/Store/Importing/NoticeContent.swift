import Crypto
import Foundation
import Procurement

/// A notice in the one form in which contents are kept and compared.
struct NoticeContent {
    /// Compact JSON, keys sorted, slashes bare. The position in the feed is no part of it.
    let json: Data
    /// SHA-256 of `json`.
    let digest: Data

    init(_ notice: Notice, encoder: JSONEncoder) throws {
        json = try encoder.encode(notice)
        digest = Data(SHA256.hash(data: json))
    }

    static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }

    static func notice(from json: Data) throws -> Notice { try JSONDecoder().decode(Notice.self, from: json) }
}
