import Language
import Procurement

/// Whether a supplier may stand on a list of suppliers to turn to. It is decided once, when a snapshot is built;
/// such a supplier's wins still count in cards and figures.
enum Candidacy: UInt8, Sendable {
    case open
    /// Its name stands for one that isn't told.
    case masked
    /// A municipality, a region, a state agency or an association of such: it buys, and isn't bought from.
    case authority
    /// By the public registers there is nobody left to turn to (`FirmStatus.isGone`).
    case gone

    init(_ supplier: Supplier) {
        let isCompany = supplier.number != nil && !supplier.isNaturalPerson
        if !isCompany, MaskedName.isMask(supplier.name) || supplier.name.lowercased().hasPrefix("[maskerat") {
            self = .masked
        } else {
            self =
                supplier.register?.firm?.status?.isGone == true
                ? .gone : Self.isAuthority(supplier) ? .authority : .open
        }
    }

    /// By legal form where the register gives one, else by a Swedish number, else by name.
    private static func isAuthority(_ supplier: Supplier) -> Bool {
        if let form = supplier.register?.legalForm?.lowercased(), !form.isEmpty {
            return forms.contains { form.hasPrefix($0) }
        }
        if let number = supplier.number, number.country == "SE", !number.isPersonal {
            // Skatteverket SKV 709: 2 is the state, regions, municipalities and parishes; 25 are religious communities.
            return number.number.hasPrefix("2") && !number.number.hasPrefix("25")
        }
        return isAuthority(named: supplier.name)
    }

    /// Legal forms of Statistics Sweden's business register, as they begin.
    private static let forms = [
        "kommun", "region", "landsting", "statlig", "off. korporation", "offentliga korporation",
        "allmänna försäkringskass",
    ]

    /// Whether a name is an authority's: `Umeå kommun`, `Region Skåne`, `Länsstyrelsen i Uppsala län`. A company that
    /// an authority owns is none.
    static func isAuthority(named name: String) -> Bool {
        let words = FoldedText(name).strings
        guard !words.contains(where: isOfCompany) else { return false }
        if words.first == "region" || words.first == "landstinget" { return words.count > 1 && words.count < 5 }
        return words.contains { word in
            endings.contains { word.hasSuffix($0) } || beginnings.contains { word.hasPrefix($0) }
        } || words.last == "stad" || words.last == "municipality"
    }

    private static let endings = [
        "kommun", "kommuns", "kommunen", "kommune", "kommunalförbund", "kommunalförbundet", "landsting", "myndigheten",
        "sregionen",
    ]
    private static let beginnings = ["kommunalförbund", "länsstyrelse"]

    private static func isOfCompany(_ word: String) -> Bool {
        companies.contains(word) || companyEndings.contains { word.hasSuffix($0) }
    }

    private static let companies: Set = [
        "ab", "aktiebolag", "as", "asa", "aps", "oy", "oyj", "hb", "kb", "ltd", "limited", "gmbh", "inc", "ek",
        "ekonomisk",
        "ideell", "stiftelse", "stiftelsen",
    ]
    private static let companyEndings = ["bolag", "bolaget", "förening", "föreningen", "stiftelse", "stiftelsen"]
}
