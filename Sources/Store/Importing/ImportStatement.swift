import Foundation
import GRDB
import GRDBSQLite

/// A statement of an import, whose values go to SQLite one by one.
///
/// GRDB makes a list of boxes of them first and copies it twice, which was a fifth of an import's work: some forty
/// statements are run for each notice. Everything else, transactions and the statements themselves, is GRDB's. Errors are
/// GRDB's too, without values, which may be personal numbers.
struct ImportStatement {
    private let database: Database
    /// Kept by the connection from one use to the next.
    private let statement: Statement
    /// Of the value given last; they begin with 1.
    private var place: Int32 = 0
    /// Why a value couldn't be given; told when the statement is run.
    private var failure: Int32?

    fileprivate init(_ sql: String, in database: Database) throws {
        self.database = database
        statement = try database.cachedStatement(sql: sql)
        sqlite3_reset(statement.sqliteStatement)
    }

    // MARK: Values, in the order of their question marks

    func with(_ number: (some BinaryInteger)?) -> Self {
        bind { number == nil ? sqlite3_bind_null($0, $1) : sqlite3_bind_int64($0, $1, Int64(number ?? 0)) }
    }

    func with(_ flag: Bool) -> Self { with(flag ? 1 : 0) }

    func with(_ text: String?) -> Self {
        bind { statement, place in
            guard var text else { return sqlite3_bind_null(statement, place) }
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), Self.copied)
                }
            }
        }
    }

    func with(_ bytes: Data) -> Self {
        bind { statement, place in
            // No bytes have no address, which would be taken for NULL.
            if bytes.isEmpty { return sqlite3_bind_zeroblob(statement, place, 0) }
            return bytes.withUnsafeBytes {
                sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), Self.copied)
            }
        }
    }

    /// `SQLITE_TRANSIENT`, a cast that Swift doesn't import: SQLite keeps a copy of its own.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    @inline(__always)
    private func bind(_ body: (OpaquePointer, Int32) -> Int32) -> Self {
        var next = self
        next.place += 1
        let code = body(statement.sqliteStatement, next.place)
        if code != SQLITE_OK { next.failure = code }
        return next
    }

    // MARK: Running

    /// Runs a statement that gives no rows.
    func run() throws { try forEach { _ in } }

    /// - Returns: what `read` makes of the first row; `nil` where there is none.
    func first<Value>(_ read: (ImportRow) throws -> Value) throws -> Value? {
        defer { sqlite3_reset(statement.sqliteStatement) }
        return try step() ? try read(ImportRow(statement: statement.sqliteStatement)) : nil
    }

    func forEach(_ read: (ImportRow) throws -> Void) throws {
        defer { sqlite3_reset(statement.sqliteStatement) }
        while try step() { try read(ImportRow(statement: statement.sqliteStatement)) }
    }

    func all<Value>(_ read: (ImportRow) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try forEach { values.append(try read($0)) }
        return values
    }

    /// Runs a statement that gives one row with a truth.
    func holds() throws -> Bool { try first { $0.flag(0) } ?? false }

    private func step() throws -> Bool {
        let code = failure ?? sqlite3_step(statement.sqliteStatement)
        if code == SQLITE_ROW { return true }
        guard code != SQLITE_DONE else { return false }
        throw DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: database.sqliteConnection.map { String(cString: sqlite3_errmsg($0)) })
    }
}

/// A row where it stands in SQLite: valid until the next.
struct ImportRow {
    fileprivate let statement: OpaquePointer

    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

    func optionalNumber(_ column: Int32) -> Int64? { isNull(column) ? nil : number(column) }

    func flag(_ column: Int32) -> Bool { number(column) != 0 }

    /// Empty where there is none.
    func text(_ column: Int32) -> String {
        guard let bytes = sqlite3_column_text(statement, column) else { return "" }
        let count = Int(sqlite3_column_bytes(statement, column))
        return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func data(_ column: Int32) -> Data {
        guard let bytes = sqlite3_column_blob(statement, column) else { return Data() }
        return Data(bytes: bytes, count: Int(sqlite3_column_bytes(statement, column)))
    }

    private func isNull(_ column: Int32) -> Bool { sqlite3_column_type(statement, column) == SQLITE_NULL }
}

extension Database {
    /// A statement of which one use ends before the next begins.
    func importing(_ sql: String) throws -> ImportStatement { try ImportStatement(sql, in: self) }
}
