import API
import Procurement
import Sheets

/// Ranked suppliers as the template `ranked` shows them.
struct RankedFields {
    let reader: Reader
    /// Reasons beside a supplier; the others open below it.
    var reasons = 3
    /// Whether each can be ticked, for the form `gather` behind the list.
    var canTick = false

    /// What the template `ranked` lists, one level below the page, for a page can have two of them; `nil` for no suppliers.
    func list(_ matches: [SupplierMatch], tellsNew: Bool) -> Fields? {
        matches.isEmpty ? nil : ["list": Fields.Value(matches.map { row($0, tellsNew: tellsNew) })]
    }

    private func row(_ match: SupplierMatch, tellsNew: Bool) -> Fields {
        let supplier = match.supplier
        var facts = [reader.size(supplier.size)].compactMap { $0 }
        if tellsNew, supplier.newcomer { facts.append(reader.pick(sv: "utan kända vinster", en: "no known win")) }
        let telling = match.signals.filter { $0.points > .zero && !$0.because.isEmpty }
            .sorted { ($1.points, $0.name) < ($0.points, $1.name) }
        return [
            "rank": Fields.Value(match.rank),
            "tick": Fields.Value(canTick ? supplier.id : nil),
            "group": Fields.Value(match.group.map { group($0) }),
            "name": .text(supplier.name),
            "supplier": .text(Address("supplier", supplier.id).description),
            "facts": Fields.Value(facts.joined(separator: " · ")),
            "status": Fields.Value(supplier.status?.text.text(in: reader.language)),
            "score": .text(reader.points(match.score)),
            "bar": .fields(ScoreBar(score: match.score, signals: match.signals, reader: reader).fields),
            "reasons": Fields.Value(telling.prefix(reasons).map(reason)),
            "more": Fields.Value(telling.dropFirst(reasons).map(reason)),
            "moreCount": Fields.Value(max(0, telling.count - reasons)),
            "hasMore": .flag(telling.count > reasons || !match.evidence.isEmpty),
            "evidence": Fields.Value(match.evidence.map(evidence)),
        ]
    }

    /// The others of a corporate group, where the list is folded.
    private func group(_ group: FoldedGroup) -> String {
        let names = group.members.map { "\($0.name) (\(reader.count($0.rank)))" }.joined(separator: ", ")
        return reader.pick(sv: "Samma koncern, efter namnet: \(names)", en: "Same group, by the name: \(names)")
    }

    private func reason(_ signal: Signal) -> Fields {
        [
            "points": .text(reader.points(signal.points)), "text": .text(signal.because),
            "series": Fields.Value(SignalSeries(signal.name).rawValue),
            "signal": .text(reader.language.signal(signal.name)),
        ]
    }

    private func evidence(_ evidence: Evidence) -> Fields {
        [
            "title": .text(evidence.title), "notice": .text(Address("notice", evidence.noticeId).description),
            "buyer": Fields.Value(evidence.buyer), "date": Fields.Value(evidence.date.map(reader.day)),
        ]
    }

    /// The legend of the bars.
    var legend: [Fields] {
        SignalSeries.allCases.map { ["series": Fields.Value($0.rawValue), "word": .text($0.word(reader.language))] }
    }
}
