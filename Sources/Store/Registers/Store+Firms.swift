import Foundation
import GRDB
import Procurement

/// Which rows of a register's file have been taken already: a second row of the same firm and serial that says something
/// else is refused, because which of the two is right can't be told.
package struct TakenFirms: Sendable {
    private var keys: Set<Int> = []

    package init() {}

    /// - Returns: whether it is the first.
    mutating func insert(_ firm: RegisteredFirm) -> Bool {
        // A number has ten digits and a serial five at the most, so that no two share a key.
        keys.insert((firm.number * 100_000 + firm.serial) * 2 + (firm.source == .scb ? 1 : 0)).inserted
    }
}

extension Store {
    /// Takes in rows of a public register, in one transaction. When it returns, all of them are on the disk.
    ///
    /// A row joins what notices and an office's own register say of its number. Rows of an earlier file stay.
    package func importFirms(
        _ firms: [(firm: RegisteredFirm, line: Int)], from path: String, into id: ImportID, taken: inout TakenFirms
    ) throws(StoreError) -> RegisterCounts {
        let at = timestamp
        return try write { database in
            var counts = RegisterCounts()
            var changed: Set<Int> = []
            let rows = FirmRows(database: database)
            for (firm, line) in firms {
                let isFirst = taken.insert(firm)
                if !isFirst, try rows.rows(of: firm.number).contains(firm) {
                    counts.unchanged += 1
                } else if !isFirst {
                    counts.refused += 1
                    let refusal = Refusal(
                        reason: "repeated",
                        detail: "an earlier row has the same organisation number and serial and says something else",
                        position: FeedPosition(file: path, line: line))
                    try RefusalRows(database: database).insert(refusal, importID: id, at: at)
                } else if try rows.write(firm) {
                    counts.stored += 1
                    changed.insert(firm.number)
                } else {
                    counts.unchanged += 1
                }
            }
            try rows.refresh(changed)
            try ImportRows(database: database).addRows(
                stored: counts.stored, unchanged: counts.unchanged, refused: counts.refused, to: id)
            return counts
        }
    }

    /// Lists refusals of a register's rows, and counts those that aren't listed too.
    package func refuse(_ refusals: [Refusal], count: Int, into id: ImportID) throws(StoreError) {
        let at = timestamp
        try write { database in
            for refusal in refusals {
                try RefusalRows(database: database).insert(refusal, importID: id, at: at)
            }
            var sum = ImportCounts()
            sum.refused = count
            try ImportRows(database: database).add(sum, to: id)
        }
    }
}
