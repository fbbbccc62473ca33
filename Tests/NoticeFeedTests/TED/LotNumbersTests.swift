import Containers
import Procurement
import TestSupport
import Testing

@testable import NoticeFeed

@Suite struct LotNumbersTests {
    private static let six = LotNumbers(["1", "2", "3", "4", "5", "6"])

    @Test(arguments: [
        ("1", ["1"]), (" 1 ", ["1"]), ("01", ["1"]), ("Lot 1", ["1"]), ("Del nr 3", ["3"]), ("Los-Nr.1", ["Los-Nr.1"]),
        ("Część nr 5", ["5"]), ("1, 3-5", ["1", "3", "4", "5"]), ("1 à 4", ["1", "2", "3", "4"]),
        ("Lots 2;6", ["2", "6"]),
        ("Del 2 och 3", ["2", "3"]), ("lot 1, lot 2 et lot 3", ["1", "2", "3"]), ("1, 2 och 4", ["1", "2", "4"]),
        ("od 1 do 3", ["1", "2", "3"]), ("1.2.3.4", ["1", "2", "3", "4"]), ("2 & 1", ["2", "1"]),
        ("1,1,2", ["1", "2"]),
        ("All", ["1", "2", "3", "4", "5", "6"]), ("Alla delar", ["1", "2", "3", "4", "5", "6"]),
        ("1 - Skolor", ["1"]), ("2: Kontor", ["2"]), ("3 (tak)", ["3"]),
        // What can be read in two ways, or names a lot that isn't there, stays.
        ("7", ["7"]), ("5-7", ["5-7"]), ("1, 7", ["1, 7"]), ("4-2", ["4-2"]), ("1 a 4", ["1 a 4"]), ("1/2", ["1/2"]),
        ("1 och 7", ["1 och 7"]), ("3: El", ["3"]),
        ("1.01", ["1.01"]), ("2.1", ["2.1"]), ("16 - 2.19/285", ["16 - 2.19/285"]), ("1,", ["1,"]), ("0", ["0"]),
        ("N006/22", ["N006/22"]), ("Skolor", ["Skolor"]), ("III", ["III"]), ("", []), ("  ", []),
    ])
    func readsALotNumber(text: String, lots: [String]) {
        #expect(Self.six.lots(text).map(\.rawValue) == lots)
    }

    /// The described lots have names of their own; an award may give the bare number.
    @Test func findsALotByItsBareNumber() {
        let numbers = LotNumbers(["Lotto 1", "02", "3: Tak", "4 (A & B)", "A", "1.01"])
        #expect(numbers.lots("1") == ["Lotto 1"])
        #expect(numbers.lots("2") == ["02"])
        #expect(numbers.lots("1-3") == ["Lotto 1", "02", "3: Tak"])
        #expect(numbers.lots("Lot 4") == ["4 (A & B)"])
        #expect(numbers.lots("Lot A") == ["A"])
        #expect(numbers.lots("1.01") == ["1.01"])
        #expect(numbers.lots("B") == ["B"])
    }

    @Test func doesNotGuessBetweenTwoLots() {
        let numbers = LotNumbers(["Lot 1", "01", "2"])
        #expect(numbers.lots("1") == ["1"])
        #expect(numbers.lots("Lot 1") == ["Lot 1"])
        #expect(numbers.lots("1-2") == ["1-2"])
    }

    @Test func readsListsAlsoWhereNoLotIsDescribed() {
        let numbers = LotNumbers([])
        #expect(numbers.lots("1, 3-5") == ["1", "3", "4", "5"])
        #expect(numbers.lots("Lot 2") == ["2"])
        #expect(numbers.lots("alla").isEmpty)
        #expect(numbers.lots("1-2021") == ["1-2021"])
        #expect(numbers.lots("1.2.3") == ["1.2.3"])
    }

    /// Whatever is written, the result is either described lots or the text itself.
    @Test func neverMakesUpALot() {
        var random = SplitMix64(seed: 7)
        let alphabet = Array("0123456789,;-–. &Lot åä")
        let described: Set<LotID> = ["1", "2", "3", "4", "5", "6"]
        for _ in 0..<5000 {
            let text = String(
                (0..<Int.random(in: 1...9, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "1" })
            let lots = Self.six.lots(text)
            let written = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(Set(lots).isSubset(of: described) || lots == [LotID(written)], "\(text)")
            #expect(Set(lots).count == lots.count, "\(text)")
            #expect(lots.isEmpty == written.isEmpty, "\(text)")
        }
    }

    @Test func everyRangeIsReadAsWritten() {
        let many = LotNumbers((1...300).map { LotID(String($0)) })
        var random = SplitMix64(seed: 11)
        for _ in 0..<200 {
            let first = Int.random(in: 1...299, using: &random)
            let last = Int.random(in: first + 1...300, using: &random)
            #expect(many.lots("\(first)-\(last)") == (first...last).map { LotID(String($0)) })
        }
    }
}
