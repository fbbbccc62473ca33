import API
import Procurement

// What watches and their news are called, in either language.

extension TextLanguage {
    /// A kind of news, in the plural: `nya upphandlingar`, or `calls for tenders`.
    package func news(_ kind: NewsKind) -> String {
        switch kind {
        case .notice: pick(sv: "nya upphandlingar", en: "calls for tenders")
        case .result: pick(sv: "resultat", en: "results")
        case .plan: pick(sv: "planerade upphandlingar", en: "planned procurements")
        case .supplier: pick(sv: "nya bland de främsta", en: "suppliers new among the first")
        case .contract: pick(sv: "avtal som löper ut", en: "contracts that run out")
        case .status: pick(sv: "konkurs och avregistrering", en: "bankruptcy and deregistration")
        }
    }

    /// How often somebody is mailed.
    package func interval(_ interval: MailInterval) -> String {
        switch interval {
        case .daily: pick(sv: "varje dag", en: "every day")
        case .weekly: pick(sv: "varje vecka", en: "every week")
        case .never: pick(sv: "aldrig", en: "never")
        }
    }

    /// What is watched, on one line.
    package func watched(_ watch: WatchLine) -> String {
        let question = watch.question
        func list(_ words: [String]) -> String { words.joined(separator: ", ") }
        let parts: [String?] = [
            question.need.map { need in
                pick(sv: "behovet ”\(need)”", en: "the need “\(need)”") + " (CPV \(list(watch.readAs ?? [])))"
            },
            question.category.map { pick(sv: "kategorin \($0)", en: "category \($0)") },
            question.challenge.map { pick(sv: "utmaningen \($0)", en: "challenge \($0)") },
            question.cpv.map { "CPV \(list($0))" },
            question.buyer.flatMap { $0.name ?? $0.id }.map { pick(sv: "köpare \($0)", en: "buyer \($0)") },
            question.words.map { pick(sv: "orden ”\($0)”", en: "the words “\($0)”") },
            question.supplier.map { pick(sv: "leverantören \($0)", en: "supplier \($0)") },
            question.nuts.map { pick(sv: "i \(list($0))", en: "in \(list($0))") },
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
