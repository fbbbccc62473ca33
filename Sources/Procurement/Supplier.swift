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
    /// SNI 2007 (NACE Rev. 2 with a fifth digit): two to five digits.
    package var sni: String?
    package var sniLabel: String?
    package var cpv: [CPVCode]
    package var nuts: [NUTSCode]
    package var description: String?
    package var website: String?
    package var email: String?

    package init(name: String) {
        self.name = name
        cpv = []
        nuts = []
    }
}
