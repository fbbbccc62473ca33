/// A typed name for a thing, so that a lot's id can't be handed over where a notice's is expected.
///
/// It is encoded as the bare string.
package struct Identifier<Subject>: RawRepresentable, Hashable, Comparable, Sendable, Codable,
    ExpressibleByStringLiteral, CustomStringConvertible
{
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
    package init(_ rawValue: String) { self.rawValue = rawValue }
    package init(stringLiteral value: String) { rawValue = value }

    package init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }

    package var description: String { rawValue }

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// What the publisher calls one notice: eForms BT-701 (a UUID), TED's `188692-2016`, or an export's own id.
package typealias NoticeID = Identifier<Notice>
/// The procedure that several notices share: eForms BT-04 (ContractFolderID), TendSign's upphandlings-ID.
package typealias ProcedureID = Identifier<Procedure>
/// A lot's name within its notice, such as `LOT-0001`, or `1` in TED.
package typealias LotID = Identifier<Lot>
/// An organisation's name within its notice, such as `ORG-0001`.
package typealias OrganisationID = Identifier<Organisation>
/// One supplier across all notices and the register. Never a personal number.
package typealias SupplierID = Identifier<Supplier>
package typealias CategoryID = Identifier<Category>
package typealias ChallengeID = Identifier<Challenge>
