import API
import Procurement

/// What `torg status` says of copies for followers, and of the leader that is followed.
enum CopyText {
    static func lines(_ status: ServerStatus.Result) -> [String] {
        var lines: [String] = []
        if let stand = status.publishing {
            lines.append(
                stand.latest.map { latest in
                    "published for followers: generation \(latest.generation), all that there was at \(latest.at), "
                        + "\(latest.bytes >> 20) MiB" + (stand.seconds.map { ", made in \($0) s" } ?? "")
                } ?? "published for followers: nothing yet")
            if let detail = stand.detail { lines.append("NO COPY WAS PUBLISHED: \(detail)") }
        }
        if let stand = status.following {
            lines.append(
                stand.copy.map { copy in
                    "follows \(stand.leader): serves generation \(copy.generation), \(stand.generationsBehind ?? 0) generations "
                        + "and \((stand.secondsBehind ?? 0) / 60) minutes behind"
                } ?? "follows \(stand.leader): NO COPY HAS COME to \(stand.folder)")
            if let refused = stand.refused {
                lines.append("REFUSED \(refused.file) (\(refused.reason.rawValue)): \(refused.detail)")
            }
        }
        return lines
    }
}
