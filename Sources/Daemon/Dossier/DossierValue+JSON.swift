import Dialogue
import Foundation
import JSONRPC

// Between the wire's values and those that dossiers are made of.

extension DossierValue {
    /// The value of anything that goes over the wire, as it goes there.
    ///
    /// - Throws: what `TextEncoder` or the parser throws; not for values of the contract.
    init(onWire value: some Encodable) throws {
        self.init(try JSONParser.parse(TextEncoder.encode(value).bytes))
    }

    init(_ value: JSONValue) {
        self =
            switch value {
            case .null: .null
            case .bool(let value): .bool(value)
            case .number(let value): Int64(value.text).map(DossierValue.integer) ?? .number(value.double)
            case .string(let value): .text(value)
            case .array(let values): .list(values.map { DossierValue($0) })
            case .object(let object):
                .object(
                    Dictionary(object.members.map { ($0.name, DossierValue($0.value)) }) { _, last in last })
            }
    }
}

extension JSONValue {
    /// Members in the order of the canonical form.
    init(_ value: DossierValue) {
        self =
            switch value {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let value): .number(JSONNumber(value))
            // As the canonical form writes it: 0.000012, where Swift would write 1.2e-05.
            case .number: (try? JSONParser.parse(value.canonicalText)) ?? .null
            case .text(let value): .string(value)
            case .list(let values): .array(values.map { JSONValue($0) })
            case .object(let members):
                .object(
                    JSONObject(
                        members.sorted { $0.key.utf16.lexicographicallyPrecedes($1.key.utf16) }
                            .map { JSONObject.Member(name: $0.key, value: JSONValue($0.value)) }))
            }
    }
}
