import Crypto
import Foundation
import GRDB
import Procurement

extension Store {
    /// What a purge would take out; `nil` where nobody is found. Nothing is changed.
    ///
    /// - Returns: with a token that `purge` asks for. It holds for as long as the same would go.
    /// - Throws: `purgeRefused` for a company.
    package func planPurge(
        _ purge: Purge, dossier: PurgeDossier
    ) throws(StoreError) -> (extent: PurgeExtent, token: String)? {
        try writeWithoutTransaction { database in
            var extent: PurgeExtent?
            // Carried out and taken back: what is told is what would happen.
            try database.inTransaction {
                extent = try PurgeWork(database: database, store: self, purge: purge, dossier: dossier).carryOut()?
                    .extent
                return .rollback
            }
            return extent.map { (extent: $0, token: token($0, purge)) }
        }
    }

    /// Takes a person out, for good: from every notice, the register, feedback, events, dossiers and refusals, and then
    /// from the file and its log. It waits for imports between their chunks, and they for it.
    ///
    /// - Parameter token: `planPurge`'s.
    /// - Returns: what went; `nil` where nobody is found.
    /// - Throws: `purgeRefused` where something else would go than was told.
    package func purge(
        _ purge: Purge, token: String, dossier: PurgeDossier
    ) throws(StoreError) -> PurgeExtent? {
        let done = try write { database -> (extent: PurgeExtent, traces: PersonTraces)? in
            let work = PurgeWork(database: database, store: self, purge: purge, dossier: dossier)
            guard let done = try work.carryOut() else { return nil }
            guard self.token(done.extent, purge) == token else {
                throw StoreError.purgeRefused(
                    reason:
                        "the token is of another decision, or the store has changed since; ask without a token again")
            }
            try work.indexWordsAnew()
            return done
        }
        guard let done else { return nil }
        try forget(done.traces)
        return done.extent
    }

    /// Writes the whole file anew, empties the log, and sees that the traces are in neither.
    private func forget(_ traces: PersonTraces) throws(StoreError) {
        try writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM")
            // Waits for whoever reads an old state, five seconds each time.
            for attempt in 1...6 {
                do {
                    _ = try database.checkpoint(.truncate)
                    break
                } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && attempt < 6 {
                    continue
                }
            }
        }
        guard path != ":memory:" else { return }
        for file in [path, path + "-wal"] {
            guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: file), options: .mappedIfSafe) else {
                continue
            }
            if traces.isNumberHeld(by: bytes) {
                throw .inconsistent(detail: "a purge left a trace in \(file)")
            }
        }
    }

    private func token(_ extent: PurgeExtent, _ purge: Purge) -> String {
        let told =
            "\(extent.supplier.rawValue)|\(extent.notices)|\(extent.registerEntries)|\(extent.feedback)|"
            + "\(extent.dossierEntries)|\(extent.guests)|\(extent.refusals)|\(extent.shortlisted)|\(extent.notes)|"
            + "\(purge.decision)"
        return ids.keyed("purge-token:" + told).prefix(8).hexadecimal
    }
}
