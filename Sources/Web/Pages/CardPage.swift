import API
import JSONRPC
import Procurement
import Sheets

/// A category on one page: who sells in it, how strong the competition is, what runs out, what comes.
enum CardPage {
    static func show(_ visit: Visit) async throws -> Answer {
        let parameters = CategoriesCard.Parameters(category: visit.id, limit: 15)
        let card = try await visit.call(CategoriesCard.self, parameters)
        if let file = try await visit.file(CategoriesCard.self, parameters, card, name: "card-\(visit.id)") {
            return file
        }
        let reader = visit.reader
        let ground = GroundText(reader: reader)
        let competition = card.competition
        var fields: Fields = [
            "ranking": .text(Address("category", visit.id).description),
            "watch": .text(
                Address("watch", "new").saying("category", visit.id).saying("name", card.category.name).description),
            "files": .fields(visit.files(of: Address("card", visit.id))),
            "ground": .text(ground.sentence(card.dataThrough, generation: card.generation)),
            "old": Fields.Value(ground.warning(card.dataThrough)),
            "procurements": .text(reader.count(card.procurements)),
            "supplierCount": .text(reader.count(card.supplierCount)),
            "newcomerCount": .text(reader.count(card.newcomerCount)),
            "largest": Fields.Value(card.byWins.map { reader.percent($0.largest) }),
            "topThree": Fields.Value(card.byWins.map { reader.percent($0.topThree) }),
            "herfindahl": Fields.Value(card.byWins.map { reader.count($0.herfindahl) }),
            "singleShare": Fields.Value(competition.singleTenderShare.map(reader.percent)),
            "single": .text(reader.count(competition.singleTender)),
            "tendersStated": .text(reader.count(competition.tendersStated)),
            "tendersMissing": .text(reader.count(competition.tendersMissing)),
            "failedLots": Fields.Value(failed(competition.failedLots, reader)),
            "hasSuppliers": .flag(!card.suppliers.isEmpty),
            "suppliers": Fields.Value(suppliers(card.suppliers, reader)),
            "hasYears": .flag(!card.years.isEmpty),
            "years": Fields.Value(years(card.years, reader)),
        ]
        fields["contracts"] = Fields.Value(
            ContractFields(from: card.asOf, months: CategoriesCard.Parameters.standardMonths, reader: reader)
                .fields(card.runningOut.map { .init(contract: $0) }, count: card.runningOutCount))
        fields["hasComing"] = .flag(!card.coming.isEmpty)
        fields["coming"] = Fields.Value(
            card.coming.map {
                [
                    "title": .text($0.title), "notice": .text(Address("notice", $0.noticeId).description),
                    "buyer": Fields.Value($0.buyer),
                    "buyerPage": Fields.Value($0.buyer.map { BuyerPage.address($0).description }),
                    "purpose": .text(visit.language.purpose($0.purpose)),
                    "deadline": Fields.Value($0.deadline.map(reader.day)),
                ]
            })
        fields["comingMore"] = more(card.comingCount - card.coming.count, reader)
        return .page("category", title: card.category.name, fields)
    }

    private static func failed(_ lots: Int, _ reader: Reader) -> String? {
        switch lots {
        case ...0: nil
        case 1: reader.pick(sv: "En del slutade utan vinnare.", en: "One lot ended without a winner.")
        default:
            reader.pick(
                sv: "\(reader.count(lots)) delar slutade utan vinnare.",
                en: "\(reader.count(lots)) lots ended without a winner.")
        }
    }

    private static func more(_ rest: Int, _ reader: Reader) -> Fields.Value {
        Fields.Value(rest > 0 ? reader.count(rest) : nil)
    }

    /// The bar beside a share is as long as the share is beside the largest: most categories have none above a few per cent.
    private static func suppliers(_ lines: [CardSupplier], _ reader: Reader) -> [Fields] {
        let largest = max(1, lines.map(\.share.millionths).max() ?? 1)
        return lines.map { supplier($0, width: $0.share.millionths * 100 / largest, reader) }
    }

    private static func supplier(_ line: CardSupplier, width: Int, _ reader: Reader) -> Fields {
        [
            "name": .text(line.name), "page": .text(Address("supplier", line.id).description),
            "wins": .text(reader.count(line.wins)), "share": .text(reader.percent(line.share)),
            "width": Fields.Value(width),
            "value": Fields.Value(line.values.map(reader.amount).joined(separator: " + ")),
            "last": Fields.Value(line.lastWin?.description), "isNew": .flag(line.newcomer),
        ]
    }

    /// Before the first year nothing is known, so that everybody would look new in it.
    private static func years(_ years: [CardYear], _ reader: Reader) -> [Fields] {
        years.enumerated().map { place, line in
            [
                "year": Fields.Value(line.year), "procurements": .text(reader.count(line.procurements)),
                "suppliers": .text(reader.count(line.suppliers)),
                "newcomers": .text(place == 0 ? "–" : reader.count(line.newcomers)),
            ]
        }
    }
}
