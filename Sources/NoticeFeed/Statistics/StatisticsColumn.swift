import CSV

/// The columns of Upphandlingsmyndigheten's statistics that are read, by `CSVHeader.word` of their names. Others are
/// passed over, and their order says nothing.
enum StatisticsColumn: String, CaseIterable {
    case year = "år"
    case procurement = "upphandlings_id"
    case lot = "anbudsområdes_id"
    case title = "upphandlingens_titel"
    case lotTitle = "anbudsområden"
    case published = "publiceringsdatum"
    case kind = "upphandlingsslag"
    case procedure = "förfarande"
    case legalBasis = "rättslig_grund"
    case agreement = "typ_av_avtal"
    case dynamicSystem = "dynamiskt_inköpssystem"
    case appealed = "överprövad"
    case cpv = "huvudsaklig_cpv_kod"
    case buyer = "namn_för_köpare"
    case buyerNumber = "organisationsnummer_för_köpare"
    case supplier = "namn_för_leverantör"
    case supplierNumber = "organisationsnummer_för_leverantör"
    case supplierSize = "företagsstorlek_för_leverantör"
    case supplierForm = "juridisk_form_för_leverantör"
    case sni2 = "sni_huvudgrupp_för_leverantör"
    case sni3 = "sni_grupp_för_leverantör"
    case sni4 = "sni_undergrupp_för_leverantör"
    case sni5 = "sni_detaljgrupp_för_leverantör"
    case outcome = "kontrakterad"
    case contractedTenders = "antal_kontrakterade_anbud"

    /// Without these nothing can be made of a row. One of `outcomes` must be there too.
    static let necessary: [StatisticsColumn] = [
        .year, .procurement, .lot, .title, .buyer, .supplier, .supplierNumber,
    ]
    /// What says whether a tender got a contract.
    static let outcomes: [StatisticsColumn] = [.outcome, .contractedTenders]

    /// As the agency writes it.
    var title: String {
        switch self {
        case .year: "År"
        case .procurement: "Upphandlings-ID"
        case .lot: "Anbudsområdes-ID"
        case .title: "Upphandlingens titel"
        case .buyer: "Namn för köpare"
        case .supplier: "Namn för leverantör"
        case .supplierNumber: "Organisationsnummer för leverantör"
        case .outcome: "Kontrakterad"
        case .contractedTenders: "Antal kontrakterade anbud"
        default: rawValue
        }
    }

    /// Whether a file that begins with these bytes is meant to be such statistics: its first line parts its names with
    /// semicolons, and has two or more that no other table has.
    static func areMeant(by beginning: some Sequence<UInt8>) -> Bool {
        let line = Array(beginning.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") })
        guard line.contains(UInt8(ascii: ";")), !line.contains(0) else { return false }
        let text =
            String(validating: line, as: UTF8.self) ?? String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
        let names = Set(text.split(separator: ";").map { CSVHeader.word($0.filter { $0 != "\"" && $0 != "\u{FEFF}" }) })
        return signs.count { names.contains($0.rawValue) } >= 2
    }

    /// Longer than any header of these.
    static let peek = 4096

    private static let signs: [StatisticsColumn] = [
        .procurement, .lot, .title, .buyerNumber, .supplierNumber, .contractedTenders,
    ]
}
