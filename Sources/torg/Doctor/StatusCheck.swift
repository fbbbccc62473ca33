import API
import Foundation

/// What the daemon's own status gives to think about.
struct StatusCheck {
    let findings: [Finding]

    /// A disk with less than this is as good as full: an import may need as much for the log that it writes first.
    private static let leastFreeBytes = 1 << 30

    /// - Parameters:
    ///   - quietDays: days without an import that brought anything new, from which on something is wrong.
    ///   - now: the time to reckon from.
    init(_ status: ServerStatus.Result, quietDays: Int, now: Date) {
        findings = [
            Self.version(status), Self.index(status), Self.disk(status), Self.lastImport(status, quietDays, now),
        ]
    }

    private static func version(_ status: ServerStatus.Result) -> Finding {
        status.version == Torg.version
            ? .good("version", "client and daemon are both \(status.version)")
            : .bad(
                "version", "the client is \(Torg.version), the daemon \(status.version)",
                "After an upgrade the daemon has to be started anew: systemctl restart torgd")
    }

    private static func index(_ status: ServerStatus.Result) -> Finding {
        guard let index = status.index else {
            let far = status.indexing.map { ", \($0.percent) % done" } ?? ""
            return .notice("index", "the first one is being built\(far); matches are answered once it is there")
        }
        if index.generation == status.generation || status.importing != nil {
            return .good("index", "of generation \(index.generation), as the data is")
        }
        return .notice(
            "index", "of generation \(index.generation), the data is at \(status.generation): a new one is being built",
            "If it stays so for long, look with: journalctl -u torgd -n 50")
    }

    private static func disk(_ status: ServerStatus.Result) -> Finding {
        if let detail = status.store.detail {
            return .bad(
                "store", detail,
                "How to restore a backup stands in docs/safekeeping.md; copies are in /var/lib/torg/backup")
        }
        guard let free = status.store.freeBytes else {
            return .notice("disk", "the store has \(status.store.bytes >> 20) MiB; the system doesn't say what is free")
        }
        let needed = max(leastFreeBytes, status.store.bytes)
        let text = "the store has \(status.store.bytes >> 20) MiB, \(free >> 20) MiB are free"
        return free >= needed
            ? .good("disk", text)
            : .bad(
                "disk", text,
                "Make room for at least \(needed >> 20) MiB: a migration or a purge needs a copy of the store")
    }

    private static func lastImport(_ status: ServerStatus.Result, _ quietDays: Int, _ now: Date) -> Finding {
        if let importing = status.importing {
            return .good("import", "one is under way, \(importing.seen) notices so far")
        }
        guard let last = status.lastImport else {
            return .bad(
                "import", "nothing has ever come in", "Take something in: torg import PATH, or see operating.md")
        }
        let at = (try? Date(last.at.text, strategy: .iso8601)) ?? now
        let days = Int(now.timeIntervalSince(at)) / 86_400
        let text = "the last was \(days == 0 ? "today" : "\(days) days ago"), \(last.at): \(last.notices.seen) notices"
        if days >= quietDays {
            return .bad(
                "import", text + "; \(quietDays) days without any are too many",
                "See that files come: ls -l /var/spool/torg; systemctl status torg-import.timer; ask the portal")
        }
        if last.notices.refused > 0 {
            return .notice("import", text + ", \(last.notices.refused) of them refused", "See why: torg refusals")
        }
        return .good("import", text)
    }
}
