import API
import Foundation
import JSONRPC
import Procurement
import Sheets

/// How the daemon fares: data, imports, sources, what was refused.
enum RunningPage {
    static func show(_ visit: Visit) async throws -> Answer {
        let reader = visit.reader
        let status = try await visit.call(ServerStatus.self, NoParameters())
        let refusals = try await visit.callWhereAllowed(RefusalsList.self, RefusalsList.Parameters(limit: 20))
        let audit = try await visit.callWhereAllowed(AuditList.self, AuditList.Parameters(limit: 20))
        let session = try await visit.call(SessionGet.self, NoParameters())
        let findings = StatusCheck(language: visit.language, now: Date()).findings(status)
        var fields: Fields = [
            "who": .text(session.name), "role": Fields.Value(session.role.map { word($0, reader) }),
            "because": .text(session.because.text(in: visit.language)),
            "findings": Fields.Value(findings.map { finding($0, reader) }),
            "mayAudit": .flag(audit != nil), "hasAudit": .flag(audit?.entries.isEmpty == false),
            "audit": Fields.Value((audit?.entries ?? []).map { entry($0, reader) }),
            "state": .text(word(status.state, reader)), "version": .text(status.version),
            "contract": .text(status.contract),
            "generation": Fields.Value(status.generation), "notices": .text(reader.count(status.notices)),
            "suppliers": .text(reader.count(status.suppliers)), "awards": .text(reader.count(status.awards)),
            "through": Fields.Value(status.dataThrough.map(reader.day)),
            "old": Fields.Value(GroundText(reader: reader).warning(status.dataThrough)),
            "trouble": Fields.Value(status.store.detail),
            "store": .text(megabytes(status.store.bytes, reader)),
            "free": Fields.Value(status.store.freeBytes.map { megabytes($0, reader) }),
            "memory": .text(megabytes(status.memoryBytes, reader)),
            "import": false,
            "isFetching": .flag(status.fetching != nil),
            "sources": Fields.Value(SourceFields.all(status.fetching, reader)),
            "mayRefusals": .flag(refusals != nil), "hasRefusals": .flag(refusals?.refusals.isEmpty == false),
            "refusals": Fields.Value(
                (refusals?.refusals ?? []).map {
                    [
                        "file": .text($0.file), "reason": .text($0.reason), "detail": .text($0.detail),
                        "at": .text(reader.moment($0.at)),
                    ]
                }),
        ]
        if let last = status.lastImport {
            fields["import"] = .fields([
                "at": .text(reader.moment(last.at)), "files": .text(reader.count(last.files)),
                "stored": .text(reader.count(last.notices.stored)),
                "refused": .text(reader.count(last.notices.refused)),
            ])
        }
        return .page("running", title: reader.pick(sv: "Drift", en: "Running it"), fields)
    }

    private static func finding(_ finding: Finding, _ reader: Reader) -> Fields {
        let word =
            switch finding.state {
            case .good: reader.pick(sv: "bra", en: "good")
            case .notice: reader.pick(sv: "att veta", en: "to know")
            case .bad: reader.pick(sv: "fel", en: "wrong")
            }
        return [
            "subject": .text(name(finding.subject, reader)), "word": .text(word), "text": .text(finding.text),
            "remedy": Fields.Value(finding.remedy), "isGood": .flag(finding.state == .good),
            "isBad": .flag(finding.state == .bad),
        ]
    }

    /// What was looked at, in the reader's language; a source has a name of its own.
    private static func name(_ subject: String, _ reader: Reader) -> String {
        switch subject {
        case "contract": reader.pick(sv: "kontrakt", en: "contract")
        case "store": reader.pick(sv: "lagring", en: "store")
        case "import": reader.pick(sv: "inläsning", en: "import")
        case "notices": reader.pick(sv: "annonser", en: "notices")
        case "data": reader.pick(sv: "underlag", en: "data")
        case "clock": reader.pick(sv: "klocka", en: "clock")
        case "metrics": reader.pick(sv: "mätvärden", en: "metrics")
        case "sources": reader.pick(sv: "källor", en: "sources")
        default: subject.replacing("source ", with: reader.pick(sv: "källa ", en: "source "), maxReplacements: 1)
        }
    }

    private static func entry(_ entry: AuditEntry, _ reader: Reader) -> Fields {
        [
            "at": .text(reader.moment(entry.last)), "by": .text(entry.by), "action": .text(word(entry.action, reader)),
            "method": Fields.Value(entry.method), "subject": Fields.Value(entry.subject),
            "reason": Fields.Value(entry.reason),
            "count": Fields.Value(entry.count > 1 ? reader.count(entry.count) : nil),
        ]
    }

    private static func word(_ action: AuditAction, _ reader: Reader) -> String {
        switch action {
        case .denied: reader.pick(sv: "nekad", en: "denied")
        case .unmasked: reader.pick(sv: "visade ett personnummer", en: "saw a personal number")
        case .purged: reader.pick(sv: "gallrade", en: "purged")
        case .backup: reader.pick(sv: "kopierade lagret", en: "copied the store")
        case .added: reader.pick(sv: "lade till ett företag", en: "added a firm")
        }
    }

    private static func word(_ role: Role, _ reader: Reader) -> String {
        switch role {
        case .reader: reader.pick(sv: "läsare", en: "reader")
        case .manager: reader.pick(sv: "kategoriansvarig", en: "manager")
        case .admin: reader.pick(sv: "administratör", en: "administrator")
        }
    }

    private static func word(_ state: ServingState, _ reader: Reader) -> String {
        switch state {
        case .starting: reader.pick(sv: "startar", en: "starting")
        case .ready: reader.pick(sv: "i drift", en: "ready")
        case .unavailable: reader.pick(sv: "kan inte svara", en: "unavailable")
        }
    }

    private static func megabytes(_ bytes: Int, _ reader: Reader) -> String {
        reader.count(bytes / 1_000_000) + "\u{A0}MB"
    }
}
