import API
import Foundation
import Procurement

/// What the daemon's own status gives to think about.
struct StatusCheck {
    let language: TextLanguage
    /// Days without an import, or without a new notice, from which on something is wrong.
    let quietDays: Int
    /// The time to reckon from.
    let now: Date

    /// A disk with less than this is as good as full: an import may need as much for the log that it writes first.
    private static let leastFreeBytes = 1 << 30

    func findings(_ status: ServerStatus.Result) async -> [Finding] {
        let found = [
            version(status), contract(status), store(status), disk(status), index(status), lastImport(status),
            newestNotice(status), data(status), await clock(status),
            status.textfile.map { TextfileCheck(language: language).finding($0) },
        ]
        return found.compactMap { $0 }
    }

    private func version(_ status: ServerStatus.Result) -> Finding {
        status.version == Torg.version
            ? .good(
                "version",
                say("klient och demon är båda \(status.version)", "client and daemon are both \(status.version)"))
            : .bad(
                "version",
                say(
                    "klienten är \(Torg.version), demonen \(status.version)",
                    "the client is \(Torg.version), the daemon \(status.version)"),
                say(
                    "Efter en uppgradering måste demonen startas om: systemctl restart torgd",
                    "After an upgrade the daemon has to be started anew: systemctl restart torgd"))
    }

    private func contract(_ status: ServerStatus.Result) -> Finding {
        let text = say(
            "kontrakt \(status.contract), lagrets schema \(status.store.schema)",
            "contract \(status.contract), store schema \(status.store.schema)")
        if status.contract == Contract.version { return .good("contract", text) }
        let isOther = status.contract.prefix { $0 != "." } != Contract.version.prefix { $0 != "." }
        let differs =
            text + say("; klientens kontrakt är \(Contract.version)", "; the client's contract is \(Contract.version)")
        let remedy = say(
            "Installera klient och demon av samma version, och starta om: systemctl restart torgd",
            "Install client and daemon of one version, and start anew: systemctl restart torgd")
        return isOther ? .bad("contract", differs, remedy) : .notice("contract", differs, remedy)
    }

    private func store(_ status: ServerStatus.Result) -> Finding? {
        status.store.detail.map { detail in
            switch status.store.state {
            case .writeProtected:
                .bad(
                    "store", detail,
                    say("Ge demonens användare rätt att skriva, och: ", "Let the daemon's user write, and: ")
                        + "systemctl restart torgd")
            case .replaced:
                .bad(
                    "store", detail,
                    say(
                        "Rädda det som var öppnat: torg backup /var/lib/torg/backup/saved.sqlite; se sedan operating.md",
                        "Save what was opened: torg backup /var/lib/torg/backup/saved.sqlite; then see operating.md"))
            case .sound, .readOnly, .unreadable:
                .bad(
                    "store", detail,
                    say(
                        "Återställ en kopia, se operating.md; kopior finns i /var/lib/torg/backup",
                        "Restore a copy, see operating.md; copies are in /var/lib/torg/backup"))
            }
        }
    }

    private func disk(_ status: ServerStatus.Result) -> Finding {
        let size = status.store.bytes >> 20
        guard let free = status.store.freeBytes else {
            return .notice(
                "disk",
                say(
                    "lagret har \(size) MiB; systemet säger inte vad som är ledigt",
                    "the store has \(size) MiB; the system doesn't say what is free"))
        }
        let needed = max(Self.leastFreeBytes, status.store.bytes)
        let text = say(
            "lagret har \(size) MiB, \(free >> 20) MiB är lediga",
            "the store has \(size) MiB, \(free >> 20) MiB are free")
        return free >= needed
            ? .good("disk", text)
            : .bad(
                "disk", text,
                say(
                    "Gör plats för minst \(needed >> 20) MiB: en migrering eller gallring behöver en kopia av lagret",
                    "Make room for at least \(needed >> 20) MiB: a migration or a purge needs a copy of the store"))
    }

    private func index(_ status: ServerStatus.Result) -> Finding {
        let look = say(
            "Om det förblir så länge, se efter: journalctl -u torgd -n 50",
            "If it stays so for long, look with: journalctl -u torgd -n 50")
        let far = status.indexing.map { say(", \($0.percent) % klart", ", \($0.percent) % done") } ?? ""
        guard let index = status.index else {
            return status.state == .unavailable
                ? .bad(
                    "index",
                    say("inget kan byggas, för lagret är skadat", "none can be built, for the store is damaged"),
                    say("Återställ en kopia, se operating.md", "Restore a copy, see operating.md"))
                : .notice(
                    "index",
                    say(
                        "det första byggs\(far); matchningar besvaras när det finns",
                        "the first one is being built\(far); matches are answered once it is there"), look)
        }
        if index.generation == status.generation {
            return .good(
                "index",
                say(
                    "av generation \(index.generation), som data; \(age(index.ageSeconds)) gammalt",
                    "of generation \(index.generation), as the data is; \(age(index.ageSeconds)) old"))
        }
        let behind = say(
            "av generation \(index.generation), data är vid \(status.generation)",
            "of generation \(index.generation), the data is at \(status.generation)")
        if status.importing != nil {
            return .good("index", behind + say(": en import pågår", ": an import is under way"))
        }
        return .notice("index", behind + say(": ett nytt byggs\(far)", ": a new one is being built\(far)"), look)
    }

