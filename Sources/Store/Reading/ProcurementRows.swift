import GRDB
import Procurement

/// Reads current notices as procurements from the columns that they are found by; no notice is decoded whole.
struct ProcurementRows {
    let database: Database

    /// Who took part in a procurement, by the rows of the parties.
    struct Parties {
        /// Of each win that counts.
        var winners: [Int64] = []
        /// Who tendered and won nothing in it, ascending.
        var losers: [Int64] = []
    }

    /// - Parameters:
    ///   - rows: which rows of notices, as it may stand after a column: `IN (…)`, `BETWEEN 1 AND 9`.
    ///   - isDescribed: whether with what a notice says in running text: the description and the lots.
    ///   - body: told the row, the procurement and the parties. Who these are is left open: the supplier of every win is empty,
    ///     nobody has lost, and wins of one supplier aren't merged.
    func forEach(
        _ rows: String, isDescribed: Bool = true, _ body: (Int64, PastProcurement, Parties) throws -> Void
    ) throws {
        var lots = Companions(
            try cursor(
                """
                SELECT notice, \(isDescribed ? "id, title, description" : "'', '', NULL"), cpv FROM lots
                WHERE notice \(rows) ORDER BY notice, ordinal
                """))
        var buyers = Companions(
            try cursor("SELECT notice, key, name FROM notice_buyers WHERE notice \(rows) ORDER BY notice, ordinal"))
        var wins = Companions(
            try cursor(
                """
                SELECT notice, party, lots, value, currency, retold FROM wins WHERE notice \(rows)
                ORDER BY notice, award, ordinal
                """))
        var losers = Companions(
            try cursor(
                """
                SELECT notice, party FROM tenders WHERE notice \(rows) GROUP BY notice, party HAVING max(contracted) = 0
                ORDER BY notice, party
                """))
        let notices = try cursor(
            """
            SELECT row, id, purpose, title, procedure, date, \(isDescribed ? "description" : "NULL"), cpv, kind, nuts, goals, value, currency, tenders,
                procedure_type
            FROM notices WHERE standing = 'current' AND row \(rows) ORDER BY row
            """)
        while let row = try notices.next() {
            let notice: Int64 = try row[0]
            var procurement = try Self.procurement(row)
            var parties = Parties()
            var lotCodes: [[CPVCode]] = []
            try lots.forEach(of: notice) { row in
                lotCodes.append(Columns.codes(try row[4]))
                if isDescribed { procurement.lots.append(try Self.lot(row)) }
            }
            procurement.lotCodes = .ofLots(lotCodes, besides: procurement.cpv.first)
            try buyers.forEach(of: notice) {
                try procurement.buyers.append(.init(key: $0[1], name: $0.shown(2)))
            }
            var isRetold = procurement.purpose == .contractModification
            try wins.forEach(of: notice) { row in
                if try row[5] as Int != 0 {
                    isRetold = true
                    return
                }
                let party: Int64 = try row[1]
                guard party > 0 else { throw DamagedRow("a win is nobody's") }
                parties.winners.append(party)
                try procurement.wins.append(
                    .init(
                        supplier: "", lots: Columns.list(row[2]).map { LotID($0) }, value: Self.money(row[3], row[4])))
            }
            procurement.isRetelling = isRetold && parties.winners.isEmpty
            try losers.forEach(of: notice) { row in
                let party: Int64 = try row[1]
                guard party > 0 else { throw DamagedRow("a tender is nobody's") }
                parties.losers.append(party)
            }
            try body(notice, procurement, parties)
        }
    }

    private func cursor(_ sql: String) throws -> RowCursor { try Row.fetchCursor(database, sql: sql) }

    private static func procurement(_ row: Row) throws -> PastProcurement {
        guard let purpose = NoticePurpose(rawValue: try row[2]) else {
            throw DamagedRow("a notice has an unknown purpose")
        }
        var procurement = try PastProcurement(
            notice: NoticeID(row[1] as String), purpose: purpose, title: row.shown(3))
        procurement.procedureID = (try row[4] as String?).map { ProcedureID($0) }
        procurement.date = (try row[5] as Int32?).map(CalendarDate.init(daysSinceEpoch:))
        procurement.description = try row.shownIfAny(6)
        procurement.cpv = Columns.codes(try row[7])
        procurement.kind = (try row[8] as String?).flatMap { ContractKind(rawValue: $0) }
        procurement.nuts = Columns.regions(try row[9])
        procurement.goals = Columns.goals(try row[10])
        procurement.value = try money(row[11], row[12])
        procurement.tendersReceived = try row[13]
        procurement.procedureType = try row[14]
        return procurement
    }

    private static func lot(_ row: Row) throws -> PastProcurement.LotText {
        try PastProcurement.LotText(
            id: LotID(row[1] as String), title: row.shown(2),
            description: row.shownIfAny(3), cpv: Columns.codes(row[4]))
    }

    private static func money(_ hundredths: Int64?, _ currency: String?) -> Money? {
        guard let hundredths, let currency else { return nil }
        return Money(hundredths: hundredths, currency: currency)
    }
}

/// Rows that belong to notices, in the notices' own order, so that both are read side by side.
struct Companions {
    private let cursor: RowCursor
    private var next: Row?
    private var isBegun = false

    /// - Parameter cursor: rows whose first column is the notice's row, ascending.
    init(_ cursor: RowCursor) { self.cursor = cursor }

    mutating func forEach(of notice: Int64, _ body: (Row) throws -> Void) throws {
        if !isBegun {
            next = try cursor.next()
            isBegun = true
        }
        while let row = next {
            let owner: Int64 = try row[0]
            guard owner <= notice else { return }
            if owner == notice { try body(row) }
            next = try cursor.next()
        }
    }
}
