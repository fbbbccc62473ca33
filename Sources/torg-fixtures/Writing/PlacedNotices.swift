import Foundation

/// Which notice stands in which file, and what a reader must find in it.
struct PlacedNotices {
    private var placed: [(path: String, notice: PublishedNotice)] = []

    var count: Int { placed.count }

    mutating func add(_ notice: PublishedNotice, in path: String) { placed.append((path, notice)) }

    /// How many notices there are of each channel and form, for the README, in the order of the first.
    func countsByForm() -> [(form: String, count: Int)] {
        var counts: [(form: String, count: Int)] = []
        for (_, notice) in placed {
            let form = Self.form(of: notice)
            if let place = counts.firstIndex(where: { $0.form == form }) {
                counts[place].count += 1
            } else {
                counts.append((form, 1))
            }
        }
        return counts
    }

    /// The names of those who won anything.
    func winners() -> Set<String> {
        Set(
            placed.filter { $0.notice.isResult }.flatMap { EFormsOrganisationWriter.winners(of: $0.notice.purchase) }
                .map(\.name))
    }

    /// One JSON object a line, by file and then in the order of the file.
    func expectations() -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return placed.map { path, notice in
            let data = (try? encoder.encode(Expectation(notice, in: path))) ?? Data()
            return String(decoding: data, as: UTF8.self) + "\n"
        }.joined()
    }

    private static func form(of notice: PublishedNotice) -> String {
        switch notice.purchase.channel {
        case .ted: "TED_EXPORT \(TEDForm(notice: notice).name)"
        case .eForms: "eForms subtype \(EFormsForm(notice: notice).subtype)"
        case .tendSign: notice.purchase.feature == .undecided ? "export, announced" : "export, awarded"
        }
    }
}

/// What a reader must find in a notice: only what every dialect tells in the same way.
private struct Expectation: Encodable {
    struct Award: Encodable {
        /// `awarded`, `withheld` or `nobody`.
        var outcome: String
        /// As they are written in the notice.
        var winners: [String]
        /// SEK with two decimals; missing when withheld or unknown.
        var value: String?
        /// Lot numbers as they are written, without leading zeros; none where the whole is meant.
        var lot: Int?
    }

    var file: String
    var id: String
    var version: Int
    var dialect: String
    /// Missing where the notice tells none.
    var procedure: String?
    var title: String
    /// The main code.
    var cpv: String
    var buyers: [String]
    var feature: String
    /// In the order of the notice.
    var awards: [Award]

    init(_ notice: PublishedNotice, in path: String) {
        let purchase = notice.purchase
        file = path
        id = notice.id
        version = notice.version
        dialect = ["ted": "ted", "eForms": "eforms", "tendSign": "mapped"][purchase.channel.rawValue] ?? ""
        procedure = purchase.channel == .ted || notice.isPlanning ? nil : purchase.procedureID
        title = purchase.title
        cpv = purchase.cpv[0]
        buyers = ([purchase.buyer] + purchase.jointBuyers).map(\.name)
        feature = purchase.feature.rawValue
        awards = notice.isResult ? Self.awards(of: notice) : []
    }

    private static func awards(of notice: PublishedNotice) -> [Award] {
        let purchase = notice.purchase
        let all = purchase.lots.flatMap { lot -> [Award] in
            let number = purchase.hasLots || purchase.channel == .eForms ? lot.number : nil
            switch lot.outcome {
            case .undecided: return []
            case .nobody: return [Award(outcome: "nobody", winners: [], value: nil, lot: number)]
            case .awarded where purchase.feature == .withheldWinner:
                return [Award(outcome: "withheld", winners: [], value: nil, lot: number)]
            case .awarded(let tenders, _):
                return tenders.map { tender in
                    Award(
                        outcome: "awarded",
                        winners: tender.suppliers.map { supplier in
                            purchase.feature == .unnumbered ? supplier.name.uppercased() : supplier.name
                        },
                        value: purchase.feature == .withheldValue ? nil : "\(tender.value).00", lot: number)
                }
            }
        }
        // TED's form for a changed contract is about one contract.
        if purchase.channel == .ted, case .modification = notice.kind { return Array(all.prefix(1)) }
        return all
    }
}
