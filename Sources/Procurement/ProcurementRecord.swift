/// One procurement in the bytes in which the store keeps it and the matcher reads it: about 200 instead of the 1,500
/// that the same takes as values, and read in a fraction of the time.
///
/// In this order: the head, which is the optional fields that follow (a byte), purpose (a byte), day (four bytes,
/// little-endian, `unknownDay` for none) and id; procedure, title, CPV codes, regions, buyers, goals; kind, value,
/// tenders, type of procedure, main codes of lots, those who lost; the wins. Who won or lost is a number that is given a
/// meaning where the record is kept. A text is its length and its bytes, a list its length and its elements; numbers are in base 128,
/// the lowest first (LEB128). What a notice says in running text is not in it. `ProcurementFields` reads it.
package enum ProcurementRecord {
    static let unknownDay = Int32.min

    /// Their places are what is written. Only ever add at the end.
    static let purposes: [NoticePurpose] = [
        .planning, .competition, .directAward, .result, .contractModification, .correction, .other,
    ]
    static let kinds: [ContractKind] = [.services, .supplies, .works]
    static let goalLists: [StrategicGoal.List] = [
        .strategicProcurement, .environmentalImpact, .socialObjective, .innovativeAcquisition, .greenCriteria,
        .accessibility,
    ]

    struct Optionals: OptionSet {
        let rawValue: UInt8
        static let procedure = Optionals(rawValue: 1)
        static let kind = Optionals(rawValue: 2)
        static let value = Optionals(rawValue: 4)
        static let tenders = Optionals(rawValue: 8)
        static let procedureType = Optionals(rawValue: 16)
        /// No field follows.
        static let retelling = Optionals(rawValue: 32)
        static let lotCodes = Optionals(rawValue: 64)
        static let losers = Optionals(rawValue: 128)
    }

    /// - Parameters:
    ///   - winners: the number of each win's winner.
    ///   - losers: the numbers of those who lost.
    package static func bytes(_ procurement: PastProcurement, winners: [Int], losers: [Int] = []) -> [UInt8] {
        var writer = RecordWriter()
        writeHead(procurement, hasLosers: !losers.isEmpty, to: &writer)
        writeSubject(procurement, to: &writer)
        writeOptionals(procurement, to: &writer)
        if !losers.isEmpty { writer.list(losers) { $0.number(UInt64($1)) } }
        writer.list(Array(zip(winners, procurement.wins))) { writer, item in
            let (winner, win) = item
            writer.number(UInt64(winner))
            writer.list(win.lots) { $0.text($1.rawValue) }
            writer.byte(win.value == nil ? 0 : 1)
            if let value = win.value { writer.money(value) }
        }
        return writer.bytes
    }

    private static func writeHead(_ procurement: PastProcurement, hasLosers: Bool, to writer: inout RecordWriter) {
        var optionals: Optionals = []
        if procurement.procedureID != nil { optionals.insert(.procedure) }
        if procurement.kind != nil { optionals.insert(.kind) }
        if procurement.value != nil { optionals.insert(.value) }
        if procurement.tendersReceived != nil { optionals.insert(.tenders) }
        if procurement.procedureType != nil { optionals.insert(.procedureType) }
        if procurement.isRetelling { optionals.insert(.retelling) }
        if !procurement.lotCodes.isEmpty { optionals.insert(.lotCodes) }
        if hasLosers { optionals.insert(.losers) }
        writer.byte(optionals.rawValue)
        writer.place(of: procurement.purpose, in: purposes)
        writer.day(procurement.date?.daysSinceEpoch ?? unknownDay)
        writer.text(procurement.notice.rawValue)
    }

    private static func writeSubject(_ procurement: PastProcurement, to writer: inout RecordWriter) {
        if let procedure = procurement.procedureID { writer.text(procedure.rawValue) }
        writer.text(procurement.title)
        writer.list(procurement.cpv) { $0.number(UInt64($1.number)) }
        writer.list(procurement.nuts) { $0.text($1.code) }
        writer.list(procurement.buyers) { writer, buyer in
            writer.text(buyer.key)
            writer.text(buyer.name)
        }
        writer.list(procurement.goals) { writer, goal in
            writer.place(of: goal.list, in: goalLists)
            writer.text(goal.code)
        }
    }

    private static func writeOptionals(_ procurement: PastProcurement, to writer: inout RecordWriter) {
        if let kind = procurement.kind { writer.place(of: kind, in: kinds) }
        if let value = procurement.value { writer.money(value) }
        if let tenders = procurement.tendersReceived { writer.signed(Int64(tenders)) }
        if let type = procurement.procedureType { writer.text(type) }
        if !procurement.lotCodes.isEmpty { writer.list(procurement.lotCodes) { $0.number(UInt64($1.number)) } }
    }
}

extension ProcurementRecord {
    /// What every record begins with.
    struct Head {
        let optionals: Optionals
        let purposePlace: UInt8
        let day: Int32
        /// The bytes of the id.
        let notice: UnsafeRawBufferPointer

        @inline(__always)
        init(_ reader: inout RecordReader) {
            optionals = Optionals(rawValue: reader.byte())
            purposePlace = reader.byte()
            day = reader.day()
            notice = reader.slice()
        }

        /// `nil` in a record that is unsound.
        var purpose: NoticePurpose? { Int(purposePlace) < purposes.count ? purposes[Int(purposePlace)] : nil }

        var date: CalendarDate? { day == unknownDay ? nil : CalendarDate(daysSinceEpoch: day) }
    }

    /// A record's place by day, then by the bytes of its id.
    struct Order {
        private let start: Int
        /// Among those that are put in order.
        let place: Int
        private let day: Int32
        /// The first eight bytes of the id, so that few comparisons have to look at the record again.
        private let prefix: UInt64

        init(_ bytes: UnsafeRawBufferPointer, from start: Int, place: Int) {
            self.start = start
            self.place = place
            var reader = RecordReader(bytes, from: start)
            let head = Head(&reader)
            day = head.day
            let id = head.notice
            prefix = (0..<8).reduce(0) { $0 << 8 | ($1 < id.count ? UInt64(id[$1]) : 0) }
        }

        func precedes(_ other: Order, in bytes: UnsafeRawBufferPointer) -> Bool {
            if day != other.day { return day < other.day }
            if prefix != other.prefix { return prefix < other.prefix }
            return Self.id(bytes, from: start).lexicographicallyPrecedes(Self.id(bytes, from: other.start))
        }

        private static func id(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UnsafeRawBufferPointer {
            var reader = RecordReader(bytes, from: start)
            return Head(&reader).notice
        }
    }
}

extension CPVCode {
    static let largest: UInt64 = 99_999_999

    init?(_ number: UInt64) {
        guard number <= Self.largest else { return nil }
        self.number = UInt32(number)
    }
}
