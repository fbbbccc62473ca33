import PersonalNumbers
import TestSupport
import Testing

@Suite struct PersonalNumberScanTests {
    @Test(arguments: WrittenForms.all) func masksEveryWriting(form: String) {
        for text in ["Fia Ek \(form)", "Fia Ek \(form) med firma", "\(form)", "Tel 08-123 45 67, \(form). 2 st"] {
            let shown = text.withoutPersonalNumbers
            #expect(!WrittenForms.isHeld(by: shown), "\(shown)")
            #expect(WrittenForms.isHeld(by: text))
            #expect(shown.hasPrefix(text.prefix(while: { $0 != form.first })), "what stands before stays")
        }
    }

    @Test func theyAreMany() { #expect(Set(WrittenForms.all).count >= 41) }

    /// What isn't a person's stays legible.
    @Test(arguments: [
        "556859-2918", "5568592918", "SE556859291801", "16556859-2918", "212000-0142", "SE 556859-2918 01",
        "123456-2021", "011231-2021", "00123456-2024", "2021/S 012-123456", "08-123 456 78", "+46 70 123 45 67",
        "070-123 45 67", "0701234567", "08-11 22 33 44", "031-703 10 40", "08 1234 5678", "1 234 567 890 kr",
        "811228,98",
        "9223372036854775807", "45233120-6 45233140-2", "2024-01-15 1500 st", "2024-01-15 – 2024-12-31",
        "2024-01-15 2024-01-20", "20240115 1500", "2021-03-04\n1234", "10 11 12 13 14 15 16 17 18", "240101-240601",
        "1234567890123", "2024-01-15T12:30:00", "1.000.000.000", "7350012345678", "Dnr 2021/1234-12",
    ])
    func leavesTheRestLegible(text: String) {
        #expect(PersonalNumberScan.masked("Se \(text) nedan") == nil)
        #expect(PersonalNumberScan.masked(text) == nil)
    }

    @Test func aSlipOfThePenIsStillSomebodysNumber() {
        #expect("811228-9875".withoutPersonalNumbers == "XXXXXX-XXXX")
        #expect("19811228\u{2013}9875".withoutPersonalNumbers == "XXXXXX-XXXX")
        // A coordination number: 60 is added to the day.
        #expect("811288-9875".withoutPersonalNumbers == "XXXXXX-XXXX")
        for text in ["811228 9875", "811228.9875", "8112289875", "1981-12-28-9875", "812228-9875", "811250-9875"] {
            #expect(PersonalNumberScan.masked(text) == nil, "\(text)")
        }
    }

    @Test func severalInOneTextAreAllMasked() {
        #expect(
            "811228-9874, 8112289874 och 19811228-9874; 811228-9874 811228-9874".withoutPersonalNumbers
                == "XXXXXX-XXXX, XXXXXX-XXXX och XXXXXX-XXXX; XXXXXX-XXXX XXXXXX-XXXX")
    }

    @Test func aCertainNumberIsFoundInWhateverGroups() {
        for form in WrittenForms.all + ["8112289874 99", "81122-89874", "SE811228-9874.01"] {
            #expect(PersonalNumberScan.contains("a \(form) b") { $0 == WrittenForms.digits }, "\(form)")
            #expect(PersonalNumberScan.replaced(in: form, with: "–") { _ in false } == form)
            let text = PersonalNumberScan.replaced(in: "a \(form) b", with: "[borttaget]") { $0 == WrittenForms.digits }
            #expect(!WrittenForms.isHeld(by: text), "\(text)")
        }
        #expect(!PersonalNumberScan.contains("18112289874, 81122898741") { $0 == WrittenForms.digits })
    }

    @Test func textThatIsHostileTakesNoLonger() {
        // A quadratic scan would take hours.
        for text in [
            String(repeating: "1", count: 400_000),
            String(repeating: "11" + String(repeating: " ", count: 2000), count: 200),
            String(repeating: "8\u{AD}", count: 200_000), String(repeating: "1 ", count: 200_000),
        ] {
            #expect(PersonalNumberScan.masked(text) == nil)
        }
    }
}
