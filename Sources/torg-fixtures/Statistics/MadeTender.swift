import Procurement

/// A firm as the statistics describe it.
struct MadeFirm {
    var name: String
    /// Ten digits, or a foreign number with its country before it.
    var number: String
    var size: MadeSupplier.Size
    var industry: Trade.Industry
    var legalForm: String
    var isPerson = false

    init(name: String, number: String, size: MadeSupplier.Size, industry: Trade.Industry) {
        self.name = name
        self.number = number
        self.size = size
        self.industry = industry
        legalForm = MadeSupplier.LegalForm.limited.rawValue
    }

    init(_ supplier: MadeSupplier) {
        self.init(
            name: supplier.name, number: supplier.number?.digits ?? supplier.foreignNumber ?? "", size: supplier.size,
            industry: supplier.industry)
        legalForm = supplier.legalForm.rawValue
        isPerson = supplier.isNaturalPerson
    }
}

/// One tender for one lot: a row of the statistics.
struct MadeTender {
    var procurement: String
    var lot: String
    var title: String
    var lotTitle: String
    var buyer: Buyer
    var kind: Trade.Kind
    var cpv: String
    var published: CalendarDate
    var isFramework: Bool
    /// `nil` where the agency doesn't know.
    var isAppealed: Bool?
    /// `nil` where nobody tendered.
    var firm: MadeFirm?
    var isContracted: Bool
}
