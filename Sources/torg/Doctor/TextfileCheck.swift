import API
import Foundation
import Glibc
import Procurement

/// Is the metrics' file fresh, and may node_exporter read it?
struct TextfileCheck {
    let language: TextLanguage

    func finding(_ stand: TextfileStand) -> Finding {
        if let detail = stand.detail {
            return .bad(
                "metrics",
                say("\(stand.path) kan inte skrivas: \(detail)", "\(stand.path) can't be written: \(detail)"),
                say(
                    "Ge demonens användare mappen, eller ändra metrics.textfile: /run/torg/torg.prom går alltid",
                    "Give the daemon's user the folder, or change metrics.textfile: /run/torg/torg.prom always works"))
        }
        guard let age = stand.ageSeconds else {
            return .notice("metrics", say("\(stand.path) skrivs strax", "\(stand.path) is about to be written"))
        }
        // One that is late has twice the time; on a machine at work a few seconds more.
        if age > 2 * stand.intervalSeconds + 30 {
            return .bad(
                "metrics",
                say("\(stand.path) skrevs för \(age) s sedan", "\(stand.path) was written \(age) s ago"),
                say(
                    "Demonen hinner inte med, eller står still: journalctl -u torgd -n 50",
                    "The daemon is overloaded or stuck: journalctl -u torgd -n 50"))
        }
        var info = stat()
        if stat(stand.path, &info) == 0, info.st_mode & 0o004 == 0 {
            return .bad(
                "metrics",
                say("\(stand.path) kan inte läsas av node_exporter", "\(stand.path) can't be read by node_exporter"),
                "chmod 644 \(stand.path)")
        }
        return .good("metrics", say("\(stand.path), skriven för \(age) s sedan", "\(stand.path), written \(age) s ago"))
    }

    private func say(_ sv: String, _ en: String) -> String { language.pick(sv, en) }
}
