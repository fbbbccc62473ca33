import Procurement

/// What is said of a firm in the end, out of what all registers say.
///
/// An office's own register comes before both (`Supplier.add`). Of the public ones Bolagsverket tells name, legal form,
/// what it does, whether it is still there, and its address; Statistics Sweden tells its industry, whether it takes
/// advertising, and the rest where Bolagsverket doesn't know the firm at all, as it doesn't know associations and
/// authorities. A firm that Bolagsverket has as registered is there, also where Statistics Sweden counts it as not active: a
/// firm at rest may tender. Of several rows at Bolagsverket the one with the lowest serial speaks.
///
/// It depends on the rows alone, never on the order in which they came.
struct FirmPortrait {
    let number: Int
    let name: String
    /// Sorted.
    let otherNames: [String]
    /// In words, as Statistics Sweden calls it.
    let legalForm: String?
    let activity: String?
    let status: FirmStatus?
    let sni: String?
    let sniVersion: SNIVersion?
    let registered: CalendarDate?
    let postcode: Int?
    let town: String?
    let refusesAdvertising: Bool?
    let sources: [RegisterSource]

    /// - Parameter rows: of one firm, by register and serial.
    /// - Returns: `nil` where there is none.
    init?(_ rows: [RegisteredFirm]) {
        let company = rows.first { $0.source == .bolagsverket }
        let statistics = rows.first { $0.source == .scb }
        guard let lead = company ?? statistics else { return nil }
        number = lead.number
        name = lead.name
        otherNames = OtherNames.all(of: rows, besides: lead.name)
        legalForm =
            company?.legalForm.map { Self.companyForms[$0] ?? $0 }
            ?? statistics?.legalForm.map { Self.statisticalForms[$0] ?? $0 }
        activity = company?.activity
        status = company.map(Self.status(company:)) ?? statistics.flatMap(Self.status(statistics:))
        sni = statistics?.sni.first
        sniVersion = statistics?.sniVersion
        registered = company?.registered ?? statistics?.registered
        postcode = company?.postcode ?? statistics?.postcode
        town = company?.town ?? statistics?.town
        refusesAdvertising = statistics?.refusesAdvertising
        sources = [company?.source, statistics?.source].compactMap(\.self)
    }

    private static func status(company row: RegisteredFirm) -> FirmStatus? {
        if row.ended != nil || row.endReason != nil {
            let reason = row.endReason ?? ""
            let kind: FirmStatus.Kind =
                row.successor != nil || FirmStatus.mergers.contains(reason)
                ? .merged : reason.hasPrefix("KK") ? .bankrupt : .deregistered
            return FirmStatus(
                kind, since: row.ended, reason: row.endReason,
                successor: row.successor.map { OrganisationNumber(country: HomeCountry.code, number: "\($0)") })
        }
        let going: [(String, FirmStatus.Kind)] = [
            ("KK", .bankrupt), ("LI", .inLiquidation), ("FR", .inReconstruction),
        ]
        for (code, kind) in going {
            if let found = row.proceedings.first(where: { $0.code.hasPrefix(code) }) {
                return FirmStatus(kind, since: found.since, reason: found.code)
            }
        }
        return nil
    }

    private static func status(statistics row: RegisteredFirm) -> FirmStatus? {
        row.activeStatus == 9 ? FirmStatus(.ceased, reason: "9") : nil
    }

    /// Bolagsverket's codes.
    private static let companyForms = [
        "AB": "Aktiebolag", "BAB": "Bankaktiebolag", "FAB": "Försäkringsaktiebolag", "SE": "Europabolag",
        "HB": "Handelsbolag", "KB": "Kommanditbolag", "EK": "Ekonomisk förening", "BRF": "Bostadsrättsförening",
        "BF": "Bostadsförening", "KHF": "Kooperativ hyresrättsförening", "I": "Ideell förening", "S": "Stiftelse",
        "FL": "Filial", "SF": "Sambruksförening", "TSF": "Registrerat trossamfund", "MB": "Medlemsbank",
        "SB": "Sparbank", "SCE": "Europakooperativ",
    ]

    /// JurForm, as Statistics Sweden calls it.
    private static let statisticalForms = [
        "21": "Enkla bolag", "22": "Partrederier", "31": "Handelsbolag, kommanditbolag", "32": "Gruvbolag",
        "41": "Bankaktiebolag", "42": "Försäkringsaktiebolag", "43": "Europabolag", "49": "Övriga aktiebolag",
        "51": "Ekonomiska föreningar", "53": "Bostadsrättsföreningar", "54": "Kooperativa hyresrättsföreningar",
        "55": "Europakooperativ", "61": "Ideella föreningar", "62": "Samfälligheter",
        "63": "Registrerade trossamfund", "71": "Familjestiftelser", "72": "Övriga stiftelser och fonder",
        "81": "Statliga enheter", "82": "Kommuner", "83": "Kommunalförbund", "84": "Regioner",
        "85": "Allmänna försäkringskassor", "87": "Offentliga korporationer och anstalter",
        "88": "Hypoteksföreningar", "89": "Statliga enheter, regionala", "96": "Utländska juridiska personer",
    ]
}

/// The names of a firm besides the one that is shown. There are a million firms with one or two, so that no set is made.
enum OtherNames {
    static func all(of rows: [RegisteredFirm], besides shown: String) -> [String] {
        var names: [String] = []
        for row in rows {
            add(row.name, to: &names, besides: shown)
            for name in row.otherNames { add(name, to: &names, besides: shown) }
        }
        return names.count < 2 ? names : names.sorted()
    }

    /// A name that differs from another in the case of its letters alone, as Statistics Sweden writes all of them large, is no
    /// other.
    private static func add(_ name: String, to names: inout [String], besides shown: String) {
        if isSame(name, shown) || names.contains(where: { isSame(name, $0) }) { return }
        names.append(name)
    }

    /// In UTF-8 the small letters of ASCII and of Latin-1 differ from the large ones in this bit.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && zip(left.utf8, right.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
}
