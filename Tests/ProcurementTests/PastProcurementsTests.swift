import Testing

@testable import Procurement

@Suite struct PastProcurementsTests {
    private static let full: PastProcurement = {
        var procurement = PastProcurement(notice: "n-1", purpose: .directAward, title: "Skolskjuts på Öland")
        procurement.procedureID = "P-1"
        procurement.date = CalendarDate("1969-12-30")
        procurement.cpv = [CPVCode("60130000")!, CPVCode("03000000")!]
        procurement.kind = .works
        procurement.nuts = [NUTSCode("SE12")!, NUTSCode("SE121")!]
        procurement.buyers = [.init(key: "SE2120003005", name: "Uppsala kommun"), .init(key: "k", name: "")]
        procurement.goals = [.init(list: .accessibility, code: "a11y"), .init(list: .greenCriteria, code: "none")]
        procurement.value = Money(hundredths: -100, currency: "SEK")
        procurement.tendersReceived = 4_000
        procurement.procedureType = "open"
        procurement.lotCodes = [CPVCode("60112000")!, CPVCode("01000000")!]
        procurement.wins = [
            .init(supplier: "a", lots: ["LOT-0001", "LOT-0002"], value: Money(hundredths: .max, currency: "EUR")),
            .init(supplier: "b"), .init(supplier: "b", lots: ["LOT-0003"]),
        ]
        return procurement
    }()

    private static let bare = PastProcurement(notice: "n-2", purpose: .planning, title: "")

    private static let retelling: PastProcurement = {
        var procurement = PastProcurement(notice: "n-3", purpose: .result, title: "Städning")
        procurement.isRetelling = true
        return procurement
    }()

    /// Results and awards are counted, but not what is told elsewhere.
    @Test func whatIsCounted() {
        let procurements: PastProcurements = [Self.full, Self.bare, Self.retelling]
        #expect(procurements.map(\.isCounted) == [true, false, false])
        #expect(procurements.indices.map { procurements.outline($0).isCounted } == [true, false, false])
        #expect(Self.full.mainCodes == [CPVCode("60130000")!, CPVCode("60112000")!, CPVCode("01000000")!])
        #expect(Array(procurements) == [Self.full, Self.bare, Self.retelling])
    }

    @Test func whatIsPutInComesOut() {
        var procurements: PastProcurements = [Self.full, Self.bare]
        #expect(Array(procurements) == [Self.full, Self.bare])
        procurements.append(Self.full)
        procurements[1] = Self.full
        procurements.removeFirst()
        procurements.reverse()
        #expect(Array(procurements) == [Self.full, Self.full])
    }

    /// What is looked at where it lies is what the element has.
    @Test func fieldsAreThoseOfTheElement() {
        var other = Self.full
        other.title = "Städning"
        let procurements: PastProcurements = [Self.full, Self.bare, other]
        func text(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes, as: UTF8.self) }
        for (place, element) in procurements.enumerated() {
            procurements.fields(place) { fields in
                #expect(text(fields.notice) == element.notice.rawValue)
                #expect(fields.procedure.map(text) == element.procedureID?.rawValue)
                #expect(text(fields.title) == element.title)
                #expect(fields.day == element.date?.daysSinceEpoch ?? .min)
                #expect(fields.codes == element.cpv)
                #expect(fields.lotCodes == element.lotCodes)
                #expect(fields.regions == element.nuts)
                #expect(fields.buyers == element.buyers)
                #expect(fields.goals == element.goals)
                #expect(fields.isWon == !element.wins.isEmpty)
                var winners: [SupplierID?] = []
                fields.forEachWin { winner, _ in winners.append(procurements.winner(winner)) }
                #expect(winners == element.wins.map(\.supplier))
                var lots: [Int] = []
                fields.forEachWin { _, bytes in lots.append(bytes.count) }
                #expect(lots.count == element.wins.count)
            }
        }
        procurements.fields(0) { one in
            procurements.fields(2) { other in
                #expect(one.buyersList.elementsEqual(other.buyersList))
                #expect(!one.title.elementsEqual(other.title))
            }
        }
    }

    @Test(arguments: NoticePurpose.allCases)
    func everyPurposeHasAPlace(purpose: NoticePurpose) {
        let procurements: PastProcurements = [PastProcurement(notice: "n", purpose: purpose, title: "t")]
        #expect(procurements[0].purpose == purpose)
    }

    /// What is written down is read by later versions: these bytes may not change.
    @Test func theBytesStayWhatTheyAre() {
        #expect(
            ProcurementRecord.bytes(Self.bare, winners: []) == [
                0, 0, 0, 0, 0, 128, 3, 0x6E, 0x2D, 0x32, 0, 0, 0, 0, 0, 0,
            ])
        #expect(ProcurementRecord.kinds.count == ContractKind.allCases.count)
        #expect(ProcurementRecord.goalLists.count == StrategicGoal.List.allCases.count)
    }

    @Test func winsOfOneSupplierAreMerged() throws {
        let record = ProcurementRecord.bytes(Self.full, winners: [1, 0, 1])
        var procurements = PastProcurements(winners: [0, 0], of: ["z"])
        let isSound = record.withUnsafeBytes { procurements.append(record: $0) }
        try #require(isSound)
        #expect(procurements[0].wins.map(\.supplier) == ["z", "z", "z"])
        #expect(procurements[0].wins.map(\.lots.count) == [0, 2, 1])
    }

    /// Whatever a disk gives back, nothing is read beyond its end.
    @Test func damagedRecordsAreRefused() {
        let record = ProcurementRecord.bytes(Self.full, winners: [0, 1, 1])
        func isTaken(_ bytes: [UInt8], winners: [Int32] = [0, 1]) -> Bool {
            var procurements = PastProcurements(winners: winners, of: ["a", "b"])
            guard bytes.withUnsafeBytes({ procurements.append(record: $0) }) else { return false }
            return procurements[0].purpose.rawValue.isEmpty == false
        }
        #expect(isTaken(record))
        #expect(!isTaken(record, winners: [0, -1]))
        #expect(!isTaken(record, winners: [0]))
        for length in record.indices { #expect(!isTaken(Array(record.prefix(length)))) }
        for place in record.indices {
            for byte: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
                var damaged = record
                damaged[place] = byte
                _ = isTaken(damaged)
            }
        }
    }

    @Test func theyAreSortedByDayThenByTheBytesOfTheId() {
        var procurements: PastProcurements = []
        for (id, date) in [
            ("b", "2021-01-01"), ("abcdefgh-2", "2021-01-01"), ("abcdefgh-1", "2021-01-01"), ("a", "2021-01-02"),
            ("z", nil), ("abc", "2021-01-01"),
        ] {
            var procurement = PastProcurement(notice: NoticeID(id), purpose: .result, title: "t")
            procurement.date = date.flatMap { CalendarDate($0) }
            procurements.append(procurement)
        }
        procurements.sort()
        #expect(procurements.map(\.notice) == ["z", "abc", "abcdefgh-1", "abcdefgh-2", "b", "a"])
    }
}
