import API
import JSONRPC
import Procurement
import Sheets

/// The first page: what Torg knows until when, which meetings are ahead, and where to begin.
enum TodayPage {
    static func show(_ visit: Visit) async throws -> Answer {
        let reader = visit.reader
        let status = try await visit.call(ServerStatus.self, NoParameters())
        let categories = try await visit.call(CategoriesList.self, .init()).categories
        let challenges = try await visit.call(ChallengesList.self, .init()).challenges
        let events = try await visit.call(EventsList.self, EventsList.Parameters(limit: 10)).events
        let ground = GroundText(reader: reader)
        let fields: Fields = [
            "hasData": .flag(status.notices > 0 || status.suppliers > 0 || status.counting == true),
            "isStarting": .flag(status.state == .starting),
            "notices": .text(reader.count(status.notices)), "suppliers": .text(reader.count(status.suppliers)),
            "awards": .text(reader.count(status.awards)),
            "through": Fields.Value(status.dataThrough.map(reader.day)),
            "old": Fields.Value(ground.warning(status.dataThrough)),
            "sources": Fields.Value(SourceFields.late(status.fetching, reader)),
            "categories": Fields.Value(
                categories.map {
                    [
                        "name": .text(visit.name($0.names, $0.name)), "owner": Fields.Value($0.owner),
                        "page": .text(Address("category", $0.id).description),
                        "card": .text(Address("card", $0.id).description),
                    ]
                }),
            "challenges": Fields.Value(
                challenges.map {
                    [
                        "name": .text(visit.name($0.names, $0.name)),
                        "page": .text(Address("challenge", $0.id).description),
                    ]
                }),
            "news": Fields.Value(try await news(visit)),
            "hasEvents": .flag(!events.isEmpty),
            "events": Fields.Value(events.map { EventFields.line($0, reader) }),
        ]
        return .page("today", title: reader.pick(sv: "Idag", en: "Today"), fields)
    }

    /// What is new to the reader's own watches and hasn't been seen; `nil` for nothing.
    private static func news(_ visit: Visit) async throws -> Fields? {
        let result = try await visit.call(WatchesNews.self, WatchesNews.Parameters(unseen: true, limit: 15))
        guard let newest = result.news.map(\.id).max() else { return nil }
        let lines = result.news.map { line -> Fields in
            let page = line.notice.map { Address("notice", $0.id) } ?? line.supplier.map { Address("supplier", $0.id) }
            return [
                "title": .text(line.notice?.title ?? line.supplier?.name ?? line.watchName),
                "page": .text((page ?? Address("")).description),
                "text": .text(line.text.text(in: visit.language)), "watch": .text(line.watchName),
            ]
        }
        return [
            "unseen": .text(visit.reader.count(result.unseen)), "lines": Fields.Value(lines),
            "through": Fields.Value(newest),
        ]
    }

    /// Notes as seen what was shown, and not what has come since.
    static func seen(_ visit: Visit) async throws -> Answer {
        guard let through = visit.sent["through"].flatMap(Int.init) else { throw PageNotFound() }
        _ = try await visit.call(WatchesSeen.self, WatchesSeen.Parameters(through: through))
        return .seeOther(Address(""))
    }
}

/// Sources of data as pages show them.
enum SourceFields {
    /// Those that failed or are late.
    static func late(_ fetching: FetchingStand?, _ reader: Reader) -> [Fields] {
        all(fetching, reader) { $0.state == .late || $0.state == .failing }
    }

    static func all(_ fetching: FetchingStand?, _ reader: Reader, where isShown: (SourceStand) -> Bool = { _ in true })
        -> [Fields]
    {
        (fetching?.sources ?? []).filter(isShown).map { source in
            [
                "name": .text(source.name), "state": .text(reader.language.state(source.state)),
                "through": Fields.Value(source.dataThrough.map(reader.day)),
                "success": Fields.Value(source.lastSuccess.map(reader.moment)),
                "waiting": Fields.Value(source.waiting),
                "error": Fields.Value(source.error.map { $0.text.text(in: reader.language) }),
                "remedy": Fields.Value(source.error.map { $0.remedy.text(in: reader.language) }),
            ]
        }
    }
}
