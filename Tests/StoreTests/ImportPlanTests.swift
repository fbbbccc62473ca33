import Foundation
import GRDB
import Procurement
import Synchronization
import TestSupport
import Testing

@testable import Store

/// An import that reads a whole table for every notice is quick on an empty store and never ends on a full one.
@Suite struct ImportPlanTests {
    @Test func noStatementOfAnImportReadsAWholeTable() throws {
        let store = try Store.inMemory()
        let statements = Mutex<Set<String>>([])
        store.database.writeWithoutTransaction { database in
            database.trace { event in
                if case .statement(let statement) = event { statements.withLock { _ = $0.insert(statement.sql) } }
            }
        }
        try Self.importEverything(into: store)
        store.database.writeWithoutTransaction { $0.trace(options: []) }
        let seen = statements.withLock { $0 }.filter { sql in
            ["SELECT", "INSERT", "UPDATE", "DELETE"].contains { sql.hasPrefix($0) }
        }
        #expect(seen.count > 30)
        try store.read { database in
            for sql in seen.sorted() {
                let plan = try database.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
                plan.setUncheckedArguments([])
                for step in try Row.fetchAll(plan) {
                    let detail: String = step["detail"]
                    // A short list: decisions to take somebody out are rare.
                    // The last are FTS5's own settings, read once after the schema has changed.
                    let short = ["SCAN meta", "SCAN purged", "SCAN main.notice_words_config"]
                    let isOneRow = short.contains(detail) || detail.contains("CONSTANT ROW")
                    let isOfNotice = detail.contains("(subquery")
                    #expect(!detail.hasPrefix("SCAN ") || isOneRow || isOfNotice, "\(detail) in \(sql)")
                }
            }
        }
    }

    /// Every way through the importers: new, later, conflicting and changed notices, joins, persons and the register.
    private static func importEverything(into store: Store) throws {
        let folder = try TemporaryFolder()
        let number = "5568592918"
        try store.take(
            Samples.notice("a", winners: [Samples.organisation("W", "Ett AB")]),
            Samples.notice("b", winners: [Samples.organisation("W", "Ett", number: number)]),
            Samples.notice("c", winners: [Samples.organisation("W", "Person", number: "FI131052308T", country: "FI")]))
        try store.take(
            Samples.notice("a", version: 2, winners: [Samples.organisation("W", "Två AB")]),
            Samples.notice("b", title: "Annan"), Samples.notice("b", title: "Ännu en"),
            Samples.notice("d", winners: [Samples.organisation("W", "", number: "5164049768")], changes: "c"),
            Samples.notice(
                "e",
                winners: [
                    Samples.organisation("W", "Person", number: "FI131052308T", country: "FI", isNaturalPerson: true)
                ]))
        let register = try folder.write("name,id\nEtt AB,\(number)\nTre AB,\n,\n", to: "register.csv")
        _ = try store.importRegister(path: register)
        _ = try store.importRegister(path: register)
    }
}
