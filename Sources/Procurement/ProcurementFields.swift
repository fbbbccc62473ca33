/// A record's fields as they lie in memory, for whoever reads many of them and makes little of each.
///
/// It is good only while the records are being looked at (`PastProcurements.fields`). Lists are their bytes: lists that are
/// equal have equal bytes, so that what is made of one is known of all the others.
package struct ProcurementFields {
    /// Days since 1970-01-01; `Int32.min` where it is unknown.
    package let day: Int32
    package let notice: UnsafeRawBufferPointer
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
    /// The bytes of a list of CPV codes, as `cpv`: the main codes of the lots that differ from the notice's; empty where there
    /// are none.
    package let lotCodesList: UnsafeRawBufferPointer
    /// Read up to the wins.
    private let rest: RecordReader

    init(_ bytes: UnsafeRawBufferPointer, from start: Int) {
        var reader = RecordReader(bytes, from: start)
        let optionals = ProcurementRecord.Optionals(rawValue: reader.byte())
        _ = reader.byte()
        day = reader.day()
        notice = reader.slice()
        procedure = optionals.contains(.procedure) ? reader.slice() : nil
        title = reader.slice()
        cpv = reader.span { $0.each { _ = $0.number() } }
        nuts = reader.span { $0.each { _ = $0.slice() } }
        buyersList = reader.span {
            $0.each {
                _ = $0.slice()
                _ = $0.slice()
            }
        }
        goalsList = reader.span {
            $0.each {
                _ = $0.byte()
                _ = $0.slice()
            }
        }
        if optionals.contains(.kind) { _ = reader.byte() }
        if optionals.contains(.value) { ProcurementRecord.skipMoney(&reader) }
        if optionals.contains(.tenders) { _ = reader.number() }
        if optionals.contains(.procedureType) { _ = reader.slice() }
        lotCodesList =
            optionals.contains(.lotCodes)
            ? reader.span { $0.each { _ = $0.number() } }
            : UnsafeRawBufferPointer(start: nil, count: 0)
        rest = reader
    }

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

    /// Whether anybody is known to have won.
    package var isWon: Bool {
        var reader = rest
        return reader.number() > 0
    }

    /// Calls `body` with the number of each win's winner and the bytes of its list of lots, repeats kept.
    package func forEachWin(_ body: (_ winner: Int, _ lots: UnsafeRawBufferPointer) -> Void) {
        var reader = rest
        reader.each { reader in
            let winner = Int(clamping: reader.number())
            body(winner, reader.span { $0.each { _ = $0.slice() } })
            if reader.byte() != 0 { ProcurementRecord.skipMoney(&reader) }
        }
    }

    /// Calls `body` with the number of each win's winner, repeats kept.
    package func forEachWinner(_ body: (Int) -> Void) {
        var reader = rest
        reader.each { reader in
            body(Int(clamping: reader.number()))
            reader.each { _ = $0.slice() }
            if reader.byte() != 0 { ProcurementRecord.skipMoney(&reader) }
        }
    }
}
