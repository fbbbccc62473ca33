import JSONRPC

/// One entry of the chain, without what was asked and answered.
package struct DossierEntryLine: Described {
    package var sequence: Int
    package var dossier: String
    package var at: Moment
    package var actor: String?
    package var method: String
    package var generation: Int
    package var seed: Int?
    package var bytes: Int?
    package var previous: String
    package var hash: String
    package var removedBy: Int?

    package init(
        sequence: Int, dossier: String, at: Moment, actor: String? = nil, method: String, generation: Int,
        seed: Int? = nil, bytes: Int? = nil, previous: String, hash: String, removedBy: Int? = nil
    ) {
        self.sequence = sequence
        self.dossier = dossier
        self.at = at
        self.actor = actor
        self.method = method
        self.generation = generation
        self.seed = seed
        self.bytes = bytes
        self.previous = previous
        self.hash = hash
        self.removedBy = removedBy
    }

    package static let notes = [
        "sequence": "Its number in the chain, from 1.",
        "dossier": "The dossier that it belongs to.",
        "at": "When it was kept.",
        "actor": "The user who asked; absent where it was removed.",
        "method": "What was asked, such as match.category.",
        "generation": "The generation of the data that answered.",
        "seed": "What was drawn with; absent where nothing was drawn.",
        "bytes": "How long its record is; absent where it was removed.",
        "previous": "The hash of the entry before; 64 zeros for the first.",
        "hash": "Its own hash.",
        "removedBy": "The number of the entry with the decision that removed its content; absent where it is there.",
    ]

    static var example: DossierEntryLine {
        DossierEntryLine(
            sequence: 42, dossier: "d-kfhwtbzmrqpn", at: Moment(secondsSinceEpoch: 1_767_225_600), actor: "anna",
            method: "match.category", generation: 7, bytes: 5120, previous: String(repeating: "0", count: 64),
            hash: DossierReference.example.hash)
    }
}

/// Where the chain stood: written down elsewhere, it tells later whether the chain was rewritten.
package struct DossierHead: Described {
    package var sequence: Int
    package var hash: String

    package init(sequence: Int, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }

    package static let notes = [
        "sequence": "The number of the last entry; 0 for a chain without entries.",
        "hash": "Its hash, 64 hexadecimal digits.",
    ]

    package static let bounds: [String: Bound] = ["sequence": .number, "hash": .text(64)]

    static var example: DossierHead { DossierHead(sequence: 42, hash: DossierReference.example.hash) }
}

/// A place in an entry where something is masked.
package struct DossierMaskedPlace: Described {
    package var sequence: Int
    package var path: String
    package var reason: String

    package init(sequence: Int, path: String, reason: String) {
        self.sequence = sequence
        self.path = path
        self.reason = reason
    }

    package static let notes = [
        "sequence": "The entry's number.",
        "path": "Where in it, such as request.challenge.text.",
        "reason": "Why.",
    ]
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
