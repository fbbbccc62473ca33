import API
import Foundation
import Procurement

/// What the daemon's own status gives to think about.
package struct StatusCheck: Speaking {
    package let language: TextLanguage
    /// The version of the program that looks; `nil` for one that has none of its own to compare.
    private let version: String?
    /// Days without an import, or without a new notice, from which on something is wrong.
    private let quietDays: Int
    /// The time to reckon from.
    private let now: Date

    /// A disk with less than this is as good as full: an import may need as much for the log that it writes first.
    private static let leastFreeBytes = 1 << 30

    package init(
        language: TextLanguage, version: String? = nil, quietDays: Int = StatusCheck.standardQuietDays, now: Date
    ) {
        self.language = language
        self.version = version
        self.quietDays = quietDays
        self.now = now
    }

    /// So many days without anything new are too many, where nothing else is said.
    package static let standardQuietDays = 4

    /// What is worth knowing, in the order in which it matters.
    ///
    /// - Parameter clock: how the machine's clock is kept, from whoever can ask the machine; what has happened already
    ///   speaks before it.
    package func findings(_ status: ServerStatus.Result, clock: Finding? = nil) -> [Finding] {
        let found = [
            programs(status), contract(status), store(status), disk(status), index(status), lastImport(status),
            newestNotice(status), data(status), stopped(status) ?? clock,
            status.textfile.map { TextfileCheck(language: language).finding($0) },
        ]
        return found.compactMap { $0 } + CopyCheck(language: language).findings(status)
            + SourcesCheck(language: language).findings(status.fetching)
    }

    private func programs(_ status: ServerStatus.Result) -> Finding? {
        guard let version else { return nil }
        return status.version == version
            ? .good(
                "version",
                pick(
                    sv: "klient och demon är båda \(status.version)", en: "client and daemon are both \(status.version)"
                ))
            : .bad(
                "version",
                pick(
                    sv: "klienten är \(version), demonen \(status.version)",
                    en: "the client is \(version), the daemon \(status.version)"),
                pick(
                    sv: "Efter en uppgradering måste demonen startas om: systemctl restart torgd",
                    en: "After an upgrade the daemon has to be started anew: systemctl restart torgd"))
    }

    private func contract(_ status: ServerStatus.Result) -> Finding {
        let text = pick(
            sv: "kontrakt \(status.contract), lagrets schema \(status.store.schema)",
            en: "contract \(status.contract), store schema \(status.store.schema)")
        if status.contract == Contract.version { return .good("contract", text) }
        let isOther = status.contract.prefix { $0 != "." } != Contract.version.prefix { $0 != "." }
        let differs =
            text
            + pick(
                sv: "; klientens kontrakt är \(Contract.version)", en: "; the client's contract is \(Contract.version)")
        let remedy = pick(
            sv: "Installera klient och demon av samma version, och starta om: systemctl restart torgd",
            en: "Install client and daemon of one version, and start anew: systemctl restart torgd")
        return isOther ? .bad("contract", differs, remedy) : .notice("contract", differs, remedy)
    }

    private func store(_ status: ServerStatus.Result) -> Finding? {
        status.store.detail.map { detail in
            switch status.store.state {
            case .writeProtected:
                .bad(
                    "store", detail,
                    pick(sv: "Ge demonens användare rätt att skriva, och: ", en: "Let the daemon's user write, and: ")
                        + "systemctl restart torgd")
            case .replaced:
                .bad(
                    "store", detail,
                    pick(
                        sv:
                            "Rädda det som var öppnat: torg backup /var/lib/torg/backup/saved.sqlite; se sedan operating.md",
                        en: "Save what was opened: torg backup /var/lib/torg/backup/saved.sqlite; then see operating.md"
                    ))
            case .sound, .readOnly, .unreadable:
                .bad(
                    "store", detail,
                    pick(
                        sv: "Återställ en kopia, se operating.md; kopior finns i /var/lib/torg/backup",
                        en: "Restore a copy, see operating.md; copies are in /var/lib/torg/backup"))
            }
        }
    }

    private func disk(_ status: ServerStatus.Result) -> Finding {
        let size = status.store.bytes >> 20
        guard let free = status.store.freeBytes else {
            return .notice(
                "disk",
                pick(
                    sv: "lagret har \(size) MiB; systemet säger inte vad som är ledigt",
                    en: "the store has \(size) MiB; the system doesn't say what is free"))
        }
        let needed = max(Self.leastFreeBytes, status.store.bytes)
        let text = pick(
            sv: "lagret har \(size) MiB, \(free >> 20) MiB är lediga",
            en: "the store has \(size) MiB, \(free >> 20) MiB are free")
        return free >= needed
            ? .good("disk", text)
            : .bad(
                "disk", text,
                pick(
                    sv:
                        "Gör plats för minst \(needed >> 20) MiB: en migrering eller gallring behöver en kopia av lagret",
                    en: "Make room for at least \(needed >> 20) MiB: a migration or a purge needs a copy of the store"))
    }

    private func index(_ status: ServerStatus.Result) -> Finding {
        let look = pick(
            sv: "Om det förblir så länge, se efter: journalctl -u torgd -n 50",
            en: "If it stays so for long, look with: journalctl -u torgd -n 50")
        let far = status.indexing.map { pick(sv: ", \($0.percent) % klart", en: ", \($0.percent) % done") } ?? ""
        guard let index = status.index else {
            return status.state == .unavailable && status.following == nil
                ? .bad(
                    "index",
                    pick(
                        sv: "inget kan byggas, för lagret är skadat", en: "none can be built, for the store is damaged"),
                    pick(sv: "Återställ en kopia, se operating.md", en: "Restore a copy, see operating.md"))
                : .notice(
                    "index",
                    pick(
                        sv: "det första byggs\(far); matchningar besvaras när det finns",
                        en: "the first one is being built\(far); matches are answered once it is there"), look)
        }
        if index.generation == status.generation {
            return .good(
                "index",
                pick(
                    sv: "av generation \(index.generation), som data; \(age(index.ageSeconds)) gammalt",
                    en: "of generation \(index.generation), as the data is; \(age(index.ageSeconds)) old"))
        }
        let behind = pick(
            sv: "av generation \(index.generation), data är vid \(status.generation)",
            en: "of generation \(index.generation), the data is at \(status.generation)")
        if status.importing != nil {
            return .good("index", behind + pick(sv: ": en import pågår", en: ": an import is under way"))
        }
        return .notice(
            "index", behind + pick(sv: ": ett nytt byggs\(far)", en: ": a new one is being built\(far)"), look)
    }

    private func lastImport(_ status: ServerStatus.Result) -> Finding {
        if let importing = status.importing {
            return .good(
                "import",
                pick(
                    sv: "en pågår, \(importing.seen) annonser hittills",
                    en: "one is under way, \(importing.seen) notices so far"))
        }
        guard let last = status.lastImport else {
            return .bad(
                "import", pick(sv: "ingenting har kommit in än", en: "nothing has ever come in"),
                pick(
                    sv: "Läs in något: torg import PATH, se operating.md",
                    en: "Take something in: torg import PATH, or see operating.md"))
        }
        let at = (try? Date(last.at.text, strategy: .iso8601)) ?? now
        let days = Int(now.timeIntervalSince(at)) / 86_400
        let text = pick(
            sv:
                "den senaste var \(days == 0 ? "i dag" : "för \(days) dagar sedan"), \(last.at): \(last.notices.seen) annonser",
            en: "the last was \(days == 0 ? "today" : "\(days) days ago"), \(last.at): \(last.notices.seen) notices")
        if days >= quietDays {
            return .bad(
                "import",
                text
                    + pick(
                        sv: "; \(quietDays) dagar utan är för många", en: "; \(quietDays) days without any are too many"
                    ),
                pick(
                    sv:
                        "Se att filer kommer: ls -l /var/spool/torg; systemctl status torg-import.timer; fråga portalen",
                    en: "See that files come: ls -l /var/spool/torg; systemctl status torg-import.timer; ask the portal"
                ))
        }
        if last.notices.refused > 0 {
            return .notice(
                "import",
                text + pick(sv: ", \(last.notices.refused) avvisade", en: ", \(last.notices.refused) of them refused"),
                pick(sv: "Se varför: torg refusals", en: "See why: torg refusals"))
        }
        return .good("import", text)
    }

    /// Files may come every day and hold nothing new.
    private func newestNotice(_ status: ServerStatus.Result) -> Finding? {
        guard status.lastImport != nil, status.importing == nil else { return nil }
        guard let newest = status.newestNotice else {
            return .notice("notices", pick(sv: "ingen har ett datum", en: "none has a date"))
        }
        let days = DataAge.days(from: newest, to: now)
        let text = pick(
            sv: "den nyaste är \(days == 0 ? "från i dag" : "\(days) dagar gammal"), \(newest)",
            en: "the newest is \(days == 0 ? "of today" : "\(days) days old"), \(newest)")
        guard days >= quietDays else { return .good("notices", text) }
        return .bad(
            "notices", text + pick(sv: "; \(quietDays) dagar är för många", en: "; \(quietDays) days are too many"),
            pick(
                sv: "Fråga portalen varför inget nytt kommer, och se vad som kom: ls -lt /var/spool/torg/done",
                en: "Ask the portal why nothing new comes, and see what came: ls -lt /var/spool/torg/done"))
    }

    /// What answers rest on; a notice can be new and count for nothing, such as one without a winner.
    private func data(_ status: ServerStatus.Result) -> Finding? {
        guard let through = status.dataThrough else { return nil }
        let days = DataAge.days(from: through, to: now)
        let text = DataAge(language: language).status(through, today: now)
        guard DataAge.isOld(days) else { return .good("data", text) }
        return .notice(
            "data", text,
            pick(
                sv: "Läs in nyare annonser om tilldelning: torg import",
                en: "Import newer notices of awards: torg import"))
    }

    /// A clock that stands behind what has happened already is wrong, or was.
    private func stopped(_ status: ServerStatus.Result) -> Finding? {
        let shown = Moment(secondsSinceEpoch: Int(now.timeIntervalSince1970))
        let last = status.lastImport.flatMap { try? Date($0.at.text, strategy: .iso8601) }
        if let last, last.timeIntervalSince(now) > 60 {
            return .bad(
                "clock",
                pick(
                    sv:
                        "den visar \(shown), men den senaste importen slutade \(Moment(secondsSinceEpoch: Int(last.timeIntervalSince1970)))",
                    en:
                        "it shows \(shown), but the last import ended \(Moment(secondsSinceEpoch: Int(last.timeIntervalSince1970)))"
                ),
                pick(sv: "Ställ den: timedatectl set-ntp true", en: "Set it: timedatectl set-ntp true"))
        }
        return nil
    }

    private func age(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3600) h"
        default: "\(seconds / 86_400) \(pick(sv: "dagar", en: "days"))"
        }
    }
}
