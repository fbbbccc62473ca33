import API
import Procurement
import Testing

@testable import Sheets

@Suite struct SupplierLetterTests {
    private func letter(_ change: (inout MatchingExplain.Result) -> Void = { _ in }) -> SupplierLetter {
        var standing = MatchingExplain.example.result
        change(&standing)
        return SupplierLetter(standing: standing, need: "IT", limit: 10)
    }

    @Test func saysPlaceWhatCountedAndWhatWouldChangeItWithTwoDecimals() {
        let text = letter().text(.sv)
        #expect(text.hasPrefix("Till Sundhamra Informationsteknik AB\n\n"))
        #expect(text.contains("Ni är nummer 14 av 9036 jämförda, med 0,48 poäng av 1."))
        #expect(text.contains("den sista av dem har 0,51."))
        #expect(text.contains("– erfarenhet, 0,36 av högst 0,40: Won 3 procurements much like this one."))
        #expect(text.contains("– Wins or register codes in these CPV groups would give up to 0.03 more."))
        // The daemon's own sentence on the gap has three decimals, and is said in this letter's words already.
        #expect(!text.contains("Ranked 14") && !text.contains("0.484") && !text.contains("0,484"))
        for part in ["Vad ni själva kan göra", "SNI", "Lämna anbud", "Om något är fel"] { #expect(text.contains(part)) }
    }

    @Test func inEnglishToo() {
        var letter = letter()
        letter.host = "Ekby kommun"
        letter.contact = "inkop@ekby.example"
        let text = letter.text(.en)
        #expect(text.contains("You are number 14 of 9036 compared, with 0.48 points of 1."))
        #expect(text.contains("write to inkop@ekby.example and say what"))
        #expect(text.hasSuffix("Ekby kommun\ninkop@ekby.example"))
    }

    /// Unknown isn't none, and none isn't unknown.
    @Test func whatIsNotKnownIsSaidNotToCountAgainstIt() {
        let text = letter { $0.signals[1].value = nil }.text(.sv)
        #expect(text.contains("– inriktning: inget är känt, och det räknas inte mot er."))
        let none = letter { ($0.signals[1].value, $0.signals[1].points) = (.zero, .zero) }.text(.sv)
        #expect(none.contains("– inriktning, 0,00 av högst 0,60"))
    }

    @Test func whoIsOnTheListAndWhoIsLeftOutByTheFilterIsTold() {
        #expect(letter { ($0.scoreOfLastPlace, $0.reasons) = (nil, []) }.text(.sv).contains("ni är med på listan"))
        let filtered = letter {
            ($0.rank, $0.score, $0.scoreOfLastPlace, $0.signals) = (nil, nil, nil, [])
            $0.reasons = ["Bortfiltrerad: storleken är inte känd."]
        }.text(.sv)
        #expect(filtered.contains("Varför ni inte är med\n– Bortfiltrerad: storleken är inte känd."))
    }

    /// Scores that are alike in two decimals aren't said to be the same.
    @Test func aGapTooSmallForTwoDecimalsIsSaid() {
        let text = letter { $0.scoreOfLastPlace = Points(millionths: 484_900) }.text(.sv)
        #expect(text.contains("bara någon tusendel mer"))
    }

    @Test(
        arguments: [
            ("Ranked 14 with 0.484; place 10 has 0.5125.", "Ranked 14 with 0.48; place 10 has 0.51."),
            ("0,005 och 1,000", "0,01 och 1,00"),
            ("722.1234, 10.123 and 2021-05-03", "722.1234, 10.123 and 2021-05-03"),
            ("0.5 and 1.25 stay", "0.5 and 1.25 stay"), ("", ""),
        ]) func shortensScoresAlone(text: String, expected: String)
    {
        #expect(text.withTwoDecimals == expected)
    }

    @Test func aPlanSaysWhatItDid() {
        let meeting = MeetingPlan.example.result
        func said(_ supplier: String) -> String { meeting.standing(of: supplier).map(\.sv).joined(separator: " ") }
        #expect(said("SE4999022611").contains("bland de 1 företag"))
        #expect(said("registered-1").contains("anmälda och har plats"))
        #expect(said("SE1").contains("inte bland de 1") && said("SE1").contains("öppen för alla"))
        let council = CouncilCompose.example.result
        #expect(council.standing(of: "SE4999022611").first?.en == "You have a seat in the proposal.")
        #expect(council.standing(of: "SE1").map(\.en).joined().contains("A candidate has at least 0.24 points."))
    }
}
