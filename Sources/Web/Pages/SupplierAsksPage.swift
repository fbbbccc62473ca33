import API
import JSONRPC
import Procurement
import Sheets

/// What a supplier could be asked for, and who is like it. A page of its own, for it compares the supplier with everything that is
/// bought, which takes longer than to tell what is known of it.
enum SupplierAsksPage {
    /// What scores less is likeness in a word or in size alone, and nothing to ask about.
    private static let least = Points(millionths: 50_000)

    static func show(_ visit: Visit) async throws -> Answer {
        let reader = visit.reader
        let supplier = try await visit.call(SuppliersGet.self, SuppliersGet.Parameters(id: visit.id)).supplier
        let fits = try await visit.call(
            MatchSupplier.self,
            MatchSupplier.Parameters(supplier: visit.id, options: MatchOptions(limit: 10, language: visit.language)))
        let like = try await visit.call(
            SuppliersLike.self,
            SuppliersLike.Parameters(
                suppliers: [visit.id], options: MatchOptions(limit: 10, language: visit.language)))
        let similar = like.matches + (like.newcomers ?? [])
        let categories = fits.categories.filter { $0.score >= least }
            .map { fit("category", $0.category, $0.score, $0.signals, reader) }
        let challenges = fits.challenges.filter { $0.score >= least }
            .map { fit("challenge", $0.challenge, $0.score, $0.signals, reader) }
        let fields: Fields = [
            "name": .text(supplier.name), "supplier": .text(Address("supplier", visit.id).description),
            "isEmpty": .flag(categories.isEmpty && challenges.isEmpty && fits.notices.isEmpty),
            "categories": list(categories), "challenges": list(challenges),
            "open": list(
                fits.notices.map {
                    [
                        "name": .text($0.notice.title), "page": .text(Address("notice", $0.notice.id).description),
                        "buyer": Fields.Value($0.notice.buyer), "date": Fields.Value($0.notice.date.map(reader.day)),
                        "score": .text(reader.points($0.score)),
                    ]
                }),
            "hasSimilar": .flag(!similar.isEmpty),
            "similar": Fields.Value(
                similar.map {
                    [
                        "name": .text($0.supplier.name), "page": .text(Address("supplier", $0.supplier.id).description),
                        "score": .text(reader.points($0.score)), "because": Fields.Value(first($0.signals)?.because),
                        "size": Fields.Value(reader.size($0.supplier.size)),
                    ]
                }),
        ]
        return .page(
            "asks", title: reader.pick(sv: "Fråga \(supplier.name)", en: "Ask \(supplier.name)"), fields)
    }

    /// A list with a heading of its own; `false` for an empty one.
    private static func list(_ lines: [Fields]) -> Fields.Value {
        lines.isEmpty ? .flag(false) : .fields(["list": .list(lines)])
    }

    private static func first(_ signals: [Signal]) -> Signal? {
        signals.filter { $0.points > .zero }.max { ($0.points, $1.name) < ($1.points, $0.name) }
    }

    private static func fit(
        _ kind: String, _ of: NamedReference, _ score: Points, _ signals: [Signal], _ reader: Reader
    ) -> Fields {
        [
            "name": .text(of.name), "page": .text(Address(kind, of.id).description),
            "score": .text(reader.points(score)), "because": Fields.Value(first(signals)?.because),
        ]
    }
}
