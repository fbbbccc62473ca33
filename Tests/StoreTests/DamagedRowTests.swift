import Foundation
import GRDB
import Procurement
import Synchronization
import TestSupport
import Testing

@testable import Store

/// Every column of every table, damaged in every way: what reads it gives an error that says nothing of what stands there, or
/// an answer; it never ends the process.
@Suite struct DamagedRowTests {
    /// What stands where it doesn't belong, as SQL; a word that no message may repeat.
    private static let damages = [
        "NULL", "'Hemligt 811228-9874'", "x'48656D6C69677400FF7B'", "-9223372036854775808", "9223372036854775807", "-1",
        "4294967296", "1.5", "''", "x''", "zeroblob(40)",
    ]

    private static func filled() throws -> Store {
        let store = try Store.inMemory()
        let person = Samples.organisation("P", "Anna Berg", number: "640823-3234", isNaturalPerson: true)
        let company = Samples.organisation("C", "Rena Golv AB", number: "5568592918", size: .micro, nuts: "SE110")
        var call = Samples.notice("call", purpose: .competition)
        call.lots[0].deadline = CalendarDate("2024-01-01")
        var result = Samples.notice("result", winners: [person, company])
        result.awards[0].ends = CalendarDate("2025-01-01")
        var lot = TenderedLot(id: "L1", outline: .init(edition: 2024))
        lot.contracted = TenderSet(edition: 2024)
        lot.uncontracted = TenderSet(edition: 2024, tenderers: [Tenderer(name: "Tappade AB", number: nil)])
        let tendering = Tendering(procurement: "P", outline: .init(edition: 2024, title: "Golv"), lots: [lot])
        try store.takeAll([
            tendering.notice, result, call, Samples.notice("result", title: "Annat", winners: [company]),
            Samples.notice("change", winners: [company], changes: "old", reason: "cor-buy"),
        ])
        let folder = try TemporaryFolder()
        defer { withExtendedLifetime(folder) {} }
        _ = try store.importRegister(
            path: try folder.write(
                "name,id,description,email\nRena Golv AB,556859-2918,Städar,a@example.org\n", to: "r.csv"))
        _ = try store.record(Feedback(need: "{}", supplier: "SE5568592918", verdict: .accepted, by: "anna"))
        let event = try store.createEvent(DialogueEvent(kind: .talks, name: "Samtal", capacity: 1, by: "anna")).id
        let guests = try store.invite(
            [GuestCompany(supplier: "SE5568592918"), GuestCompany(name: "Annan AB")], to: event, by: "anna")
        for guest in guests?.guests ?? [] {
            _ = try store.register(GuestCompany(name: guest.name), for: event, wishes: ["städ"], by: "anna")
            _ = try store.attend(guest.id, at: event, attended: true, by: "anna")
        }
        _ = try store.addOutcome("Bra", of: event, by: "anna")
        let shortlist = try store.create(Shortlist(name: "Golv", purpose: "Dialog", by: "anna")).id
        let gathered = Shortlisted(
            supplier: "SE5568592918", name: "Rena Golv AB", rank: 1, score: .one, because: ["Har vunnit."],
            dossier: "d-a", entry: 1, reason: "Bra", by: "anna")
        _ = try store.add([gathered], to: shortlist, most: 10)
        _ = try store.remove("SE5568592918", from: shortlist, reason: "Avstår", by: "bo")
        _ = try store.add(Note(supplier: "SE5568592918", shortlist: shortlist, text: "Ring", by: "anna"))
        _ = try store.appendDossierEntry(
            NewDossierEntry(
                dossier: "d-a", at: "2026-01-01T00:00:00Z", actor: "anna", method: "match.category", generation: 1,
                seed: 1, record: Data("{}".utf8))
        ) { _, _ in String(repeating: "1", count: 64) }
        try store.record([AuditRecord(.denied, by: "anna", method: "feed.import")])
        var firm = RegisteredFirm(source: .bolagsverket, number: 5_568_592_918, name: "Rena Golv AB")
        firm.postcode = 75_320
        var other = RegisteredFirm(source: .scb, number: 5_560_360_793, name: "Annan AB")
        (other.sni, other.sniVersion) = (["81210"], .sni2025)
        var taken = TakenFirms()
        _ = try store.importFirms(
            [(firm: firm, line: 2), (firm: other, line: 3)], from: "/r",
            into: try store.beginImport(.register, paths: ["/r"]), taken: &taken)
        try watch(store)
        try store.write { database in
            try database.execute(
                sql: """
                    INSERT INTO sni_keys VALUES ('81210', '81210', 'Lokalvård');
                    INSERT INTO postcodes VALUES (75320, 'SE121', 'Uppsala');
                    INSERT INTO cpv_labels (code, swedish, english) VALUES ('90911200', 'Städtjänster', 'Cleaning');
                    INSERT INTO refusals (file, reason, detail, import, at)
                    VALUES ('/f', 'bad', 'fel', 1, '2026-01-01T00:00:00Z');
                    INSERT INTO definitions (kind, id, version, definition, retired, reason, user, at)
                    VALUES ('category', 'it', 1, '{"cpv":["72*"],"id":"it","keywords":[],"name":{"sv":"IT"}}', 0, 'Beslut', 'anna',
                        '2026-01-01T00:00:00Z');
                    INSERT INTO needs VALUES (1, 1, 'Laddning', 'Laddstolpar', 'Mycket', 'd-a', 'dialogue', 'Okänt', 'Fastighet',
                        'anna', 'explored', 'anna', '2026-01-01T00:00:00Z', 'anna', '2026-01-01T00:00:00Z');
                    INSERT INTO need_outcomes (need, text, user, at) VALUES (1, 'Avtal', 'anna', '2026-01-01T00:00:00Z');
                    INSERT INTO facts_pending VALUES (1, 0, 1);
                    INSERT INTO identity_pending VALUES (1, -1, 1);
                    """)
        }
        return store
    }

