import API
import Foundation
import Glibc
import Procurement

/// Is the metrics' file fresh, and may node_exporter read it?
struct TextfileCheck: Speaking {
    let language: TextLanguage

    func finding(_ stand: TextfileStand) -> Finding {
        if let detail = stand.detail {
            return .bad(
                "metrics",
                pick(sv: "\(stand.path) kan inte skrivas: \(detail)", en: "\(stand.path) can't be written: \(detail)"),
                pick(
                    sv: "Ge demonens användare mappen, eller ändra metrics.textfile: /run/torg/torg.prom går alltid",
                    en:
                        "Give the daemon's user the folder, or change metrics.textfile: /run/torg/torg.prom always works"
                ))
        }
        guard let age = stand.ageSeconds else {
            return .notice(
                "metrics", pick(sv: "\(stand.path) skrivs strax", en: "\(stand.path) is about to be written"))
        }
        // One that is late has twice the time; on a machine at work a few seconds more.
        if age > 2 * stand.intervalSeconds + 30 {
            return .bad(
                "metrics",
                pick(sv: "\(stand.path) skrevs för \(age) s sedan", en: "\(stand.path) was written \(age) s ago"),
                pick(
                    sv: "Demonen hinner inte med, eller står still: journalctl -u torgd -n 50",
                    en: "The daemon is overloaded or stuck: journalctl -u torgd -n 50"))
        }
        var info = stat()
        if stat(stand.path, &info) == 0, info.st_mode & 0o004 == 0 {
            return .bad(
                "metrics",
                pick(
                    sv: "\(stand.path) kan inte läsas av node_exporter",
                    en: "\(stand.path) can't be read by node_exporter"),
                "chmod 644 \(stand.path)")
        }
        return .good(
            "metrics", pick(sv: "\(stand.path), skriven för \(age) s sedan", en: "\(stand.path), written \(age) s ago"))
    }
}
