import Foundation
import GRDB
import PersonalNumbers

/// A row that holds something else than it should: the file is damaged, or another program has written to it.
///
/// It says where, and never what: a value may be anybody's.
struct DamagedRow: Error {
    let detail: String

    init(_ detail: String) { self.detail = detail }
}

// Of the same signatures as GRDB's, which they hide in this module: those end the process, with the row's values in its
// last words, where a value isn't what was asked for.

extension Row {
    /// A value of the row.
    ///
    /// - Throws: `DamagedRow` for one of another kind: text for a number, bytes for text, nothing for something.
    subscript<Value: DatabaseValueConvertible>(_ index: Int) -> Value {
        get throws { try value(at: index) }
    }

    /// The same for what GRDB reads by another way.
    subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ index: Int) -> Value {
        get throws { try value(at: index) }
    }

    /// A text as it may be shown: personal numbers are masked.
    func shown(_ index: Int) throws -> String { (try value(at: index) as String).withoutPersonalNumbers }

    /// The same where there may be none.
    func shownIfAny(_ index: Int) throws -> String? { (try value(at: index) as String?)?.withoutPersonalNumbers }

    /// Rows are read by place here: a name is looked for in every row anew.
    @available(*, unavailable, message: "read by place")
    subscript<Value: DatabaseValueConvertible>(_ columnName: String) -> Value { get throws { try value(at: 0) } }

    @available(*, unavailable, message: "read by place")
    subscript<Value: DatabaseValueConvertible & StatementColumnConvertible>(_ columnName: String) -> Value {
        get throws { try value(at: 0) }
    }

    private func value<Value: DatabaseValueConvertible>(at index: Int) throws -> Value {
        let stored = try decode(DatabaseValue.self, atIndex: index)
        let isOfItsKind =
            switch stored.storage {
            case .null, .int64: true
            // No column of ours holds one.
            case .double: false
            case .string: Value.self != Data.self && Value.self != Data?.self
            case .blob: Value.self != String.self && Value.self != String?.self
            }
        guard isOfItsKind, let value = Value.fromDatabaseValue(stored) else {
            throw DamagedRow("a row can't be read: what stands in its column \(index + 1) is of another kind")
        }
        return value
    }
}

extension Date {
    /// Reads a time as the store writes it down.
    init(stored text: String) throws {
        guard let date = try? Date(text, strategy: .iso8601) else {
            throw DamagedRow("a row can't be read: a time isn't one")
        }
        self = date
    }
}
