/// A record's fields as they lie in memory, for whoever reads many of them and makes little of each: the one place that
/// knows the layout of a `ProcurementRecord` when it is read.
///
/// It is good only while the records are being looked at (`PastProcurements.fields`). Lists are their bytes: lists that are
/// equal have equal bytes, so that what is made of one is known of all the others.
package struct ProcurementFields {
    private let head: ProcurementRecord.Head
    package let procedure: UnsafeRawBufferPointer?
    package let title: UnsafeRawBufferPointer
    /// The bytes of a list of CPV codes, for `codes`.
    package let cpv: UnsafeRawBufferPointer
    /// The bytes of a list of regions, for `regions`.
    package let nuts: UnsafeRawBufferPointer
    /// The bytes of a list of buyers, for `buyers`.
    package let buyersList: UnsafeRawBufferPointer
    /// The bytes of a list of strategic goals, for `goals`.
    package let goalsList: UnsafeRawBufferPointer
    /// The bytes of the optional fields, but for `lotCodesList`.
    private let optionals: UnsafeRawBufferPointer
    /// The bytes of a list of CPV codes, as `cpv`: the main codes of the lots that differ from the notice's; empty where there
    /// are none.
    package let lotCodesList: UnsafeRawBufferPointer
    /// The numbers of those who lost; empty where there are none.
    private let losersList: UnsafeRawBufferPointer
    /// Read up to the wins.
    private let rest: RecordReader

    init(_ bytes: UnsafeRawBufferPointer, from start: Int) {
        var reader = RecordReader(bytes, from: start)
        self.init(&reader)
    }

    /// - Parameter reader: at the record's start, afterwards at its wins; failed where the record is unsound up to there.
    init(_ reader: inout RecordReader) {
        let head = ProcurementRecord.Head(&reader)
        self.head = head
        procedure = head.optionals.contains(.procedure) ? reader.slice() : nil
        title = reader.slice()
        cpv = reader.span { $0.eachCode() }
        nuts = reader.span { $0.each { _ = $0.slice() } }
        buyersList = reader.span {
            $0.each {
                _ = $0.slice()
                _ = $0.slice()
            }
        }
        goalsList = reader.span {
            $0.each {
                _ = $0.element(of: ProcurementRecord.goalLists)
                _ = $0.slice()
            }
        }
        optionals = reader.span {
            if head.optionals.contains(.kind) { _ = $0.element(of: ProcurementRecord.kinds) }
            if head.optionals.contains(.value) { $0.skipMoney() }
            if head.optionals.contains(.tenders) { _ = $0.number() }
            if head.optionals.contains(.procedureType) { _ = $0.slice() }
        }
        lotCodesList =
            head.optionals.contains(.lotCodes)
            ? reader.span { $0.eachCode() } : UnsafeRawBufferPointer(start: nil, count: 0)
        losersList =
            head.optionals.contains(.losers)
            ? reader.span { $0.each { _ = $0.number() } } : UnsafeRawBufferPointer(start: nil, count: 0)
        rest = reader
    }

    /// Days since 1970-01-01; `Int32.min` where it is unknown.
    package var day: Int32 { head.day }

    package var notice: UnsafeRawBufferPointer { head.notice }

    /// The main one first.
    package var codes: [CPVCode] {
        var reader = RecordReader(cpv)
        return reader.list { CPVCode($0.number()) }
    }

    /// The main codes of the lots that differ from the notice's.
    package var lotCodes: [CPVCode] {
        guard !lotCodesList.isEmpty else { return [] }
        var reader = RecordReader(lotCodesList)
        return reader.list { CPVCode($0.number()) }
    }

    package var regions: [NUTSCode] {
        var reader = RecordReader(nuts)
        return reader.list { NUTSCode(written: $0.text()) }
    }

    package var buyers: [PastProcurement.Buyer] {
        var reader = RecordReader(buyersList)
        return reader.list { .init(key: $0.text(), name: $0.text()) }
    }

    package var goals: [StrategicGoal] {
        var reader = RecordReader(goalsList)
        return reader.list { reader in
            guard let list = reader.element(of: ProcurementRecord.goalLists) else { return nil }
            return StrategicGoal(list: list, code: reader.text())
        }
    }

    // MARK: Wins, and who lost

    /// Calls `body` with the number of each that tendered and won nothing.
    package func forEachLoser(_ body: (_ loser: Int) -> Void) {
        if losersList.isEmpty { return }
        var reader = RecordReader(losersList)
        reader.each { body(Int(clamping: $0.number())) }
    }

    /// Whether anybody is known to have won.
    package var isWon: Bool {
        var reader = rest
        return reader.number() > 0
    }

    /// Calls `body` with the number of each win's winner and the bytes of its list of lots, repeats kept.
    @inline(__always)
    package func forEachWin(_ body: (_ winner: Int, _ lots: UnsafeRawBufferPointer) -> Void) {
        var reader = rest
        reader.each { reader in
            let win = Win(&reader)
            body(win.winner, win.lots)
        }
    }

    /// One win as it lies in memory.
    private struct Win {
        let winner: Int
        /// The bytes of a list of lots.
        let lots: UnsafeRawBufferPointer
        /// The bytes of its value.
        let value: UnsafeRawBufferPointer?

        @inline(__always)
        init(_ reader: inout RecordReader) {
            winner = Int(clamping: reader.number())
            lots = reader.span { $0.each { _ = $0.slice() } }
            value = reader.byte() == 0 ? nil : reader.span { $0.skipMoney() }
        }
    }

    // MARK: What is made of them

    /// Goes through a record to its end, and makes nothing of its texts.
    ///
    /// - Parameter isKnown: whether the number of a winner or a loser means someone.
    /// - Returns: `nil` for an unsound record, and for one with bytes behind it.
    static func outline(
        of record: UnsafeRawBufferPointer, isKnown: (_ winner: Int) -> Bool
    ) -> PastProcurements.Outline? {
        var reader = RecordReader(record)
        let fields = ProcurementFields(&reader)
        fields.forEachLoser { if !isKnown($0) { reader.fail() } }
        reader.each { if !isKnown(Win(&$0).winner) { $0.fail() } }
        guard reader.isSound, reader.position == record.count, let purpose = fields.head.purpose else { return nil }
        return PastProcurements.Outline(
            purpose: purpose, date: fields.head.date, isWon: fields.isWon,
            isRetelling: fields.head.optionals.contains(.retelling))
    }

    /// The procurement as a value.
    ///
    /// - Parameter winner: whom a number in the record means.
    func procurement(winner: (Int) -> SupplierID?) -> PastProcurement {
        var procurement = PastProcurement(
            notice: NoticeID(Self.text(notice)), purpose: head.purpose ?? .other, title: Self.text(title))
        procurement.procedureID = procedure.map { ProcedureID(Self.text($0)) }
        procurement.date = head.date
        procurement.cpv = codes
        procurement.nuts = regions
        procurement.buyers = buyers
        procurement.goals = goals
        var reader = RecordReader(optionals)
        if head.optionals.contains(.kind) { procurement.kind = reader.element(of: ProcurementRecord.kinds) }
        if head.optionals.contains(.value) { procurement.value = reader.money() }
        if head.optionals.contains(.tenders) { procurement.tendersReceived = Int(reader.signed()) }
        if head.optionals.contains(.procedureType) { procurement.procedureType = reader.text() }
        procurement.isRetelling = head.optionals.contains(.retelling)
        procurement.lotCodes = lotCodes
        var wins: [PastProcurement.Win] = []
        var winReader = rest
        winReader.each {
            let win = Win(&$0)
            guard let supplier = winner(win.winner) else { return }
            var lots = RecordReader(win.lots)
            wins.append(
                PastProcurement.Win(
                    supplier: supplier, lots: lots.list { LotID($0.text()) },
                    value: win.value.map { bytes in
                        var reader = RecordReader(bytes)
                        return reader.money()
                    }))
        }
        procurement.wins = wins.merged
        var losers: Set<SupplierID> = []
        forEachLoser { if let loser = winner($0) { losers.insert(loser) } }
        if !losers.isEmpty {
            procurement.losers = losers.subtracting(procurement.wins.lazy.map(\.supplier)).sorted()
        }
        return procurement
    }

    private static func text(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes, as: UTF8.self) }
}
