import API
import Foundation
import JSONRPC
import Procurement
import Sheets
import Transport

/// The reader's own watches: all of them with what the next mail would tell, one to change, and how news come.
enum WatchPages {
    static func list(_ visit: Visit) async throws -> Answer {
        let result = try await visit.call(WatchesList.self, NoParameters())
        if let file = try await visit.file(WatchesList.self, NoParameters(), result, name: "watches") { return file }
        let news = try await visit.call(WatchesNews.self, WatchesNews.Parameters(unseen: true, limit: 50))
        let mail = try await visit.call(WatchesAddress.self, WatchesAddress.Parameters())
        let (reader, language) = (visit.reader, visit.language)
        return .page(
            "watches", title: reader.pick(sv: "Bevakningar", en: "Watches"),
            [
                "isEmpty": .flag(result.watches.isEmpty),
                "watches": Fields.Value(result.watches.map { line($0, reader) }),
                "hasNews": .flag(!news.news.isEmpty), "unseen": .text(reader.count(news.unseen)),
                "digest": Fields.Value(
                    Digest(news.news).watches.map { name, lines in
                        ["watchName": .text(name), "lines": Fields.Value(lines.map { newsLine($0, language) })]
                    }),
                "mailAddress": Fields.Value(mail.address),
                "intervals": Fields.Value(
                    MailInterval.allCases.map {
                        choice($0.rawValue, language.interval($0), $0 == (mail.address == nil ? .daily : mail.every))
                    }),
                "languages": Fields.Value([
                    choice("sv", reader.pick(sv: "svenska", en: "Swedish"), mail.language == .sv),
                    choice("en", reader.pick(sv: "engelska", en: "English"), mail.language == .en),
                ]),
                "removed": Fields.Value(removed(visit)), "isMailSaved": .flag(visit.asked["mail"] != nil),
                "files": .fields(visit.files(of: Address("watches"))),
            ])
    }

    /// What was just removed, and the form that makes it again.
    private static func removed(_ visit: Visit) -> Fields? {
        guard let name = visit.asked["removed"] else { return nil }
        let again = WatchForm(visit.asked).said(Address("watches"))
        return ["removedName": .text(name), "hidden": Fields.Value(again.hidden)]
    }

    /// One watch, or the form for a new one, with what the address says of it.
    static func show(_ visit: Visit) async throws -> Answer {
        if visit.id == "new" { return try await page(visit, WatchForm(visit.asked), watch: nil, wrong: nil) }
        guard let id = Int(visit.id) else { throw PageNotFound() }
        let watch = try await visit.call(WatchesGet.self, WatchesGet.Parameters(watch: id)).watch
        return try await page(visit, WatchForm(watch), watch: watch, wrong: nil)
    }

    static func make(_ visit: Visit) async throws -> Answer { try await save(visit, over: nil) }

    static func change(_ visit: Visit) async throws -> Answer {
        guard let id = Int(visit.id) else { throw PageNotFound() }
        return try await save(visit, over: id)
    }

    /// What the daemon doesn't take is told beside the form, which has what was written.
    private static func save(_ visit: Visit, over id: Int?) async throws -> Answer {
        let form = WatchForm(visit.sent)
        do {
            let watch = try await visit.daemon.call(WatchesSave.self, form.parameters(over: id)).watch
            return .seeOther(Address("watch", "\(watch.id)").saying("saved", "yes"))
        } catch RPCClientError.remote(let answer) where answer.code == .invalidParameters {
            return try await page(visit, form, watch: nil, wrong: wrong(answer, form, visit.reader), over: id)
        }
    }

    private static func wrong(_ answer: RPCError, _ form: WatchForm, _ reader: Reader) -> String {
        switch answer.detail?.parameter {
        case "name" where form.name.isEmpty:
            reader.pick(sv: "Ge bevakningen ett namn.", en: "Give the watch a name.")
        case "tell" where form.tell.isEmpty:
            reader.pick(sv: "Välj minst en sak att få veta.", en: "Choose at least one thing to be told of.")
        case "tell":
            reader.pick(
                sv:
                    "”\(reader.language.news(.supplier))” kräver ett behov, en kategori, en utmaning eller CPV; "
                    + "”\(reader.language.news(.status))” kräver en leverantör.",
                en:
                    "“\(reader.language.news(.supplier))” asks for a need, a category, a challenge or CPV; "
                    + "“\(reader.language.news(.status))” asks for a supplier.")
        case "question":
            reader.pick(
                sv: "Säg vad som ska bevakas: högst en av kategori, utmaning, CPV och behov, eller något av det andra.",
                en: "Say what to watch: at most one of category, challenge, CPV and need, or something of the rest.")
        default: answer.message
        }
    }

