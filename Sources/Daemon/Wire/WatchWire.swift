import API
import Procurement
import Store

extension WatchLine {
    /// - Throws: where the question that was kept can't be read any more.
    init(_ stored: StoredWatch) throws {
        let watch = stored.watch
        self.init(
            id: Int(stored.id), name: watch.name, question: try WatchReading(stored).question,
            readAs: watch.cpv.isEmpty ? nil : watch.cpv.map(\.description),
            tell: NewsKind.allCases.filter(watch.tells.contains), months: watch.months, first: watch.first,
            unseen: stored.unseen, uncounted: stored.uncounted, at: Moment(stored.at))
    }
}

extension NewsLine {
    init(_ stored: StoredNews) {
        let news = stored.news
        let supplier = news.supplier.map {
            CardParty(id: $0.rawValue, name: stored.supplierName ?? $0.rawValue)
        }
        let notice = news.notice.map {
            NewsNotice(
                id: $0.rawValue, title: stored.title ?? $0.rawValue, buyer: stored.buyer, date: stored.date,
                deadline: stored.deadline)
        }
        self.init(
            id: Int(stored.id), watch: Int(news.watch), watchName: stored.watchName, kind: news.kind, notice: notice,
            supplier: supplier,
            winners: stored.winners.isEmpty
                ? nil : stored.winners.map { CardParty(id: $0.id.rawValue, name: $0.name) },
            rank: news.rank, ends: news.kind == .contract ? news.day : nil,
            estimated: news.kind == .contract ? news.isEstimate : nil, status: news.status,
            since: news.kind == .status ? news.day : nil, text: NewsSentence(stored).text, at: Moment(stored.at),
            seen: stored.seen.map { Moment($0) })
    }
}

/// What news say, in a few plain sentences.
struct NewsSentence {
    let stored: StoredNews

    init(_ stored: StoredNews) { self.stored = stored }

    var text: BilingualText {
        let news = stored.news
        let title = stored.title ?? news.notice?.rawValue ?? ""
        let supplier = stored.supplierName ?? news.supplier?.rawValue ?? ""
        switch news.kind {
        case .notice:
            return joined(
                BilingualText(sv: "Ny upphandling: \(title)", en: "New call for tenders: \(title)"), buyer,
                stored.deadline.map { BilingualText(sv: "Sista anbudsdag \($0)", en: "Tenders by \($0)") })
        case .plan:
            return joined(
                BilingualText(sv: "Planerad upphandling: \(title)", en: "Planned procurement: \(title)"), buyer)
        case .result: return joined(BilingualText(sv: "Resultat: \(title)", en: "Result: \(title)"), buyer, winners)
        case .contract: return joined(ending(title), buyer, contractors)
        case .supplier:
            let place = news.rank.map { "\($0)" } ?? "–"
            return joined(
                BilingualText(
                    sv: "Ny bland de främsta: \(supplier), på plats \(place)",
                    en: "New among the first: \(supplier), in place \(place)"))
        case .status:
            let status = news.status.map { FirmStatus($0, since: news.day).sentence }
            return BilingualText(
                sv: "\(supplier): \(status?.sv ?? "ändrad status.")", en: "\(supplier): \(status?.en ?? "new status.")")
        }
    }

    private func ending(_ title: String) -> BilingualText {
        let day = stored.news.day.map { "\($0)" } ?? "–"
        return stored.news.isEstimate
            ? BilingualText(
                sv: "Avtal löper troligen ut \(day) (uppskattat: 2 + 2 år): \(title)",
                en: "A contract probably runs out on \(day) (estimated: 2 + 2 years): \(title)")
            : BilingualText(sv: "Avtal löper ut \(day): \(title)", en: "A contract runs out on \(day): \(title)")
    }

    private var buyer: BilingualText? { stored.buyer.map { BilingualText($0) } }

    private var winners: BilingualText? {
        names.map { BilingualText(sv: "Vinnare: \($0)", en: "Won by \($0)") }
    }

    private var contractors: BilingualText? {
        names.map { BilingualText(sv: "Leverantör: \($0)", en: "Supplier: \($0)") }
    }

    private var names: String? {
        stored.winners.isEmpty ? nil : stored.winners.map(\.name).joined(separator: ", ")
    }

    /// Each with a full stop behind it, unless it has one.
    private func joined(_ parts: BilingualText?...) -> BilingualText {
        func text(_ part: (BilingualText) -> String) -> String {
            parts.compactMap { $0.map(part) }.map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
        }
        return BilingualText(sv: text(\.sv), en: text(\.en))
    }
}
