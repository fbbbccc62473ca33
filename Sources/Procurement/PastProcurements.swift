/// Many procurements, packed end to end as `ProcurementRecord`s. An element is read when it is asked for, so that a
/// million of them take a quarter of a gigabyte and not one and a half.
package struct PastProcurements: Sendable {
    private var pool: [UInt8] = []
    /// By place.
    private var entries: [Entry] = []
    /// Whether they are known to be in order.
    private var isSorted = true
    /// By number in the records: the place in `suppliers` of who won; -1 where the number is nobody's.
    package private(set) var winners: [Int32] = []
    /// Those who may have won.
    package private(set) var suppliers: [SupplierID] = []
    /// By who won: a number in the records. For what is put in by hand.
    private var numbers: [SupplierID: Int] = [:]

    /// Where a record begins, and what is asked of all of them more than once.
    private struct Entry {
        var start: Int
        var outline: Outline
    }

    package init() {}

    /// - Parameters:
    ///   - winners: whom the numbers in the records mean, by their places in `suppliers`; -1 where one is nobody's.
    ///   - suppliers: those who may have won.
    package init(winners: [Int32], of suppliers: [SupplierID]) {
        self.winners = winners
        self.suppliers = suppliers
    }

    /// - Parameters:
    ///   - count: of records to come.
    ///   - bytes: of all of them.
    package mutating func reserve(count: Int, bytes: Int) {
        pool.reserveCapacity(pool.count + bytes)
        entries.reserveCapacity(entries.count + count)
    }

    /// Adds a record as it was stored.
    ///
    /// - Returns: whether it is sound; if not, it isn't added.
    package mutating func append(record: UnsafeRawBufferPointer) -> Bool {
        let outline = ProcurementFields.outline(of: record) { $0 < winners.count && winners[$0] >= 0 }
        guard let outline else { return false }
        entries.append(Entry(start: pool.count, outline: outline))
        pool.append(contentsOf: record)
        isSorted = false
        return true
    }

    /// By date (unknown first), then by the bytes of the id.
    package mutating func sort() {
        if isSorted { return }
        defer { isSorted = true }
        let order = pool.withUnsafeBytes { bytes in
            entries.indices.map { ProcurementRecord.Order(bytes, from: entries[$0].start, place: $0) }
                .sorted { $0.precedes($1, in: bytes) }
        }
        entries = order.map { entries[$0.place] }
    }

    /// The same by date (unknown first), then by the bytes of the id.
    package var sorted: PastProcurements {
        var copy = self
        copy.sort()
        return copy
    }

    /// What can be told of a procurement without making anything of its texts.
    package struct Outline: Sendable {
        package var purpose: NoticePurpose
        package var date: CalendarDate?
        /// Whether anybody is known to have won.
        package var isWon: Bool
        /// Whether it is no procurement of its own (`PastProcurement.isRetelling`).
        package var isRetelling: Bool

        /// As `PastProcurement.isCounted`.
        package var isCounted: Bool { !isRetelling && (purpose == .result || isWon) }
    }

    /// The last of those that are meant, by their places; the very last first.
    package func last(_ limit: Int, where isMeant: (Int) -> Bool) -> [PastProcurement] {
        var places: [Int] = []
        for place in indices.reversed() where isMeant(place) {
            guard places.count < limit else { break }
            places.append(place)
        }
        return places.map { self[$0] }
    }

    package func outline(_ place: Int) -> Outline { entries[place].outline }

    /// Of the procedure that a notice belongs to.
    package func procedure(_ place: Int) -> ProcedureID? {
        fields(place) { $0.procedure.map { ProcedureID(String(decoding: $0, as: UTF8.self)) } }
    }

    /// The titles one after the other, as they lie in the records: in UTF-8, unless a disk has damaged them.
    package func forEachTitle(_ body: (UnsafeRawBufferPointer) -> Void) {
        pool.withUnsafeBytes { bytes in
            for entry in entries { body(ProcurementFields(bytes, from: entry.start).title) }
        }
    }

    /// Looks at records where they lie, one after the other.
    package func forEachFields(of places: [Int32], _ body: (_ number: Int, _ fields: ProcurementFields) -> Void) {
        pool.withUnsafeBytes { bytes in
            for (number, place) in places.enumerated() {
                body(number, ProcurementFields(bytes, from: entries[Int(place)].start))
            }
        }
    }

    /// Looks at a record where it lies, and makes nothing of it.
    package func fields<Value>(_ place: Int, _ body: (ProcurementFields) -> Value) -> Value {
        pool.withUnsafeBytes { body(ProcurementFields($0, from: entries[place].start)) }
    }

    /// Whom a number in the records means; `nil` where it is nobody's.
    package func winner(_ number: Int) -> SupplierID? {
        winners.indices.contains(number) && winners[number] >= 0 ? suppliers[Int(winners[number])] : nil
    }

    /// Bytes held, for reports; the ids of the winners left out.
    package var memory: Int { pool.count + entries.count * MemoryLayout<Entry>.stride + winners.count * 4 }

    private mutating func number(of supplier: SupplierID) -> Int {
        if let number = numbers[supplier] { return number }
        numbers[supplier] = winners.count
        winners.append(Int32(suppliers.count))
        suppliers.append(supplier)
        return winners.count - 1
    }

    private mutating func add(_ procurement: PastProcurement) -> Entry {
        if numbers.isEmpty {
            for number in winners.indices {
                if let winner = winner(number) { numbers[winner] = numbers[winner] ?? number }
            }
        }
        let winners = procurement.wins.map { number(of: $0.supplier) }
        let losers = procurement.losers.map { number(of: $0) }
        isSorted = false
        let start = pool.count
        pool += ProcurementRecord.bytes(procurement, winners: winners, losers: losers)
        return Entry(
            start: start,
            outline: Outline(
                purpose: procurement.purpose, date: procurement.date, isWon: !procurement.wins.isEmpty,
                isRetelling: procurement.isRetelling))
    }
}

extension PastProcurements: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { entries.count }

    package subscript(place: Int) -> PastProcurement {
        get { fields(place) { $0.procurement { winner($0) } } }
        set { entries[place] = add(newValue) }
    }

    package mutating func replaceSubrange(
        _ range: Range<Int>, with procurements: some Collection<PastProcurement>
    ) {
        isSorted = false
        let added = procurements.map { add($0) }
        entries.replaceSubrange(range, with: added)
    }
}

extension PastProcurements: ExpressibleByArrayLiteral {
    package init(arrayLiteral procurements: PastProcurement...) { self.init(procurements) }
}

extension PastProcurements: CustomStringConvertible {
    package var description: String { Array(self).description }
}