    static func remove(_ visit: Visit) async throws -> Answer {
        guard let id = Int(visit.id) else { throw PageNotFound() }
        let watch = try await visit.call(WatchesGet.self, WatchesGet.Parameters(watch: id)).watch
        _ = try await visit.call(WatchesRemove.self, WatchesRemove.Parameters(watch: id))
        return .seeOther(WatchForm(watch).said(Address("watches").saying("removed", watch.name)))
    }

    static func mail(_ visit: Visit) async throws -> Answer {
        _ = try await visit.call(
            WatchesAddress.self,
            WatchesAddress.Parameters(
                address: visit.sent["address"], every: visit.sent["every"].flatMap(MailInterval.init(rawValue:)),
                language: visit.sent["language"].flatMap(TextLanguage.init(rawValue:))))
        return .seeOther(Address("watches").saying("mail", "saved"))
    }

    /// The news as a feed, for a program that has the session's cookie.
    static func feed(_ visit: Visit) async throws -> Answer {
        let news = try await visit.call(WatchesNews.self, WatchesNews.Parameters(limit: 100)).news
        let session = try await visit.call(SessionGet.self, NoParameters())
        let now = Moment(secondsSinceEpoch: Int(Date().timeIntervalSince1970))
        let feed = AtomFeed(news, of: session.name, in: visit.language, at: now)
        return .feed(feed.text)
    }

    private static func page(
        _ visit: Visit, _ form: WatchForm, watch: WatchLine?, wrong: String?, over id: Int? = nil
    ) async throws -> Answer {
        let categories = try await visit.call(CategoriesList.self, .init()).categories
        let challenges = try await visit.call(ChallengesList.self, .init()).challenges
        let number = watch?.id ?? id
        let title =
            number == nil
            ? visit.reader.pick(sv: "Ny bevakning", en: "New watch") : watch?.name ?? form.name
        return .page(
            "watch", title: title.isEmpty ? visit.reader.pick(sv: "Bevakning", en: "Watch") : title,
            [
                "number": Fields.Value(number.map(String.init)),
                "action": .text((number.map { Address("watch", "\($0)") } ?? Address("watches")).description),
                "form": .fields(form.fields(categories, challenges, visit)),
                "current": Fields.Value(watch.map { line($0, visit.reader) }),
                "isSaved": .flag(visit.asked["saved"] != nil), "wrong": Fields.Value(wrong),
            ])
    }

    private static func line(_ watch: WatchLine, _ reader: Reader) -> Fields {
        [
            "watchName": .text(watch.name), "page": .text(Address("watch", "\(watch.id)").description),
            "id": Fields.Value(watch.id), "question": .text(reader.language.watched(watch)),
            "tell": .text(watch.tell.map(reader.language.news).joined(separator: ", ")),
            "unseen": .text(reader.count(watch.unseen)), "at": .text(reader.moment(watch.at)),
            "uncounted": Fields.Value(watch.uncounted > 0 ? reader.count(watch.uncounted) : nil),
            "readAs": Fields.Value(watch.readAs?.joined(separator: ", ")),
        ]
    }

    private static func newsLine(_ line: NewsLine, _ language: TextLanguage) -> Fields {
        let page = line.notice.map { Address("notice", $0.id) } ?? line.supplier.map { Address("supplier", $0.id) }
        return [
            "title": .text(line.notice?.title ?? line.supplier?.name ?? line.watchName),
            "newsPage": .text((page ?? Address("watches")).description), "text": .text(line.text.text(in: language)),
        ]
    }

    private static func choice(_ value: String, _ word: String, _ isChosen: Bool) -> Fields {
        ["value": .text(value), "word": .text(word), "isChosen": .flag(isChosen)]
    }
}
