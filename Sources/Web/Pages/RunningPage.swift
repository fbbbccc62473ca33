import API
import JSONRPC
import Procurement

/// How the daemon fares: data, imports, sources, what was refused.
enum RunningPage {
    static func show(_ visit: Visit) async throws -> Answer {
        let reader = visit.reader
        let status = try await visit.call(ServerStatus.self, NoParameters())
        let refusals = try await visit.callWhereAllowed(RefusalsList.self, RefusalsList.Parameters(limit: 20))
        var fields: Fields = [
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

/// How the ranking works and how good it is, and how the page can be used by everybody.
enum AboutPage {
    static func show(_ visit: Visit) async throws -> Answer {
        let status = try await visit.call(ServerStatus.self, NoParameters())
        return .page(
            "about", title: visit.reader.pick(sv: "Så rangordnar Torg", en: "How Torg ranks"),
            ["version": .text(status.version)])
    }
}
