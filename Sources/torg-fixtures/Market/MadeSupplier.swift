/// A supplier that doesn't exist.
struct MadeSupplier {
    enum Size: String {
        case micro, small, medium, large
    }

    enum LegalForm: String {
        case limited = "Övriga aktiebolag"
        case publicLimited = "Publika aktiebolag"
        case partnership = "Handelsbolag, kommanditbolag"
        case cooperative = "Ekonomiska föreningar"
        case soleTrader = "Fysiska personer"
        case foreign = "Utländska juridiska personer"
    }

    let name: String
    /// `nil` for foreign ones, and where the register has none.
    let number: MadeNumber?
    /// A foreign number as written, its country before it.
    let foreignNumber: String?
    /// ISO 3166 alpha-2.
    let country: String
    let trade: Trade
    let place: Place
    let size: Size
    let legalForm: LegalForm
    let industry: Trade.Industry
    let cpv: [String]
    let nuts: [String]
    let pitch: String
    /// How readily it wins, 1 to 9; 0 has never won anything.
    let strength: Int

    var isNaturalPerson: Bool { legalForm == .soleTrader }
    var host: String { Slug.of(name) + ".example" }
    var sector: String { legalForm == .cooperative ? "Ideell sektor" : "Privat" }

    /// ISO 3166 alpha-3, as eForms writes countries.
    var country3: String { ["SE": "SWE", "FI": "FIN", "NO": "NOR"][country] ?? country }
}
