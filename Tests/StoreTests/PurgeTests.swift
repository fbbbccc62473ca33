import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

/// A person whom a decision takes out is gone from everything that is stored, also from the bytes of the file.
@Suite struct PurgeTests {
    private let folder: TemporaryFolder
    private static let number = "640823-3234"

    /// One character may be the end of one name and the beginning of the next.
    @Test(arguments: [("Sara S", "Sara ßara S"), ("ifif", "iﬁﬁﬁf")])
    func namesThatShareACharacterAreTakenOut(name: String, text: String) {
        let replaced = SoughtNames([name]).replaced(in: text, with: "[x]")
        #expect(!SoughtNames([name]).stand(in: replaced))
        #expect(replaced.contains("[x]"), "\(replaced)")
    }

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.file("torg.sqlite") }

    private static let notices: [Notice] = {
        let person = Samples.organisation("W", "Xanthippa Qvarnsten", number: number, isNaturalPerson: true)
        var first = Samples.notice("a", title: "Städning av skolor, Xanthippa Qvarnsten", winners: [person])
        first.description = LocalizedText("Frågor till 19640823-3234", language: "SWE")
        let other = Samples.organisation("V", "Rena Golv AB", number: "5568592918")
        return [
            first, Samples.notice("a", version: 2, winners: [person]),
            Samples.notice(
                "b", winners: [Samples.organisation("W", "Qvarnstens Zinkverk", number: "SE640823323401"), other]),
            Samples.notice("b", title: "Annat", winners: [other, person]), Samples.notice("c", winners: [other]),
        ]
    }()

    private static let dossier = PurgeDossier(
        entry: { removed, at in
            NewDossierEntry(
                dossier: "purges", at: at, actor: "eva", method: "dossier.purge", generation: 0,
                record: Data("\(removed)".utf8))
        },
        hash: { _, sequence, _ in String(repeating: "\(sequence % 10)", count: 64) })

    /// Notices, register, feedback, a refusal, an event and a dossier that all speak of the person.
    private func filled(register: Bool = true) throws -> (store: Store, person: SupplierID) {
        let store = try Store(path: path)
        try store.takeAll(Self.notices)
        if register {
            _ = try store.importRegister(path: try writeRegister())
        }
        let person = try #require(try store.suppliers(named: "Xanthippa Qvarnsten").first).id
        _ = try store.record(Feedback(need: "{}", supplier: person, verdict: .accepted, by: "anna"))
        _ = try store.record(
            Feedback(
                need: "{}", supplier: "SE5568592918", verdict: .rejected, reason: "Hellre Xanthippa Qvarnsten",
                by: "anna"))
        try store.write { database in
            try database.execute(
                sql: """
                    INSERT INTO refusals (file, reason, detail, import, at)
                    VALUES ('/f', 'bad', 'Xanthippa Qvarnsten', 1, '2026-01-01T00:00:00Z');
                    INSERT INTO events (id, kind, name, user, at) VALUES (1, 'meeting', 'Träff', 'anna', '2026-01-01T00:00:00Z');
                    INSERT INTO guests (id, event, key, supplier, name, number)
                    VALUES (1, 1, '\(person.rawValue)', '\(person.rawValue)', 'Xanthippa Qvarnsten', 'SE6408233234');
                    INSERT INTO invitations VALUES (1, 'Xanthippa Qvarnsten städar.', 'anna', '2026-01-01T00:00:00Z');
                    INSERT INTO registrations (guest, wishes, user, at)
                    VALUES (1, 'städning\u{1f}Qvarnsten vill ha ett bord', 'anna', '2026-01-01T00:00:00Z');
                    INSERT INTO events (id, kind, name, place, user, at)
                    VALUES (2, 'talks', 'Samtal med xanthippa qvarnsten', 'Hos Xanthippa Qvarnsten', 'anna',
                        '2026-01-01T00:00:00Z');
                    INSERT INTO guests (id, event, key, name)
                    VALUES (2, 2, 'f:xanthippa qvarnsten', 'XANTHIPPA QVARNSTEN'), (3, 2, 'f:rena golv', 'Rena Golv AB');
                    INSERT INTO registrations (guest, wishes, user, at)
                    VALUES (3, 'vid Xanthippa Qvarnstens bord', 'anna', '2026-01-01T00:00:00Z');
                    INSERT INTO outcomes (event, guest, text, user, at)
                    VALUES (2, 3, 'Städar hos Xanthippa Qvarnsten 640823\u{a0}3234', 'anna', '2026-01-01T00:00:00Z');
                    INSERT INTO definitions (kind, id, version, definition, retired, reason, user, at)
                    VALUES ('category', 'stad', 1, '{"keywords":["städning som Xanthippa Qvarnsten"]}', 0,
                        'Önskat av Xanthippa Qvarnsten', 'anna', '2026-01-01T00:00:00Z');
                    INSERT INTO needs VALUES (1, 1, 'Städ åt Xanthippa Qvarnsten', 'Xanthippa Qvarnsten behöver städ', 'Xanthippa Qvarnsten',
                        NULL, 'dialogue', 'Xanthippa Qvarnsten vill', 'Fastighet\u{1f}Xanthippa Qvarnsten', 'Xanthippa Qvarnsten',
                        'done', 'anna', '2026-01-01T00:00:00Z', 'anna', '2026-01-01T00:00:00Z');
                    INSERT INTO need_outcomes (need, text, user, at)
                    VALUES (1, 'Avtal med Xanthippa Qvarnsten', 'anna', '2026-01-01T00:00:00Z');
                    INSERT INTO shortlists VALUES (1, 'Städning', 'För Xanthippa Qvarnsten', 'anna', '2026-01-01T00:00:00Z');
                    INSERT INTO shortlisted (shortlist, supplier, name, because, reason, user, at)
                    VALUES (1, '\(person.rawValue)', 'Xanthippa Qvarnsten', 'Namnet Xanthippa Qvarnsten liknar.', 'Qvarnstens Zinkverk',
                        'anna', '2026-01-01T00:00:00Z'),
                        (1, 'SE5568592918', 'Rena Golv AB', '', 'Hellre än Xanthippa Qvarnsten', 'anna',
                        '2026-01-01T00:00:00Z');
                    INSERT INTO notes (supplier, shortlist, text, user, at)
                    VALUES ('\(person.rawValue)', 1, 'Ring 640823-3234', 'anna', '2026-01-01T00:00:00Z'),
                        (NULL, 1, 'Fråga Xanthippa Qvarnsten', 'anna', '2026-01-01T00:00:00Z');
                    UPDATE register SET website = 'https://xanthippa-qvarnsten.example/ Xanthippa Qvarnsten'
                    WHERE name = 'Rena Golv AB';
                    """)
        }
        let watches = [
            Watch(person: "anna", name: "w", question: "{}", supplier: person, tells: [.result]),
            Watch(
                person: "anna", name: "Xanthippa Qvarnsten", question: #"{"words":"Xanthippa Qvarnsten"}"#,
                tells: [.result]),
        ]
        for watch in try watches.compactMap({ try store.save($0) }) {
            var news = News(watch: watch.id, kind: .supplier, key: "supplier:\(person)")
            news.supplier = person
            var telling = Store.Telling()
            telling.news = [news]
            try store.tell(telling)
        }
        _ = try store.personalNumber(of: person, by: "anna", reason: "Brev till Xanthippa Qvarnsten")
        for record in ["{\"supplier\":\"\(person.rawValue)\"}", "{\"supplier\":\"SE5568592918\"}"] {
            _ = try store.appendDossierEntry(
                NewDossierEntry(
                    dossier: "d-b", at: "2026-01-01T00:00:00Z", actor: "anna", method: "match.category", generation: 1,
                    record: Data(record.utf8))
            ) { sequence, _ in String(repeating: "\(sequence)", count: 64) }
        }
        return (store, person)
    }

    private func writeRegister() throws -> String {
        try folder.write(
            """
            name,id,email
            Xanthippa Qvarnsten,\(Self.number),xanthippa@example.com
            Rena Golv AB,556859-2918,info@example.com
            """, to: "register.csv")
    }

    private func bytes() throws -> [String: Data] {
        var found: [String: Data] = [:]
        for suffix in ["", "-wal"] { found[suffix] = try? Data(contentsOf: URL(fileURLWithPath: path + suffix)) }
        return found
    }

    private static let traces = [
        "6408233234", "640823-3234", "640823\u{a0}3234", "SE640823323401", "Xanthippa Q", "xanthippa q", "XANTHIPPA Q",
        "Zinkverk", "zinkverk",
    ]

    @Test func watchesAndNewsOfThePersonGoToo() throws {
        let (store, person) = try filled(register: false)
        let purge = Purge(.supplier(person), decision: "KS 2026/12", by: "eva")
        let token = try #require(try store.planPurge(purge, dossier: Self.dossier)).token
        #expect(try store.allWatches().watches.count == 2, "a plan changes nothing")
        _ = try store.purge(purge, token: token, dossier: Self.dossier)
        let left = try #require(try store.watches(of: "anna").first)
        #expect(try store.watches(of: "anna").count == 1 && left.watch.name == "[borttaget] \(left.id)")
        #expect(left.watch.question == #"{"words":"[borttaget]"}"#)
        #expect(try store.news(NewsQuery(person: "anna")).items.isEmpty)
    }

    @Test func nothingIsLeftOfAPerson() throws {
        let (store, person) = try filled()
        // What is looked for afterwards is there before.
        let before = try bytes().values.reduce(Data(), +)
        for trace in Self.traces where trace != "zinkverk" {
            #expect(before.range(of: Data(trace.utf8)) != nil, "\(trace)")
        }
        let purge = Purge(.number(Self.number), decision: "KS 2026/123", by: "eva")
        let plan = try #require(try store.planPurge(purge, dossier: Self.dossier))
        #expect(plan.extent.supplier == person)
        #expect(plan.extent.notices == 4)
        #expect(plan.extent.registerEntries == 1)
        #expect(plan.extent.feedback == 2)
        #expect(plan.extent.dossierEntries == 1)
        #expect(plan.extent.guests == 2)
        #expect(plan.extent.shortlisted == 1 && plan.extent.notes == 2)
        #expect(plan.extent.refusals == 1)
        #expect(try store.supplier(person) != nil, "a plan changes nothing")
        #expect(try store.dossierEnd().sequence == 2)

        let done = try #require(try store.purge(purge, token: plan.token, dossier: Self.dossier))
        #expect(done == plan.extent)
        for (suffix, bytes) in try bytes() {
            for trace in Self.traces {
                #expect(bytes.range(of: Data(trace.utf8)) == nil, "\(trace) is in the file\(suffix)")
            }
        }
        #expect(try store.integrityProblems() == [])
        #expect(try store.supplier(person) == nil)
        #expect(try store.counts().notices == 3, "the notices themselves stay")
        #expect(try store.notice("a")?.notice.withheld.first?.reason == "purged")
        #expect(try store.marketFacts().facts.suppliers.map(\.id) == ["SE5568592918"])
        #expect(try store.dossierEntry(1)?.record == nil)
        #expect(try store.dossierEntry(1)?.line.removedBy == 3)
        #expect(try store.dossierEntry(2)?.record != nil)
        let entry = try #require(try store.audit(.purged).items.first?.record)
        #expect(entry.subject == person.rawValue)
        #expect(entry.reason == "KS 2026/123")
        let seen = try #require(try store.audit(.unmasked).items.first?.record)
        #expect(seen.subject == person.rawValue, "that the number was seen stays on the record")
        #expect(seen.reason == PurgedPersons.mark)
        let shortlist = try #require(try store.shortlist(1))
        #expect(shortlist.shortlist.shortlist.purpose == "För \(PurgedPersons.mark)")
        #expect(shortlist.suppliers.map(\.shortlisted.name) == [PurgedPersons.mark, "Rena Golv AB"])
        #expect(shortlist.suppliers[1].shortlisted.reason == "Hellre än \(PurgedPersons.mark)")
        #expect(try store.notes().items.map(\.note.text) == ["Fråga \(PurgedPersons.mark)"])
        let event = try #require(try store.event(2))
        #expect(event.event.event.name == "Samtal med \(PurgedPersons.mark)")
        #expect(event.guests.map(\.name) == ["Rena Golv AB", PurgedPersons.mark])
        #expect(event.guests[0].registration?.wishes == ["vid \(PurgedPersons.mark)s bord"])
        #expect(try store.findNotices(NoticeQuery(), limit: 10).items.count == 3)
        #expect(try store.planPurge(purge, dossier: Self.dossier) == nil, "there is nobody left")
    }

    /// The number in every writing, and the name however it is cased and spaced, in a notice's texts, in another firm's
    /// entry, in what people wrote and in what was kept; also where JSON writes marks for what it holds.
    @Test func everyWritingGoes() throws {
        let names = [
            "Xanthippa Qvarnsten", "XANTHIPPA QVARNSTEN", "xanthippa  qvarnsten", "Xanthippa\u{A0}Qvarnsten",
            "Xan\u{AD}thippa Qvarn\u{200B}sten", "Xanthippa\nQvarnsten", "Ｘanthippa Ｑvarnsten", "Xanthippa-Qvarnsten",
        ]
        let person = Samples.organisation(
            "W", "Xanthippa Qvarnsten", number: WrittenForms.digits, isNaturalPerson: true)
        let other = Samples.organisation("V", "Rena Golv AB", number: "5568592918")
        let words = WrittenForms.all + names
        var named = Samples.notice("a", winners: [person, other])
        named.description = LocalizedText(words.joined(separator: "; "), language: "SWE")
        var elsewhere = Samples.notice("b", winners: [other])
        elsewhere.description = LocalizedText(WrittenForms.all.joined(separator: "; "), language: "SWE")
        let store = try Store(path: path)
        try store.takeAll([named, elsewhere])
        let event = try store.createEvent(DialogueEvent(kind: .talks, name: "Samtal", by: "anna")).id
        for word in words {
            try store.write { database in
                try database.execute(
                    sql: "INSERT INTO outcomes (event, text, user, at) VALUES (?, ?, 'anna', '2026-01-01T00:00:00Z')",
                    arguments: [event, "Om \(word)."])
                try database.execute(
                    sql: """
                        INSERT INTO refusals (file, reason, detail, import, at)
                        VALUES ('/f', 'bad', ?, 1, '2026-01-01T00:00:00Z')
                        """, arguments: ["fel: \(word)"])
            }
            let record = try JSONEncoder().encode(["text": "Om \(word)."])
            _ = try store.appendDossierEntry(
                NewDossierEntry(
                    dossier: "d-b", at: "2026-01-01T00:00:00Z", actor: "anna", method: "match.category", generation: 1,
                    record: record)
            ) { sequence, _ in String(repeating: "\(sequence % 10)", count: 64) }
        }
        let purge = Purge(.number(WrittenForms.digits), decision: "KS 2026/123", by: "eva")
        let plan = try #require(try store.planPurge(purge, dossier: Self.dossier))
        #expect(plan.extent.refusals == words.count)
        #expect(plan.extent.dossierEntries == words.count)
        #expect(plan.extent.notices == 2)
        #expect(plan.extent.remaining == [])
        _ = try store.purge(purge, token: plan.token, dossier: Self.dossier)
        let texts = try store.write { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT CAST(json AS TEXT) FROM notice_contents UNION ALL SELECT text FROM outcomes
                    UNION ALL SELECT description FROM notices WHERE description IS NOT NULL
                    """)
        }
        #expect(texts.count == 4 + words.count)
        for text in texts {
            #expect(!WrittenForms.isHeld(by: text.replacing("\\n", with: " ").replacing("\\r", with: " ")), "\(text)")
            #expect(!text.lowercased().contains("qvarn"), "\(text)")
        }
    }

    /// A name in a notice in which the person is no party stays, and is told of.
    @Test func whatRemainsIsTold() throws {
        let (store, person) = try filled()
        var elsewhere = Samples.notice("z", winners: [])
        elsewhere.description = LocalizedText("Frågor till XANTHIPPA  QVARNSTEN", language: "SWE")
        try store.take(elsewhere)
        let purge = Purge(.supplier(person), decision: "KS 2026/123", by: "eva")
        let plan = try #require(try store.planPurge(purge, dossier: Self.dossier))
        #expect(
            plan.extent.remaining == [
                .init(place: "notice_contents.json", count: 1), .init(place: "notices.description", count: 1),
            ])
        #expect(try #require(try store.purge(purge, token: plan.token, dossier: Self.dossier)) == plan.extent)
        #expect(try store.planPurge(purge, dossier: Self.dossier) == nil)
    }

    /// The feed and the register read again bring nobody back, and a store that was told before the import ends in the
    /// same content.
    @Test func theSameFeedBringsNobodyBack() throws {
        let (store, _) = try filled()
        let purge = Purge(.number(Self.number), decision: "KS 2026/123", by: "eva")
        let plan = try #require(try store.planPurge(purge, dossier: Self.dossier))
        _ = try store.purge(purge, token: plan.token, dossier: Self.dossier)
        let digest = try store.contentDigest()
        let again = try store.takeAll(Self.notices)
        #expect(again.unchanged == 5)
        let rows = try store.importRegister(path: try writeRegister())
        #expect(rows.unchanged == 1)
        #expect(rows.refused == 1)
        #expect(try store.refusals().items.map(\.refusal.reason) == ["purged"])
        #expect(try store.suppliers(named: "Xanthippa Qvarnsten").isEmpty)
        try store.write { try $0.execute(sql: "DELETE FROM refusals") }
        #expect(try store.contentDigest() == digest)
    }

    @Test func aTokenIsOfWhatWasTold() throws {
        let (store, person) = try filled()
        let purge = Purge(.supplier(person), decision: "KS 2026/123", by: "eva")
        let plan = try #require(try store.planPurge(purge, dossier: Self.dossier))
        let other = Purge(.supplier(person), decision: "KS 2026/124", by: "eva")
        #expect(throws: StoreError.self) { try store.purge(other, token: plan.token, dossier: Self.dossier) }
        try store.take(
            Samples.notice(
                "d", winners: [Samples.organisation("W", "X. Qvarnsten", number: Self.number, isNaturalPerson: true)]))
        #expect(throws: StoreError.self) { try store.purge(purge, token: plan.token, dossier: Self.dossier) }
        #expect(try store.supplier(person) != nil)
        #expect(try store.audit(.purged).items.isEmpty)
    }

    /// Whoever adds a column says here what a purge does with it.
    @Test func everyColumnThatHoldsTextIsThoughtOf() throws {
        let (store, _) = try filled()
        let free = Set(PurgeWork.freeTexts.flatMap { table, columns in columns.map { "\(table).\($0)" } })
        let byWhoseTheyAre = Set(
            """
            feedback.supplier guests.key guests.supplier guests.name guests.number register.number register.name
            dossier_entries.record audit.reason refusals.file refusals.detail refusals.notice
            notice_contents.json notice_facts.facts conflicts.json
            notices.title notices.description lots.title lots.description notice_buyers.key notice_buyers.name
            suppliers.key suppliers.id suppliers.name suppliers.folded suppliers.number supplier_names.name
            supplier_names.folded supplier_aliases.alias supplier_aliases.stem parties.number parties.name
            parties.other_names parties.stem
            watches.name watches.question watches.supplier watch_suppliers.supplier news.key news.supplier
            subscriptions.address shortlisted.supplier shortlisted.name notes.supplier
            """.split(whereSeparator: \.isWhitespace).map(String.init))
        // Codes, ids that Torg or a portal gives, dates, digests, the names of those who use Torg, and those of legal persons as
        // the public registers have them.
        let nobodys = Set(
            """
            imports.kind imports.started imports.finished notices.id notices.digest notices.standing notices.dialect
            notices.purpose notices.type notices.procedure notices.publication notices.changes notices.replaces
            notices.reason notices.cpv notices.nuts notices.goals notices.kind notices.currency notices.procedure_type
            notices.number notices.modifies tenders.lot tenders.sni
            conflicts.digest lots.id lots.cpv suppliers.country suppliers.size suppliers.nuts suppliers.sni
            parties.form parties.country parties.size parties.nuts parties.latest_notice wins.lots wins.currency
            register.digest register.size register.legal_form register.sni register.sni_label register.cpv
            register.nuts cpv_labels.code cpv_labels.english cpv_labels.swedish feedback.verdict feedback.user
            feedback.at refusals.reason refusals.at meta.pepper purged.key purged.decision purged.at
            dossier_entries.dossier dossier_entries.at dossier_entries.actor dossier_entries.method
            dossier_entries.previous dossier_entries.hash dossier_head.hash events.kind events.date events.dossier
            events.user events.at guests.size invitations.user invitations.at registrations.user registrations.at
            registrations.withdrawn attendance.user attendance.at outcomes.user outcomes.at audit.action audit.user
            audit.method audit.subject audit.at audit.last grdb_migrations.identifier
            firm_rows.source firm_rows.name firm_rows.other_names firm_rows.legal_form firm_rows.end_reason
            firm_rows.proceedings firm_rows.sni firm_rows.town firms.folded firm_names_data.block sni_keys.sni2025 sni_keys.sni2007
            sni_keys.label postcodes.county postcodes.municipality
            definitions.kind definitions.id definitions.user definitions.at
            needs.dossier needs.route needs.state needs.user needs.at needs.changed_by needs.changed
            need_outcomes.user need_outcomes.at
            watches.person watches.cpv watches.tell watches.at subscriptions.person subscriptions.language
            subscriptions.every subscriptions.at mails.person mails.message mails.prepared mails.handed news.person
            news.kind news.notice news.status news.at news.seen
            shortlists.user shortlists.at shortlisted.dossier shortlisted.user shortlisted.at shortlisted.removed
            shortlisted.removed_by notes.user notes.at notes.removed notes.removed_by
            """.split(whereSeparator: \.isWhitespace).map(String.init))
        let columns = try store.write { database in
            try String.fetchSet(
                database,
                sql: """
                    SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c
                    WHERE t.type = 'table' AND t.name NOT LIKE 'notice_words%' AND t.name NOT LIKE 'sqlite_%'
                        AND c.type IN ('TEXT', 'BLOB')
                    """)
        }
        #expect(columns.subtracting(free).subtracting(byWhoseTheyAre).subtracting(nobodys) == [])
        #expect(free.union(byWhoseTheyAre).union(nobodys).subtracting(columns) == [])
    }

    @Test func theDecisionsReferenceNamesNobody() throws {
        let (store, person) = try filled()
        for decision in ["Begäran av Xanthippa Qvarnsten", "KS 2026/123, 640823-3234"] {
            let purge = Purge(.supplier(person), decision: decision, by: "eva")
            #expect(throws: StoreError.self) { try store.planPurge(purge, dossier: Self.dossier) }
        }
    }

    @Test func aCompanyIsNotPurged() throws {
        let (store, _) = try filled()
        let purge = Purge(.supplier("SE5568592918"), decision: "KS 2026/123", by: "eva")
        #expect(throws: StoreError.self) { try store.planPurge(purge, dossier: Self.dossier) }
        let nobody = Purge(.supplier("p-0000000000000000"), decision: "KS 2026/123", by: "eva")
        #expect(try store.planPurge(nobody, dossier: Self.dossier) == nil)
    }
}
