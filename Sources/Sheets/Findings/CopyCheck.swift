import API
import Procurement

/// Do copies of the store leave the leader, and does a follower keep up with them?
struct CopyCheck: Speaking {
    let language: TextLanguage

    func findings(_ status: ServerStatus.Result) -> [Finding] {
        [status.publishing.map(published), status.following.map(followed)].compactMap { $0 }
    }

    private func published(_ stand: PublishingStand) -> Finding {
        if let detail = stand.detail {
            return .bad(
                "copies", pick(sv: "ingen kopia publicerades: \(detail)", en: "no copy was published: \(detail)"),
                pick(
                    sv: "Avhjälp det, och pröva: torg publish; se standby.md",
                    en: "Mend that, and try: torg publish; see standby.md"))
        }
        guard let latest = stand.latest else {
            return .notice(
                "copies", pick(sv: "den första publiceras strax", en: "the first is about to be published"))
        }
        return .good(
            "copies",
            pick(
                sv: "generation \(latest.generation) publicerad, allt som fanns \(latest.at)",
                en: "generation \(latest.generation) published, all that there was at \(latest.at)"))
    }

    private func followed(_ stand: FollowingStand) -> Finding {
        guard let copy = stand.copy, let seconds = stand.secondsBehind, let generations = stand.generationsBehind else {
            return .bad(
                "copies",
                pick(sv: "ingen har kommit till \(stand.folder)", en: "none has come to \(stand.folder)")
                    + (stand.refused.map { "; \($0.file): \($0.detail)" } ?? ""),
                ship)
        }
        let text = pick(
            sv:
                "generation \(copy.generation), \(generations) generationer och \(seconds / 60) minuter efter ledaren \(stand.leader)",
            en:
                "generation \(copy.generation), \(generations) generations and \(seconds / 60) minutes behind the leader \(stand.leader)"
        )
        if let refused = stand.refused {
            return .bad("copies", "\(text); \(refused.file): \(refused.detail)", ship)
        }
        // A copy that is late has three times the interval, and some minutes to be made and shipped.
        let isLate = seconds > 3 * copy.intervalSeconds + 300
        return isLate ? .bad("copies", text, ship) : .good("copies", text)
    }

    private var ship: String {
        pick(
            sv: "Se att ledaren publicerar (torg status där) och att kopiorna förs över; se standby.md",
            en: "See that the leader publishes (torg status there) and that its copies are shipped; see standby.md")
    }
}
