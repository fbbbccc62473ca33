import Containers
import Procurement

/// Whether the supplier has tendered for what is most like this without winning it: it wants to do such things.
///
/// Every past procurement votes for those who tendered in it and won nothing, with closeness · tenderers^-0.2
/// (`MatchContext.closeness`, all known tenderers). What counts is log₁₀ of the supplier's share of the votes of all
/// tenderers, winners too: 0 for a ten-thousandth or less, 4 for all of them, on the curve of `ExperienceSignal`, as no notices
/// tell who lost and no curve could be learnt. A procurement that the supplier won is that signal's and adds nothing here, so that
/// whoever has won stands no higher for it once more. A supplier without such a tender has 0; unknown where nobody is known to have
/// lost anything like it. Left out where no statistics tell of tenderers (`Signals.told`).
struct ParticipationSignal: Signal {
    static let name = SignalName.participation
    let bound: SignalBound
    private let match: MatchContext
    /// The numbers of the most alike procurements.
    private let circle: Set<Int32>
    private let votes: SupplierSums
    /// Of all tenderers.
    private let total: Float

    init(_ match: MatchContext) {
        self.match = match
        let near = match.neighbourhood
        circle = Set(near.nearest.map { near.procurements[Int($0)] })
        var votes = SupplierSums()
        var total: Float = 0
        let table = match.snapshot.procurements
        for (position, procurement) in near.procurements.enumerated() {
            let vote = match.closeness(position) * match.snapshot.crowdOfTenderers(Int(procurement))
            guard vote > 0 else { continue }
            let losers = table.losers(of: Int(procurement))
            for loser in losers { votes.add(vote, to: loser) }
            total += vote * Float(losers.count + table.winners.range(Int(procurement)).count)
        }
        self.votes = votes
        self.total = total
        guard !votes.isEmpty else {
            bound = .unknown
            return
        }
        bound = .byClass(
            .all, [Curves.experience(0)],
            exceptions: zip(votes.touched, votes.sums).compactMap { supplier, sum in
                let magnitude = ExperienceSignal.magnitude(sum / total)
                return magnitude > 0 ? .init(supplier: supplier, value: Curves.experience(magnitude)) : nil
            })
    }

    func values(of suppliers: [Int32]) -> [Float] {
        suppliers.map { votes.isEmpty ? .nan : Curves.experience(measure(of: $0)) }
    }

    /// NaN for unknown.
    private func measure(of supplier: Int32) -> Float {
        votes.isEmpty ? .nan : ExperienceSignal.magnitude(votes[supplier] / total)
    }

    func measures(of supplier: Int) -> [String: Float] { ["participation": measure(of: Int32(supplier))] }

    func because(_ supplier: Int, value: Float?) -> String {
        guard value != nil else {
            return match.phrases.pick(
                sv: "Det är inte känt vilka som lämnat anbud utan att vinna i liknande upphandlingar.",
                en: "It is not known who tendered for anything like this without winning.")
        }
        let lost = match.losses(of: supplier).filter { circle.contains($0) }
        return match.phrases.lostTenders(
            lost: lost.count, of: circle.count, latest: lost.last.flatMap { match.snapshot.procurements.date(Int($0)) },
            closest: match.lostEvidence(of: supplier).first.map { match.reference($0.procurement) },
            hasWon: match.awardCount(of: supplier) > 0)
    }
}

/// Who has tendered for what is like the question without winning it: `FirmEvidence.participation`.
struct AnswerParticipationSignal: AnswerSignal {
    static let name = SignalName.participation
    let match: MatchContext
    let answer: QuestionAnswer?

    init(_ match: MatchContext, _ answer: QuestionAnswer?) { (self.match, self.answer) = (match, answer) }

    func value(of supplier: Int32, _ answer: QuestionAnswer) -> Float {
        answer.evidence.participation.isEmpty ? .nan : answer.evidence.participation[Int(supplier)]
    }

    func because(_ supplier: Int, _ value: Float?, _ answer: QuestionAnswer) -> String {
        let lost = match.losses(of: supplier).filter { answer.likeness.isSimilar(Int($0)) }
        return match.phrases.lostTenders(
            lost: lost.count, of: nil, latest: lost.last.flatMap { match.snapshot.procurements.date(Int($0)) },
            closest: match.lostEvidence(of: supplier).first.map { match.reference($0.procurement) },
            hasWon: match.awardCount(of: supplier) > 0)
    }
}

extension Phrases {
    /// - Parameters:
    ///   - lost: similar procurements that the supplier tendered in and won nothing in.
    ///   - all: how many similar ones there are; nil where that isn't told.
    ///   - closest: the most similar that it lost, also where that isn't called similar.
    ///   - hasWon: whether any win of it is known.
    func lostTenders(
        lost: Int, of all: Int?, latest: CalendarDate?, closest: Reference?, hasWon: Bool
    ) -> String {
        guard let closest else {
            return hasWon
                ? pick(
                    sv: "Inget anbud i liknande upphandlingar är känt utöver dem som företaget vunnit.",
                    en: "No tender for anything like this is known beyond what it won.")
                : pick(
                    sv: "Inget anbud i liknande upphandlingar är känt.",
                    en: "No tender of it for anything like this is known.")
        }
        let name = name(closest)
        guard lost > 0 else {
            guard let all else {
                return pick(
                    sv: "Har inte lämnat anbud utan att vinna i någon liknande upphandling. Närmast kommer \(name).",
                    en: "Lost no tender for anything similar; the closest that it lost: \(name).")
            }
            return pick(
                sv: "Har inte lämnat anbud utan att vinna i någon av de \(all) mest liknande upphandlingarna. Närmast "
                    + "kommer \(name).",
                en: "Lost none of the \(all) most similar procurements; the closest that it lost: \(name).")
        }
        let date = latest.map { pick(sv: ", senast \($0)", en: ", the latest on \($0)") } ?? ""
        if let all {
            return pick(
                sv: "Har lämnat anbud utan att vinna i \(lost) av de \(all) mest liknande upphandlingarna\(date); "
                    + "närmast: \(name).",
                en:
                    "Has tendered without winning in \(lost) of the \(all) most similar procurements\(date); the closest: "
                    + "\(name).")
        }
        return lost == 1
            ? pick(
                sv: "Har lämnat anbud utan att vinna i en liknande upphandling: \(name).",
                en: "Has tendered without winning in one similar procurement: \(name).")
            : pick(
                sv: "Har lämnat anbud utan att vinna i \(lost) liknande upphandlingar\(date); närmast: \(name).",
                en: "Has tendered without winning in \(lost) similar procurements\(date); the closest: \(name).")
    }
}