    private func lastImport(_ status: ServerStatus.Result) -> Finding {
        if let importing = status.importing {
            return .good(
                "import",
                say(
                    "en pågår, \(importing.seen) annonser hittills",
                    "one is under way, \(importing.seen) notices so far"))
        }
        guard let last = status.lastImport else {
            return .bad(
                "import", say("ingenting har kommit in än", "nothing has ever come in"),
                say(
                    "Läs in något: torg import PATH, se operating.md",
                    "Take something in: torg import PATH, or see operating.md"))
        }
        let at = (try? Date(last.at.text, strategy: .iso8601)) ?? now
        let days = Int(now.timeIntervalSince(at)) / 86_400
        let text = say(
            "den senaste var \(days == 0 ? "i dag" : "för \(days) dagar sedan"), \(last.at): \(last.notices.seen) annonser",
            "the last was \(days == 0 ? "today" : "\(days) days ago"), \(last.at): \(last.notices.seen) notices")
        if days >= quietDays {
            return .bad(
                "import",
                text + say("; \(quietDays) dagar utan är för många", "; \(quietDays) days without any are too many"),
                say(
                    "Se att filer kommer: ls -l /var/spool/torg; systemctl status torg-import.timer; fråga portalen",
                    "See that files come: ls -l /var/spool/torg; systemctl status torg-import.timer; ask the portal"))
        }
        if last.notices.refused > 0 {
            return .notice(
                "import", text + say(", \(last.notices.refused) avvisade", ", \(last.notices.refused) of them refused"),
                say("Se varför: torg refusals", "See why: torg refusals"))
        }
        return .good("import", text)
    }

    /// Files may come every day and hold nothing new.
    private func newestNotice(_ status: ServerStatus.Result) -> Finding? {
        guard status.lastImport != nil, status.importing == nil else { return nil }
        guard let newest = status.newestNotice else {
            return .notice("notices", say("ingen har ett datum", "none has a date"))
        }
        let days = DataAge.days(from: newest, to: now)
        let text = say(
            "den nyaste är \(days == 0 ? "från i dag" : "\(days) dagar gammal"), \(newest)",
            "the newest is \(days == 0 ? "of today" : "\(days) days old"), \(newest)")
        guard days >= quietDays else { return .good("notices", text) }
        return .bad(
            "notices", text + say("; \(quietDays) dagar är för många", "; \(quietDays) days are too many"),
            say(
                "Fråga portalen varför inget nytt kommer, och se vad som kom: ls -lt /var/spool/torg/done",
                "Ask the portal why nothing new comes, and see what came: ls -lt /var/spool/torg/done"))
    }

    /// What answers rest on; a notice can be new and count for nothing, such as one without a winner.
    private func data(_ status: ServerStatus.Result) -> Finding? {
        guard let through = status.dataThrough else { return nil }
        let days = DataAge.days(from: through, to: now)
        let text = DataAge(language: language).status(through, today: now)
        guard days >= DataAge.oldDays else { return .good("data", text) }
        return .notice(
            "data", text,
            say(
                "Läs in nyare annonser om tilldelning: torg import", "Import newer notices of awards: torg import"))
    }

    /// A clock that stands behind what has happened already is wrong, or was.
    private func clock(_ status: ServerStatus.Result) async -> Finding {
        let shown = Moment(secondsSinceEpoch: Int(now.timeIntervalSince1970))
        let last = status.lastImport.flatMap { try? Date($0.at.text, strategy: .iso8601) }
        if let last, last.timeIntervalSince(now) > 60 {
            return .bad(
                "clock",
                say(
                    "den visar \(shown), men den senaste importen slutade \(Moment(secondsSinceEpoch: Int(last.timeIntervalSince1970)))",
                    "it shows \(shown), but the last import ended \(Moment(secondsSinceEpoch: Int(last.timeIntervalSince1970)))"
                ),
                say("Ställ den: timedatectl set-ntp true", "Set it: timedatectl set-ntp true"))
        }
        return await ClockCheck(language: language).finding(shown: shown.text)
    }

    private func age(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3600) h"
        default: "\(seconds / 86_400) \(say("dagar", "days"))"
        }
    }

    private func say(_ sv: String, _ en: String) -> String { language.pick(sv, en) }
}
