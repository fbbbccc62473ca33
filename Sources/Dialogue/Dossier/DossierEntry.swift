import Crypto
import Foundation
import JSON
import Procurement

/// What one question was and what was answered: all that a reader needs to follow it, and Torg to answer it again.
package struct DossierRecord: Sendable, Hashable {
    /// The list or plan that it belongs to; a changed plan is a new entry of the same dossier.
    package var dossier: DossierID
    /// When, as ISO 8601 in UTC, by the clock of whoever records.
    package var at: String
    /// Who asked: a user name or a role.
    package var actor: String
    /// Such as `meeting.plan`.
    package var method: String
    /// The generation of the data that the answer rests on.
    package var generation: Int
    /// Nil where nothing was drawn.
    package var seed: Int?
    /// The version of the program that answered.
    package var version: String
    /// What the answer rests on beside the data: the weights, and the categories and challenges as they were defined.
    package var basis: JSONValue
    /// The question as it came: query, weights of its own, candidates, constraints.
    package var request: JSONValue
    /// The answer as it went.
    package var result: JSONValue

    package init(
        dossier: DossierID, at: String, actor: String, method: String, generation: Int, seed: Int? = nil,
        version: String, basis: JSONValue = .object([:]), request: JSONValue, result: JSONValue
    ) {
        self.dossier = dossier
        self.at = at
        self.actor = actor
        self.method = method
        self.generation = generation
        self.seed = seed
        self.version = version
        self.basis = basis
        self.request = request
        self.result = result
    }

    /// What is kept, in canonical form, and covered by the hash.
    package var value: JSONValue {
        var object: JSONObject = [
            "dossier": .string(dossier.rawValue), "at": .string(at), "actor": .string(actor), "method": .string(method),
            "generation": .number(JSONNumber(generation)), "version": .string(version), "basis": basis,
            "request": request, "result": result,
        ]
        object["seed"] = seed.map { .number(JSONNumber($0)) }
        return .object(object)
    }

    /// Reads what `value` gave; `nil` for anything else.
    package init?(_ value: JSONValue) {
        guard let dossier = value["dossier"]?.string, let at = value["at"]?.string, let actor = value["actor"]?.string,
            let method = value["method"]?.string, let generation = value["generation"]?.number?.integer(Int.self),
            let version = value["version"]?.string, let basis = value["basis"], let request = value["request"],
            let result = value["result"]
        else { return nil }
        let seed = value["seed"]?.number?.integer(Int.self)
        guard seed != nil || value["seed"] == nil else { return nil }
        self.init(
            dossier: DossierID(dossier), at: at, actor: actor, method: method, generation: generation, seed: seed,
            version: version, basis: basis, request: request, result: result)
    }
}

/// A dossier's own name.
package typealias DossierID = Identifier<DossierRecord>

/// One link of the chain: a record, its number, and the hashes that tie it to what came before.
package struct DossierEntry: Sendable, Hashable {
    /// From 1, without gaps.
    package let sequence: Int
    package let record: DossierRecord
    /// The hash of the entry before; `DossierHash.start` for the first.
    package let previous: DossierHash
    package let hash: DossierHash

    /// For entries that come from a store, as they stand there. `DossierChain.verify` tells whether they are sound.
    package init(sequence: Int, record: DossierRecord, previous: DossierHash, hash: DossierHash) {
        self.sequence = sequence
        self.record = record
        self.previous = previous
        self.hash = hash
    }

    /// The bytes that the hash covers: number, record and the previous hash in canonical JSON.
    package var canonicalBytes: Data {
        Self.covered(sequence, previous: previous, record: Data(record.value.canonicalBytes))
    }

    /// The same from a record's canonical bytes.
    static func covered(_ sequence: Int, previous: DossierHash, record: Data) -> Data {
        Data(#"{"previous":"\#(previous)","record":"#.utf8) + record + Data(#","sequence":\#(sequence)}"#.utf8)
    }

    /// As an export shows it.
    var value: JSONValue {
        [
            "sequence": .number(JSONNumber(sequence)), "record": record.value, "previous": .string(previous.hex),
            "hash": .string(hash.hex),
        ]
    }
}

/// A SHA-256 digest in hexadecimal.
package struct DossierHash: Sendable, Hashable, CustomStringConvertible {
    /// 64 digits in lower case.
    package let hex: String

    /// Stands before the first entry.
    package static let start = DossierHash(hex: String(repeating: "0", count: 64))

    private init(hex: String) { self.hex = hex }

    /// `nil` unless it is 64 hexadecimal digits in lower case.
    package init?(_ text: String) {
        guard text.utf8.count == 64, text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) }) else {
            return nil
        }
        hex = text
    }

    /// Of the entry that this record becomes with this number, after an entry with this hash.
    ///
    /// - Parameter record: in canonical form, or whatever stands in its place: then the hash is another.
    package init(of record: Data, sequence: Int, previous: DossierHash) {
        self.init(of: DossierEntry.covered(sequence, previous: previous, record: record))
    }

    /// Of an entry's canonical bytes. The prefix keeps the digest from meaning anything else.
    init(of bytes: Data) {
        var hasher = SHA256()
        hasher.update(data: Data("torg-dossier-1\n".utf8))
        hasher.update(data: bytes)
        hex = hasher.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    package var description: String { hex }
}
