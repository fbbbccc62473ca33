import API
import Foundation

extension MetricGatherer {
    /// What a leader publishes, and how a follower keeps up.
    func copying() -> [MetricFamily] { published() + followed() }

    private func published() -> [MetricFamily] {
        guard let stand = copies?.stand else { return [] }
        var families = [
            gauge(
                "torg_publish_good", "1; 0 where the last copy for followers could not be published.",
                stand.detail == nil)
        ]
        if let latest = stand.latest {
            families += [
                gauge(
                    "torg_publish_generation", "The generation of the latest copy for followers.",
                    Double(latest.generation)),
                gauge("torg_publish_bytes", "Size of that copy.", Double(latest.bytes)),
                gauge(
                    "torg_publish_timestamp_seconds", "When that copy was last all that the store held.",
                    Double(latest.at.secondsSinceEpoch ?? 0)),
            ]
        }
        if let seconds = stand.seconds {
            families.append(gauge("torg_publish_duration_seconds", "How long it took to make.", seconds))
        }
        return families
    }

    private func followed() -> [MetricFamily] {
        guard let follower = follower() else { return [] }
        let stand = follower.stand(now: Date())
        let counts = follower.counts
        var families = [
            family(
                "torg_follow_refused_total", .counter, "Copies that were refused, by reason.",
                RefusedCopy.Reason.allCases.map {
                    (["reason": $0.rawValue], Double(counts.refusals[$0] ?? 0))
                })
        ]
        if let generations = stand.generationsBehind, let seconds = stand.secondsBehind {
            families += [
                gauge(
                    "torg_follow_generations_behind",
                    "Generations that the latest copy which came is ahead of what is served.",
                    Double(generations)),
                gauge(
                    "torg_follow_seconds_behind", "How long ago what is served was all that the leader held.",
                    Double(seconds)),
            ]
        }
        if let seconds = counts.seconds {
            families.append(
                gauge(
                    "torg_follow_take_seconds", "How long the latest copy took from its file to its first answer.",
                    seconds))
        }
        return families
    }
}
