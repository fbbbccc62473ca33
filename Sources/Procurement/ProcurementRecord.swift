/// One procurement in the bytes in which the store keeps it and the matcher reads it: about 200 instead of the 1,500
/// that the same takes as values, and read in a fraction of the time.
///
/// In this order: which of the optional fields follow (a byte), purpose (a byte), day (four bytes, little-endian,
/// `unknownDay` for none), id, procedure, title, CPV codes, regions, buyers, goals, kind, value, tenders, type of
/// procedure, main codes of lots, then the wins, the winner of each as a number that whoever keeps the record gives a meaning. A text is its
/// length and its bytes, a list its length and its elements; numbers are in base 128, the lowest first (LEB128). What a
/// notice says in running text is not in it.
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
    }

    /// - Parameter winners: the number of each win's winner.
    package static func bytes(_ procurement: PastProcurement, winners: [Int]) -> [UInt8] {
        var writer = RecordWriter()
        var optionals: Optionals = []
        if procurement.procedureID != nil { optionals.insert(.procedure) }
        if procurement.kind != nil { optionals.insert(.kind) }
        if procurement.value != nil { optionals.insert(.value) }
        if procurement.tendersReceived != nil { optionals.insert(.tenders) }
        if procurement.procedureType != nil { optionals.insert(.procedureType) }
        if procurement.isRetelling { optionals.insert(.retelling) }
        if !procurement.lotCodes.isEmpty { optionals.insert(.lotCodes) }
        writer.byte(optionals.rawValue)
        writer.place(of: procurement.purpose, in: purposes)
        writer.day(procurement.date?.daysSinceEpoch ?? unknownDay)
        writer.text(procurement.notice.rawValue)
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
        if let kind = procurement.kind { writer.place(of: kind, in: kinds) }
        if let value = procurement.value { writer.money(value) }
        if let tenders = procurement.tendersReceived { writer.signed(Int64(tenders)) }
        if let type = procurement.procedureType { writer.text(type) }
        if !procurement.lotCodes.isEmpty { writer.list(procurement.lotCodes) { $0.number(UInt64($1.number)) } }
        writer.list(Array(zip(winners, procurement.wins))) { writer, item in
            let (winner, win) = item
            writer.number(UInt64(winner))
            writer.list(win.lots) { $0.text($1.rawValue) }
            writer.byte(win.value == nil ? 0 : 1)
            if let value = win.value { writer.money(value) }
        }
        return writer.bytes
    }

    /// - Parameter winner: whom a number in the record means; `nil` where it means nobody, which makes it unsound.
    static func procurement(_ reader: inout RecordReader, winner: (Int) -> SupplierID?) -> PastProcurement {
        let optionals = Optionals(rawValue: reader.byte())
        let purpose = reader.element(of: purposes) ?? .other
        let day = reader.day()
        var procurement = PastProcurement(notice: NoticeID(reader.text()), purpose: purpose, title: "")
        procurement.date = day == unknownDay ? nil : CalendarDate(daysSinceEpoch: day)
        if optionals.contains(.procedure) { procurement.procedureID = ProcedureID(reader.text()) }
        procurement.title = reader.text()
        procurement.cpv = reader.list { reader in CPVCode(reader.number()) }
        procurement.nuts = reader.list { NUTSCode(written: $0.text()) }
        procurement.buyers = reader.list { .init(key: $0.text(), name: $0.text()) }
        procurement.goals = reader.list { reader in
            guard let list = reader.element(of: goalLists) else { return nil }
            return StrategicGoal(list: list, code: reader.text())
        }
        if optionals.contains(.kind) { procurement.kind = reader.element(of: kinds) }
        if optionals.contains(.value) { procurement.value = reader.money() }
        if optionals.contains(.tenders) { procurement.tendersReceived = Int(reader.signed()) }
        if optionals.contains(.procedureType) { procurement.procedureType = reader.text() }
        procurement.isRetelling = optionals.contains(.retelling)
        if optionals.contains(.lotCodes) { procurement.lotCodes = reader.list { CPVCode($0.number()) } }
        procurement.wins =
            reader.list { reader -> PastProcurement.Win? in
                let supplier = winner(Int(clamping: reader.number()))
                let lots = reader.list { LotID($0.text()) }
                let value = reader.byte() == 0 ? nil : reader.money()
                guard let supplier else {
                    reader.fail()
                    return nil
                }
                return PastProcurement.Win(supplier: supplier, lots: lots, value: value)
            }.merged
        return procurement
    }
}

