/// Many procurements, packed end to end as `ProcurementRecord`s. An element is read when it is asked for, so that a
/// million of them take a quarter of a gigabyte and not one and a half.
package struct PastProcurements: Sendable {
    private var pool: [UInt8] = []
    /// By place: where its record begins.
    private var starts: [Int] = []
    /// Whether they are known to be in order.
    private var isSorted = true
    /// By number in the records: who won; `nil` where the number is nobody's.
    private var winners: [SupplierID?]
    /// The same the other way round, for what is put in by hand.
    private var numbers: [SupplierID: Int] = [:]

    package init() { winners = [] }

    /// - Parameter winners: whom the numbers in the records mean.
    package init(winners: [SupplierID?]) { self.winners = winners }

    /// - Parameters:
    ///   - count: of records to come.
    ///   - bytes: of all of them.
    package mutating func reserve(count: Int, bytes: Int) {
        pool.reserveCapacity(pool.count + bytes)
        starts.reserveCapacity(starts.count + count)
    }

    /// Adds a record as it was stored.
    ///
    /// - Returns: whether it is sound; if not, it isn't added.
    package mutating func append(record: UnsafeRawBufferPointer) -> Bool {
        var reader = RecordReader(record)
        ProcurementRecord.skip(&reader) { $0 < winners.count && winners[$0] != nil }
        guard reader.isSound, reader.position == record.count else { return false }
        starts.append(pool.count)
        pool.append(contentsOf: record)
        isSorted = false
        return true
    }

    /// By date (unknown first), then by the bytes of the id.
    package mutating func sort() {
        if isSorted { return }
        defer { isSorted = true }
        let order = pool.withUnsafeBytes { bytes in
            starts.map { ProcurementRecord.Order(bytes, from: $0) }.sorted { $0.precedes($1, in: bytes) }
        }
        starts = order.map(\.start)
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

    package func outline(_ place: Int) -> Outline {
        pool.withUnsafeBytes { bytes in
            var reader = RecordReader(bytes, from: starts[place])
            return ProcurementRecord.outline(&reader)
        }
    }

    /// Of the procedure that a notice belongs to.
    package func procedure(_ place: Int) -> ProcedureID? {
        fields(place) { $0.procedure.map { ProcedureID(String(decoding: $0, as: UTF8.self)) } }
    }

    package func isWon(_ place: Int) -> Bool { fields(place) { $0.isWon } }

    /// The titles, each made when it is asked for.
    package var titles: some RandomAccessCollection<String> {
        indices.lazy.map { place in fields(place) { String(decoding: $0.title, as: UTF8.self) } }
    }

    /// Looks at a record where it lies, and makes nothing of it.
    package func fields<Value>(_ place: Int, _ body: (ProcurementFields) -> Value) -> Value {
        pool.withUnsafeBytes { body(ProcurementFields($0, from: starts[place])) }
    }

    /// Whom the numbers of winners in the records mean; `nil` where one is nobody's.
    package var winnersByNumber: [SupplierID?] { winners }

    /// Bytes held, for reports; the ids of the winners left out.
    package var memory: Int { pool.count + starts.count * 8 + winners.count * 16 }

    private mutating func add(_ procurement: PastProcurement) -> Int {
        if numbers.isEmpty {
            for (number, winner) in winners.enumerated() {
                if let winner { numbers[winner] = numbers[winner] ?? number }
            }
        }
        let winners = procurement.wins.map { win -> Int in
            if let number = numbers[win.supplier] { return number }
            numbers[win.supplier] = self.winners.count
            self.winners.append(win.supplier)
            return self.winners.count - 1
        }
        isSorted = false
        let start = pool.count
        pool += ProcurementRecord.bytes(procurement, winners: winners)
        return start
    }
}

extension PastProcurements: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
    package var startIndex: Int { 0 }
    package var endIndex: Int { starts.count }

    package subscript(place: Int) -> PastProcurement {
        get {
            pool.withUnsafeBytes { bytes in
                var reader = RecordReader(bytes, from: starts[place])
                return ProcurementRecord.procurement(&reader) { winners[$0] }
            }
        }
        set { starts[place] = add(newValue) }
    }

    package mutating func replaceSubrange(
        _ range: Range<Int>, with procurements: some Collection<PastProcurement>
    ) {
        isSorted = false
        let added = procurements.map { add($0) }
        starts.replaceSubrange(range, with: added)
    }
}

extension PastProcurements: ExpressibleByArrayLiteral {
    package init(arrayLiteral procurements: PastProcurement...) { self.init(procurements) }
}

extension PastProcurements: CustomStringConvertible {
    package var description: String { Array(self).description }
}