    /// A watch with news of a notice and of a supplier, which wait in a mail.
    private static func watch(_ store: Store) throws {
        let watch = try store.save(Watch(person: "anna", name: "Golv", question: "{}", tells: [.result, .supplier]))
        guard let watch else { return }
        var telling = Store.Telling()
        telling.news = [
            News(watch: watch.id, kind: .result, key: "result"), News(watch: watch.id, kind: .status, key: "status"),
        ]
        telling.news[0].notice = "result"
        (telling.news[1].supplier, telling.news[1].status, telling.news[1].day) = ("SE5568592918", .bankrupt, day)
        telling.contractEnds = try store.contractEnds(in: 1...9, from: CalendarDate(daysSinceEpoch: 0))
        telling.contractsThrough = [watch.id: day]
        try store.tell(telling)
        try store.tell(first: ["SE5568592918"], of: watch.id, saved: watch.at)
        try store.subscribe(Subscription(person: "anna", address: "anna@x.y", language: .sv, every: .daily))
        _ = try store.prepareMails(on: day, host: "x.y")
    }

    private static let day = CalendarDate(nearestTo: 2026, 1, 1)

    /// Takes away what keeps a table sound, as a damaged file doesn't keep to it either.
    private static func relax(_ store: Store) throws {
        try store.database.writeWithoutTransaction { database in
            try database.execute(
                sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON")
            for trigger in try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
                try database.execute(sql: "DROP TRIGGER \(trigger)")
            }
            try database.execute(
                sql: """
                    UPDATE sqlite_master SET sql = replace(replace(replace(replace(sql, ' IS NOT NULL', ' NOTNULL'), ' NOT NULL', ''), ') STRICT, WITHOUT ROWID',
                        ') WITHOUT ROWID'), ') STRICT', ')') WHERE type = 'table' AND sql LIKE '%STRICT%';
                    PRAGMA writable_schema = RESET;
                    """)
        }
    }

    /// Everything that reads, by name.
    private static let calls: [(name: String, call: @Sendable (Store) throws -> Any)] = [
        ("marketFacts", { try $0.marketFacts().facts.suppliers }),
        (
            "procurements",
            { store in
                try store.marketFactsAndDecisions(describing: { _ in ["result", "change"] }).facts.described
            }
        ),
        ("findNotices", { try $0.findNotices(NoticeQuery(), limit: 10).items }),
        ("findSuppliers", { try $0.findSuppliers(SupplierQuery(), limit: 10).items }),
        ("suppliers", { try $0.suppliers(["SE5568592918"]) }),
        ("notice", { store in try ["result", "call", "change"].map { try store.notice(NoticeID($0)) } }),
        ("supplier", { try $0.supplier("SE5568592918") as Any }),
        (
            "person",
            { store in
                try store.findSuppliers(SupplierQuery(), limit: 10).items.map { try store.supplier($0.id) as Any }
            }
        ),
        ("refusals", { try $0.refusals().items }), ("counts", { try $0.counts() }),
        ("standing", { try $0.marketStanding() }), ("lastImport", { try $0.lastImport() as Any }),
        ("courses", { try $0.courses(of: ["result", "call", "change"]) }),
        ("category", { try $0.categoryFacts([CPVPattern("909")].compactMap(\.self)) }),
        ("pastProcurement", { try $0.pastProcurement("result") as Any }), ("decisions", { try $0.decisions() }),
        ("feedback", { try $0.feedback().items }), ("dossierEnd", { try $0.dossierEnd() }),
        ("dossierLines", { try $0.dossierLines().items }), ("dossierEntry", { try $0.dossierEntry(1) as Any }),
        ("dossierEntries", { try $0.dossierEntries(of: "d-a") }), ("hasDossier", { try $0.hasDossier("d-a") }),
        ("everyEntry", { try $0.forEachDossierEntry { _ in } }), ("events", { try $0.events().items }),
        ("event", { try $0.event(1) as Any }), ("participations", { try $0.participation() }),
        ("participation", { try $0.participation(of: "SE5568592918") }), ("lineups", { try $0.lineups(.talks) }),
        ("shortlists", { try $0.shortlists().items }), ("shortlist", { try $0.shortlist(1) as Any }),
        ("notes", { try $0.notes().items }), ("funnel", { try $0.funnel(FunnelQuery()) }),
        ("audit", { try $0.audit().items }), ("cpvNames", { try $0.cpvNames() }), ("cpvLabels", { try $0.cpvLabels() }),
        ("labels", { try $0.labels(of: [CPVCode("90911200")].compactMap(\.self)) }),
        ("digest", { try $0.contentDigest() }), ("check", { try $0.integrityProblems() }),
        ("definitions", { try $0.definitions(Procurement.Category.self) }),
        ("history", { try $0.history(of: "it", Procurement.Category.self).items }),
        ("needs", { try $0.needs().items }), ("need", { try $0.need(1) as Any }), ("needTexts", { try $0.needTexts() }),
        ("needsVersion", { try $0.needsVersion }),
        ("watches", { try $0.allWatches().watches }), ("watchesOfOne", { try $0.watches(of: "anna") }),
        ("watchToRank", { try $0.watchToRank() as Any }), ("progress", { try $0.watchProgress() }),
        ("news", { try $0.news(NewsQuery(person: "anna")).items }), ("incoming", { try $0.incomingNotices(1...9) }),
        ("ends", { try $0.contractEnds(in: 1...9, from: CalendarDate(daysSinceEpoch: 0)) }),
        ("contracts", { try $0.contracts(ending: CalendarDate(daysSinceEpoch: 0)...day).contracts }),
        ("through", { try $0.contractsThrough() }), ("status", { try $0.status(of: "SE5568592918") as Any }),
        ("subscription", { try $0.subscription(of: "anna") as Any }),
        ("mails", { try $0.prepareMails(on: day, host: "x.y") }),
        ("generation", { try $0.generation }), ("renewal", { try $0.renewIdentities() }),
    ]

