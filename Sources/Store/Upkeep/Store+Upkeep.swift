import Foundation
import GRDB

extension Store {
    /// One SHA-256, in hexadecimal, over all that the store holds. It doesn't depend on the order of imports.
    package func contentDigest() throws(StoreError) -> String {
        try read { try ContentDigest(database: $0).hex() }
    }

    /// The digest with the generation that it is of.
    package func content() throws(StoreError) -> (generation: Int, digest: String) {
        try read { (try Self.generation($0), try ContentDigest(database: $0).hex()) }
    }

    /// What SQLite finds wrong with the file; empty where all is well.
    ///
    /// - Parameter quick: leaves out whether indexes agree with their tables, which takes most of the time.
    package func integrityProblems(quick: Bool = false) throws(StoreError) -> [String] {
        try read { try Self.integrityProblems($0, quick: quick) }
    }

    static func integrityProblems(_ database: Database, quick: Bool) throws -> [String] {
        var problems = try String.fetchAll(
            database, sql: quick ? "PRAGMA quick_check" : "PRAGMA integrity_check"
        ).filter { $0 != "ok" }
        let violations = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check")
        problems += try violations.map { row in
            try
                "\(row[0] as String): row \((row[1] as Int64?).map(String.init) ?? "?") points to no row of \(row[2] as String)"
        }
        return problems
    }
}
