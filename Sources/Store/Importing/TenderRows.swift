import GRDB
import Procurement

/// The rows of `tenders`: who tendered for the lots of a current notice, as its `tendering` tells.
struct TenderRows {
    let database: Database

    /// Makes the rows of a notice.
    ///
    /// - Returns: the parties of all who tendered, and of those who got no contract in any of its lots, ascending.
    func insert(_ tendering: Tendering, row: Int64) throws -> (all: Set<Int64>, losers: [Int64]) {
        var parties: [Tenderer: Int64] = [:]
        var winners: Set<Int64> = []
        var losers: Set<Int64> = []
        for lot in tendering.lots {
            let tenders = (lot.contracted?.tenderers ?? []).map { ($0, true) } + lot.losers.map { ($0, false) }
            for (tenderer, isContracted) in tenders {
                if parties[tenderer] == nil, let party = Party(tenderer.organisation), !party.isPerson {
                    parties[tenderer] = try PartyRows(database: database).row(of: party)
                }
                guard let party = parties[tenderer] else { continue }
                if isContracted { winners.insert(party) } else { losers.insert(party) }
                // Two that are one party lost only where neither won.
                try database.importing(
                    """
                    INSERT INTO tenders (notice, lot, party, contracted, appealed, sni, sni_version)
                    VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                    """
                ).with(row).with(lot.id).with(party).with(isContracted)
                    .with(lot.outline.isAppealed.map { $0 ? 1 : 0 }).with(tenderer.sni?.code)
                    .with(tenderer.sni?.version).run()
            }
        }
        return (winners.union(losers), losers.subtracting(winners).sorted())
    }

    /// Takes the rows of a notice away.
    ///
    /// - Returns: the parties that they named.
    func delete(row: Int64) throws -> [Int64] {
        let parties = try database.importing("SELECT DISTINCT party FROM tenders WHERE notice = ?").with(row)
            .all { $0.number(0) }
        if !parties.isEmpty { try database.importing("DELETE FROM tenders WHERE notice = ?").with(row).run() }
        return parties
    }
}
