import Crypto
import Foundation
import Procurement

/// A notice in the one form in which contents are kept and compared.
struct NoticeContent {
    /// Compact JSON, keys sorted, slashes bare. The position in the feed is no part of it.
    let json: Data
    /// SHA-256 of `json`.
    let digest: Data

    init(_ notice: Notice) {
        json = Data(notice.compactJSON)
        digest = Data(SHA256.hash(data: json))
    }

    /// Reads what is kept; the second way is for contents that another program has written.
    static func notice(from json: Data) throws -> Notice {
        let notice = json.withUnsafeBytes { $0.withMemoryRebound(to: UInt8.self) { Notice(compactJSON: $0) } }
        return try notice ?? JSONDecoder().decode(Notice.self, from: json)
    }
}
