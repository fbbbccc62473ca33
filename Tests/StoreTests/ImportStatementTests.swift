import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct ImportStatementTests {
    @Test func valuesComeBackAsTheyWent() throws {
        try Store.inMemory().write { database in
            let read = try database.importing("SELECT ?, ?, ?, ?, ?, ?, ?, ?")
                .with(Int64.min).with(nil as Int?).with(true).with("å\u{0}b").with("").with(nil as String?)
                .with(Data([0, 255])).with(Data())
                .first { row in
                    #expect(row.number(0) == .min)
                    #expect(row.optionalNumber(1) == nil)
                    #expect(row.flag(2))
                    #expect(row.text(3) == "å\u{0}b")
                    #expect(row.optionalText(4) == "")
                    #expect(row.optionalText(5) == nil)
                    #expect(row.data(6) == Data([0, 255]))
                    #expect(row.data(7) == Data())
                    return true
                }
            #expect(read == true)
            let empty = try database.importing("SELECT ? IS NULL").with(Data()).holds()
            #expect(!empty)
        }
    }

    @Test func aStatementIsReadyForItsNextUse() throws {
        try Store.inMemory().write { database in
            let sql = "SELECT value FROM json_each(?) ORDER BY value"
            try #expect(database.importing(sql).with("[3, 1, 2]").first { $0.number(0) } == 1)
            try #expect(database.importing(sql).with("[5, 4]").all { $0.number(0) } == [4, 5])
        }
    }

    /// What SQLite refuses is thrown in GRDB's words, without the values.
    @Test func refusalsAreThrown() throws {
        try Store.inMemory().write { database in
            try database.execute(sql: "CREATE TABLE t (a TEXT NOT NULL UNIQUE) STRICT")
            let sql = "INSERT INTO t (a) VALUES (?)"
            try database.importing(sql).with("secret").run()
            for _ in 0..<2 {
                let error = #expect(throws: DatabaseError.self) { try database.importing(sql).with("secret").run() }
                #expect(error?.resultCode == .SQLITE_CONSTRAINT)
                #expect(error?.description.contains("secret") == false)
            }
            let error = #expect(throws: DatabaseError.self) { try database.importing(sql).with("a").with("b").run() }
            #expect(error?.resultCode == .SQLITE_RANGE)
            try #expect(Int.fetchOne(database, sql: "SELECT COUNT(*) FROM t") == 1)
        }
    }
}
