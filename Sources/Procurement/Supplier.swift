/// One supplier, gathered from every notice that names it and the register it stands in.
package struct Supplier: Sendable, Hashable {
    package var id: SupplierID
    /// The name to show: the register's, else the latest notice's.
    package var name: String
    /// Every other name seen, sorted.
    package var otherNames: [String]
    package var number: OrganisationNumber?
    package var isNaturalPerson: Bool
    package var country: String?
    package var size: SupplierSize?
    package var nuts: [NUTSCode]
    package var register: RegisterEntry?

    package init(id: SupplierID, name: String) {
        self.id = id
        self.name = name
        otherNames = []
        isNaturalPerson = false
        nuts = []
    }
}

/// One row of the supplier register (Statistics Sweden's business register, or an office's own list).
package struct RegisterEntry: Sendable, Hashable, Codable {
    package var name: String
    /// As written; may be a personal number.
    package var nationalID: String?
    package var size: SupplierSize?
    /// Such as Privat, Kommun.
    package var sector: String?
    /// Such as Övriga aktiebolag, Fysiska personer.
    package var legalForm: String?
    /// Two to five digits; SNI 2007, unless `firm` says another edition.
    package var sni: String?
    package var sniLabel: String?
    package var cpv: [CPVCode]
    package var nuts: [NUTSCode]
    package var description: String?
    package var website: String?
    package var email: String?
    /// What the public registers say besides; `nil` where it is in none.
    package var firm: FirmFacts?

    package init(name: String) {
        self.name = name
        cpv = []
        nuts = []
    }

    /// What a row of an office's own register has.
    private enum CodingKeys: String, CodingKey {
        case name, nationalID, size, sector, legalForm, sni, sniLabel, cpv, nuts, description, website, email
    }
}

/// What the public registers say of a firm, beyond what an office's own register has columns for.
package struct FirmFacts: Sendable, Hashable {
    /// Those that it stands in.
    package var sources: [RegisterSource] = []
    /// `nil` where nothing speaks against its being there.
    package var status: FirmStatus?
    /// The edition that the entry's industry is of.
    package var sniVersion = SNIVersion.sni2007
    package var registered: CalendarDate?
    /// The municipality and the town of its postal address, where they are known.
    package var municipality: String?
    package var town: String?
    /// Whether it has asked not to be sent advertising; `nil` where no register says.
    package var refusesAdvertising: Bool?

    package init() {}
}
