import JSON
import JSONRPC

/// One entry of the chain, without what was asked and answered.
@WireType
package struct DossierEntryLine: Described {
    /// Its number in the chain, from 1.
    package var sequence: Int
    /// The dossier that it belongs to.
    package var dossier: String
    /// When it was kept.
    package var at: Moment
    /// The user who asked; absent where it was removed.
    package var actor: String?
    /// What was asked, such as match.category.
    package var method: String
    /// The generation of the data that answered.
    package var generation: Int
    /// What was drawn with; absent where nothing was drawn.
    package var seed: Int?
    /// How long its record is; absent where it was removed.
    package var bytes: Int?
    /// The hash of the entry before; 64 zeros for the first.
    package var previous: String
    /// Its own hash.
    package var hash: String
    /// The number of the entry with the decision that removed its content; absent where it is there.
    package var removedBy: Int?

    static var example: DossierEntryLine {
        DossierEntryLine(
            sequence: 42, dossier: "d-kfhwtbzmrqpn", at: Moment(secondsSinceEpoch: 1_767_225_600), actor: "anna",
            method: "match.category", generation: 7, bytes: 5120, previous: String(repeating: "0", count: 64),
            hash: DossierReference.example.hash)
    }
}

/// Where the chain stood: written down elsewhere, it tells later whether the chain was rewritten.
@WireType
package struct DossierHead: Described {
    /// The number of the last entry; 0 for a chain without entries.
    @Within(.number) package var sequence: Int
    /// Its hash, 64 hexadecimal digits.
    @Within(.text(64)) package var hash: String

    static var example: DossierHead { DossierHead(sequence: 42, hash: DossierReference.example.hash) }
}

/// A place in an entry where something is masked.
@WireType
package struct DossierMaskedPlace: Described {
    /// The entry's number.
    package var sequence: Int
    /// Where in it, such as request.challenge.text.
    package var path: String
    /// Why.
    package var reason: String
}

/// A value of JSON that is shown as it is, whatever it holds.
package struct AnyJSON: Sendable, Hashable, Codable, SchemaProviding {
    package var json: JSONValue

    package init(_ json: JSONValue) { self.json = json }

    package init(from decoder: any Decoder) throws { json = try JSONValue(from: decoder) }

    package func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

    package static func schema(_ schemas: inout SchemaCollection) -> JSONValue { [:] }
    package static var placeholder: Self { AnyJSON(nil) }
}
