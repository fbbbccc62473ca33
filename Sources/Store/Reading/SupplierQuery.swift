import Procurement

/// What to look for among the suppliers. Everything given must hold.
package struct SupplierQuery: Sendable, Hashable {
    /// Part of any of its names; case, punctuation and accents don't matter, å, ä and ö do.
    package var name: String?
    /// An organisation number as people write it. A personal number finds nothing.
    package var number: String?
    /// The beginning of its SNI code in the register.
    package var sni: String?
    /// Empty: any.
    package var sizes: Set<SupplierSize> = []
    /// A region that it is known in, or one that lies in it.
    package var nuts: [NUTSCode] = []
    /// Left out.
    package var excluded: Set<SupplierID> = []
    /// True: only those that never won anything; false: only those that did.
    package var newcomers: Bool?

    package init() {}
}

/// A supplier as a list shows it.
package struct SupplierSummary: Sendable, Hashable {
    package var id: SupplierID
    package var name: String
    /// `nil` of a natural person, whose number is a personal number.
    package var number: OrganisationNumber?
    package var isNaturalPerson: Bool
    /// As notices have it, else the register.
    package var size: SupplierSize?
    package var nuts: [NUTSCode]
    /// How often it won: the lots it won together count once in a procurement, and no win is counted that another notice
    /// tells of already (`Retold`).
    package var awards: Int
    /// The day of the latest such notice.
    package var latestAward: CalendarDate?
    /// What the public registers say against its being there; `nil` where nothing does.
    package var status: FirmStatus?
}

extension SupplierSummary {
    /// A firm that the public registers alone know.
    init(_ firm: Supplier) {
        self.init(
            id: firm.id, name: firm.name, number: firm.number, isNaturalPerson: false, size: nil,
            nuts: firm.register?.nuts ?? [], awards: 0, latestAward: nil, status: firm.register?.firm?.status)
    }
}