extension ProcurementRecord {
    /// Goes through a record without making anything of its texts.
    ///
    /// - Parameter isKnown: whether the number of a winner means someone.
    static func outline(_ reader: inout RecordReader, isKnown: (Int) -> Bool) -> PastProcurements.Outline {
        let optionals = Optionals(rawValue: reader.byte())
        let purpose = reader.element(of: purposes) ?? .other
        let day = reader.day()
        skipToWins(&reader, optionals)
        var isWon = false
        reader.each { reader in
            isWon = true
            if !isKnown(Int(clamping: reader.number())) { reader.fail() }
            reader.each { _ = $0.slice() }
            if reader.byte() != 0 { skipMoney(&reader) }
        }
        return PastProcurements.Outline(
            purpose: purpose, date: day == unknownDay ? nil : CalendarDate(daysSinceEpoch: day), isWon: isWon,
            isRetelling: optionals.contains(.retelling))
    }

    /// - Parameter reader: behind the day.
    private static func skipToWins(_ reader: inout RecordReader, _ optionals: Optionals) {
        _ = reader.slice()
        if optionals.contains(.procedure) { _ = reader.slice() }
        _ = reader.slice()
        reader.each { if $0.number() > 99_999_999 { $0.fail() } }
        reader.each { _ = $0.slice() }
        reader.each {
            _ = $0.slice()
            _ = $0.slice()
        }
        reader.each {
            _ = $0.element(of: goalLists)
            _ = $0.slice()
        }
        if optionals.contains(.kind) { _ = reader.element(of: kinds) }
        if optionals.contains(.value) { skipMoney(&reader) }
        if optionals.contains(.tenders) { _ = reader.number() }
        if optionals.contains(.procedureType) { _ = reader.slice() }
        if optionals.contains(.lotCodes) { reader.each { if $0.number() > 99_999_999 { $0.fail() } } }
    }

    static func skipMoney(_ reader: inout RecordReader) {
        _ = reader.number()
        _ = reader.slice()
    }

    /// A record's place by day, then by the bytes of its id.
    struct Order {
        private let start: Int
        /// Among those that are put in order.
        let place: Int
        private let day: Int32
        /// The first eight bytes of the id, so that few comparisons have to look at the record again.
        private let head: UInt64

        init(_ bytes: UnsafeRawBufferPointer, from start: Int, place: Int) {
            self.start = start
            self.place = place
            var reader = RecordReader(bytes, from: start + 2)
            day = reader.day()
            let id = reader.slice()
            head = (0..<8).reduce(0) { $0 << 8 | ($1 < id.count ? UInt64(id[$1]) : 0) }
        }

        func precedes(_ other: Order, in bytes: UnsafeRawBufferPointer) -> Bool {
            if day != other.day { return day < other.day }
            if head != other.head { return head < other.head }
            return Self.id(bytes, from: start).lexicographicallyPrecedes(Self.id(bytes, from: other.start))
        }

        private static func id(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UnsafeRawBufferPointer {
            var reader = RecordReader(bytes, from: start + 6)
            return reader.slice()
        }
    }
}

extension CPVCode {
    init?(_ number: UInt64) {
        guard number <= 99_999_999 else { return nil }
        self.number = UInt32(number)
    }
}