    /// Those that read a table, by the statements that they run. What doesn't read it of a sound store never meets its damage:
    /// up to the first look into the table all is as it was. SQLite's own check names no table, and the renewal changes
    /// what the next ones find.
    private static func calls(
        reading table: String, of store: Store
    ) throws -> [(name: String, call: @Sendable (Store) throws -> Any)] {
        let statements = Mutex("")
        store.database.writeWithoutTransaction { database in
            database.trace { event in statements.withLock { $0 += event.description } }
        }
        defer { store.database.writeWithoutTransaction { $0.trace(options: []) } }
        return try calls.filter { name, call in
            statements.withLock { $0 = "" }
            _ = try call(store)
            return ["check", "renewal"].contains(name) || statements.withLock { $0.contains(table) }
        }
    }

    static let tables: [String] = {
        let store = try? Store.inMemory()
        return
            (try? store?.database.read {
                try String.fetchAll(
                    $0,
                    sql: """
                        SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'notice_words_%' AND name NOT LIKE 'firm_names%'
                            AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%' ORDER BY name
                        """)
            }) ?? []
    }()

    @Test func itReadsAllOfASoundStore() throws {
        let store = try Self.filled()
        for (name, call) in Self.calls { #expect(throws: Never.self, "\(name)") { try call(store) } }
        try Self.relax(store)
        for (name, call) in Self.calls { #expect(throws: Never.self, "\(name) relaxed") { try call(store) } }
        #expect(Self.tables.count > 20)
    }

    @Test(arguments: tables) func aDamagedRowIsAnErrorAndNoEnd(table: String) throws {
        let store = try Self.filled()
        try Self.relax(store)
        let columns = try store.database.read {
            try String.fetchAll($0, sql: "SELECT name FROM pragma_table_info(?)", arguments: [table])
        }
        try store.database.write { try $0.execute(sql: "CREATE TABLE kept AS SELECT * FROM \(table)") }
        // Another store is asked, for whoever renews finds nothing left to renew.
        let sound = try Self.filled()
        try Self.relax(sound)
        let calls = try Self.calls(reading: table, of: sound)
        var isNoticed = false
        for column in columns {
            for damage in Self.damages {
                let isTaken = try store.database.write { database in
                    do {
                        try database.execute(sql: "UPDATE OR IGNORE \(table) SET \(column) = \(damage)")
                        return database.changesCount > 0
                    } catch is DatabaseError {
                        return false
                    }
                }
                guard isTaken else { continue }
                for (name, call) in calls {
                    do {
                        _ = "\(try call(store))"
                    } catch let error as StoreError {
                        isNoticed = true
                        let place = "\(table).\(column) = \(damage), \(name): \(error)"
                        guard case .damaged = error else {
                            Issue.record("\(place)")
                            continue
                        }
                        #expect(!"\(error)".contains("Hemligt") && !"\(error)".contains("9874"), "\(place)")
                    }
                }
                try store.database.write { database in
                    try database.execute(sql: "DELETE FROM \(table); INSERT INTO \(table) SELECT * FROM kept")
                }
            }
        }
        #expect(isNoticed || Self.readByNobody.contains(table))
    }

    /// Tables of which nothing is handed out, only found by.
    private static let readByNobody: Set<String> = [
        "conflicts", "notice_cpv", "notice_words", "purged", "attendance", "supplier_aliases",
        "watch_suppliers",
    ]
}
