import Foundation
import GRDB
import Procurement

/// The rows that a current notice is found and learnt from by: lots, codes, buyers, wins and words.
///
/// They are made from the notice alone and taken away again when it no longer counts.
struct NoticeRows {
    let database: Database

    /// How many notices' words are indexed at once: their numbers stand in a statement.
    private static let chunk = 500

    /// Whom a notice names, as its rows do.
    struct Parts {
        var buyers: [PastProcurement.Buyer] = []
        /// Who won what in which order, as far as it counts. Whose suppliers the parties are is left open.
        var wins: [PastProcurement.Win] = []
        /// Of each of them the row of the party.
        var winners: [Int64] = []
        /// The rows of parties that tendered and won nothing in it, ascending.
        var losers: [Int64] = []
        /// The rows of all parties that are named as winners or tenderers.
        var named: Set<Int64> = []
    }

    /// Makes all but the words; see `indexWords`.
    func insert(_ notice: Notice, row: Int64) throws -> Parts {
        for code in Set(notice.cpv).union(notice.lots.flatMap(\.cpv)) {
            try database.importing("INSERT INTO notice_cpv (notice, code) VALUES (?, ?)").with(row).with(code.number)
                .run()
        }
        for (ordinal, lot) in notice.lots.enumerated() {
            try database.importing(
                "INSERT INTO lots (notice, ordinal, id, title, description, cpv) VALUES (?, ?, ?, ?, ?, ?)"
            ).with(row).with(ordinal).with(lot.id.rawValue).with(lot.title.text() ?? "").with(lot.description.text())
                .with(Columns.text(lot.cpv)).run()
        }
        var parts = Parts()
        for (ordinal, buyer) in Self.buyers(of: notice) {
            try database.importing("INSERT INTO notice_buyers (notice, ordinal, key, name) VALUES (?, ?, ?, ?)")
                .with(row).with(ordinal).with(buyer.key).with(buyer.name).run()
            parts.buyers.append(PastProcurement.Buyer(key: buyer.key, name: buyer.name))
        }
        try insertWins(notice, row: row, into: &parts)
        if let tendering = notice.tendering {
            let (all, losers) = try TenderRows(database: database).insert(tendering, row: row)
            parts.named.formUnion(all)
            parts.losers = losers
        }
        return parts
    }

    /// Who buys, each with its place among those that the notice names.
    static func buyers(of notice: Notice) -> [(ordinal: Int, buyer: Buyer)] {
        notice.buyers.compactMap(notice.organisation).enumerated().compactMap { ordinal, organisation in
            Buyer(organisation).map { (ordinal, $0) }
        }
    }

    /// Who the winners are: of each organisation that won, what the notice says of it, where that tells somebody.
    static func winners(of notice: Notice) -> [OrganisationID: Party] {
        let winners = Set(notice.awards.lazy.flatMap(\.winners))
        return Dictionary(
            notice.organisations.lazy.filter { winners.contains($0.id) }.compactMap { organisation in
                Party(organisation).map { (organisation.id, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// - Parameter hasWords: whether its words are in the index.
    /// - Returns: the rows of the parties that had won something in it, or tendered for it.
    func delete(row: Int64, hasWords: Bool) throws -> [Int64] {
        if hasWords { try indexWords("= \(row)", command: "delete") }
        let parties = try database.importing("SELECT DISTINCT party FROM wins WHERE notice = ?").with(row)
            .all { $0.number(0) }
        let tenderers = try TenderRows(database: database).delete(row: row)
        for table in ["notice_facts", "wins", "notice_buyers", "lots", "notice_cpv"] {
            try database.importing("DELETE FROM \(table) WHERE notice = ?").with(row).run()
        }
        return parties + tenderers
    }

    private func insertWins(_ notice: Notice, row: Int64, into parts: inout Parts) throws {
        let isModification = notice.purpose == .contractModification
        var rows: [OrganisationID: Int64] = [:]
        let winners = Self.winners(of: notice)
        for (number, award) in notice.awards.enumerated() {
            for (ordinal, winner) in award.winners.enumerated() {
                if rows[winner] == nil, let party = winners[winner] {
                    rows[winner] = try PartyRows(database: database).row(of: party)
                }
                guard let party = rows[winner] else { continue }
                try database.importing(
                    """
                    INSERT INTO wins (notice, award, ordinal, party, lots, value, currency, retold)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """
                ).with(row).with(number).with(ordinal).with(party).with(Columns.list(award.lots.map(\.rawValue)))
                    .with(award.value.value?.hundredths).with(award.value.value?.currency)
                    .with(isModification ? Retold.modification.rawValue : 0).run()
                parts.named.insert(party)
                if isModification { continue }
                parts.wins.append(PastProcurement.Win(supplier: "", lots: award.lots, value: award.value.value))
                parts.winners.append(party)
            }
        }
    }

    /// Indexes the words of notices whose other rows are there.
    ///
    /// To be done for many at once, and after everything else: SQLite ends each statement that could fail halfway
    /// with a savepoint, and at every savepoint FTS5 writes out what it has gathered in memory.
    func indexWords(of notices: Set<Int64>) throws {
        let sorted = notices.sorted()
        for start in stride(from: 0, to: sorted.count, by: Self.chunk) {
            let part = sorted[start..<min(start + Self.chunk, sorted.count)]
            try indexWords("IN (\(part.map(String.init).joined(separator: ", ")))", command: nil)
        }
    }

    /// Indexes the words of all current notices; there are none in the index.
    func indexAllWords() throws {
        try indexWords("IN (SELECT row FROM notices WHERE standing = 'current')", command: nil)
    }

    /// The index of words keeps no texts of its own, so it must be told the same texts again to forget them.
    private func indexWords(_ rows: String, command: String?) throws {
        try database.execute(
            sql: """
                INSERT INTO notice_words (\(command == nil ? "" : "notice_words, ")rowid, title, description, lots, buyers)
                SELECT \(command == nil ? "" : "'delete', ")row, normalized(title), normalized(description),
                    (SELECT group_concat(title, ' ')
                        FROM (SELECT normalized(title) AS title FROM lots WHERE notice = row ORDER BY ordinal)),
                    (SELECT group_concat(name, ' ')
                        FROM (SELECT normalized(name) AS name FROM notice_buyers WHERE notice = row ORDER BY ordinal))
                FROM notices WHERE row \(rows) ORDER BY row
                """)
    }
}
