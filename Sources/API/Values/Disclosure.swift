import JSON
import JSONRPC

/// A value that was stated, or one that the publisher withholds. A value that is missing is an absent member: the
/// three are never mixed up.
///
/// A stated value stands as itself; a withheld one as `{"withheld": {"reason": "oth-int", "until": "2027-01-01"}}`.
package enum Disclosure<Value: Codable & Sendable & Hashable & JSONReadable & JSONWritable>: Sendable, Hashable, Codable
{
    case stated(Value)
    case withheld(Withholding)

    private enum CodingKeys: String, CodingKey { case withheld }

    package init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: CodingKeys.self), container.contains(.withheld) {
            self = .withheld(try container.decode(Withholding.self, forKey: .withheld))
        } else {
            self = .stated(try Value(from: decoder))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .stated(let value): try value.encode(to: encoder)
        case .withheld(let withholding):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(withholding, forKey: .withheld)
        }
    }
}
