import Testing

@testable import Sheets

@Suite struct CheckInCodeTests {
    /// Whoever has a code on paper finds it on a list that is made anew, also years later.
    @Test func codesStayAsTheyAre() {
        #expect(CheckInCode.of(event: 3, guest: 17) == CheckInCode.of(event: 3, guest: 17))
        #expect([1, 2, 3].map { CheckInCode.of(event: 1, guest: $0) } == recorded)
    }

    private let recorded = ["JHVRB", "XFCHP", "KDHXC"]

    @Test func noTwoCompaniesOfAnEventShareOne() {
        let codes = (1...20_000).map { CheckInCode.of(event: 12, guest: $0) }
        #expect(Set(codes).count == codes.count && codes.allSatisfy { CheckInCode.isPossible($0) })
        #expect(CheckInCode.of(event: 1, guest: 5) != CheckInCode.of(event: 2, guest: 5))
    }

    @Test func oneWrongLetterOrTwoThatChangedPlacesMakeNoCode() {
        let letters = Array("BCDFGHJKLMPRSTVXZ")
        for guest in stride(from: 1, to: 3000, by: 37) {
            let code = Array(CheckInCode.of(event: 4, guest: guest))
            for place in code.indices {
                for letter in letters where letter != code[place] {
                    var wrong = code
                    wrong[place] = letter
                    #expect(!CheckInCode.isPossible(String(wrong)))
                }
                guard place > 0, code[place] != code[place - 1] else { continue }
                var swapped = code
                swapped.swapAt(place, place - 1)
                #expect(!CheckInCode.isPossible(String(swapped)), "\(String(code)) \(String(swapped))")
            }
        }
    }

    @Test(arguments: [Int.max, Int.min, 0, -1]) func noNumberTraps(number: Int) {
        #expect(CheckInCode.isPossible(CheckInCode.of(event: number, guest: number)))
    }

    @Test func smallLettersAreTheSameAndOthersNone() {
        #expect(CheckInCode.isPossible(CheckInCode.of(event: 1, guest: 1).lowercased()))
        #expect(
            !CheckInCode.isPossible("AEIOU") && !CheckInCode.isPossible("")
                && !CheckInCode.isPossible("BBBBBB"))
    }
}
