import GRDB
import Procurement

/// Gathers what the matcher learns from, in a few passes over narrow tables; no notice is decoded whole.
struct MarketFactsReader {
    let database: Database

    /// How many notices are read between one word about it and the next.
    private static let stride = 1000

    /// - Parameter progress: told now and then how many notices are read.
    func read(progress: (Int) -> Void = { _ in }) throws -> MarketFacts {
        let suppliers = try SupplierReader(database: database).all()
        let ids = Dictionary(uniqueKeysWithValues: suppliers.map { ($0.row, $0.supplier.id) })
        return MarketFacts(
            suppliers: suppliers.map(\.supplier).sorted { $0.id < $1.id },
            procurements: try procurements(ids, progress: progress))
    }

    /// One current notice; `nil` where there is none of that id.
    func procurement(_ id: NoticeID) throws -> PastProcurement? {
        let row = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT row FROM notices WHERE id = ? AND standing = 'current'"),
            arguments: [id.rawValue])
        guard let row else { return nil }
        let winners = try Row.fetchAll(
            database,
            sql: """
                SELECT DISTINCT s.row, s.id FROM wins w JOIN parties p ON p.row = w.party JOIN suppliers s ON s.row = p.supplier
                WHERE w.notice = ?
                """, arguments: [row])
        let ids = Dictionary(uniqueKeysWithValues: winners.map { ($0[0] as Int64, SupplierID($0[1] as String)) })
        return try procurements(ids, within: "\(row)").first
    }

    /// - Parameter rows: the rows of the notices to read, as they may stand in `IN (…)`; `nil` for all.
    func procurements(
        _ ids: [Int64: SupplierID], within rows: String? = nil, progress: (Int) -> Void = { _ in }
    ) throws -> [PastProcurement] {
        var procurements: [PastProcurement] = []
        let ofNotice = rows.map { "WHERE notice IN (\($0))" } ?? ""
        var lots = Companions(
            try cursor("SELECT notice, id, title, description, cpv FROM lots \(ofNotice) ORDER BY notice, ordinal"))
        var buyers = Companions(
            try cursor("SELECT notice, key, name FROM notice_buyers \(ofNotice) ORDER BY notice, ordinal"))
        var wins = Companions(
            try cursor(
                """
                SELECT w.notice, p.supplier, w.lots, w.value, w.currency FROM wins w JOIN parties p ON p.row = w.party
                \(ofNotice) ORDER BY w.notice, w.award, w.ordinal
                """))
        let notices = try cursor(
            """
            SELECT row, id, purpose, title, procedure, date, description, cpv, kind, nuts, goals, value, currency, tenders,
                procedure_type
            FROM notices WHERE standing = 'current' \(rows.map { "AND row IN (\($0))" } ?? "") ORDER BY row
            """)
        while let row = try notices.next() {
            let notice: Int64 = row[0]
            var procurement = try Self.procurement(row)
            try lots.forEach(of: notice) { procurement.lots.append(Self.lot($0)) }
            try buyers.forEach(of: notice) { procurement.buyers.append(.init(key: $0[1], name: $0[2])) }
            try wins.forEach(of: notice) { row in
                guard let supplier = ids[row[1]] else {
                    throw StoreError.inconsistent(detail: "a win has no supplier")
                }
                procurement.wins.append(
                    .init(
                        supplier: supplier, lots: Columns.list(row[2]).map { LotID($0) },
                        value: Self.money(row[3], row[4])))
            }
            procurement.wins = Self.merged(procurement.wins)
            procurements.append(procurement)
            if procurements.count.isMultiple(of: Self.stride) { progress(procurements.count) }
        }
        return procurements.sorted {
            ($0.date?.daysSinceEpoch ?? .min, $0.notice) < ($1.date?.daysSinceEpoch ?? .min, $1.notice)
        }
    }

    private func cursor(_ sql: String) throws -> RowCursor { try Row.fetchCursor(database, sql: sql) }

    private static func procurement(_ row: Row) throws -> PastProcurement {
        guard let purpose = NoticePurpose(rawValue: row[2]) else {
            throw StoreError.inconsistent(detail: "a notice has an unknown purpose")
        }
        var procurement = PastProcurement(
            notice: NoticeID(row[1] as String), purpose: purpose, title: (row[3] as String).withoutPersonalNumbers)
        procurement.procedureID = (row[4] as String?).map { ProcedureID($0) }
        procurement.date = (row[5] as Int32?).map(CalendarDate.init(daysSinceEpoch:))
        procurement.description = (row[6] as String?)?.withoutPersonalNumbers
        procurement.cpv = Columns.codes(row[7])
        procurement.kind = (row[8] as String?).flatMap { ContractKind(rawValue: $0) }
        procurement.nuts = Columns.regions(row[9])
        procurement.goals = Columns.goals(row[10])
        procurement.value = money(row[11], row[12])
        procurement.tendersReceived = row[13]
        procurement.procedureType = row[14]
        return procurement
    }

    private static func lot(_ row: Row) -> PastProcurement.LotText {
        PastProcurement.LotText(
            id: LotID(row[1] as String), title: (row[2] as String).withoutPersonalNumbers,
            description: (row[3] as String?)?.withoutPersonalNumbers, cpv: Columns.codes(row[4]))
    }

    private static func money(_ hundredths: Int64?, _ currency: String?) -> Money? {
        guard let hundredths, let currency else { return nil }
        return Money(hundredths: hundredths, currency: currency)
    }

    /// One win a supplier and set of lots; of several values the first stated.
    private static func merged(_ wins: [PastProcurement.Win]) -> [PastProcurement.Win] {
        guard wins.count > 1 else { return wins }
        var merged: [PastProcurement.Win] = []
        var places: [[String]: Int] = [:]
        for win in wins {
            let key = [win.supplier.rawValue] + win.lots.map(\.rawValue)
            if let place = places[key] {
                merged[place].value = merged[place].value ?? win.value
            } else {
                places[key] = merged.count
                merged.append(win)
            }
        }
        return merged.sorted { left, right in
            left.supplier == right.supplier
                ? left.lots.lexicographicallyPrecedes(right.lots) : left.supplier < right.supplier
        }
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
            let owner: Int64 = row[0]
            guard owner <= notice else { return }
            if owner == notice { try body(row) }
            next = try cursor.next()
        }
    }
}
