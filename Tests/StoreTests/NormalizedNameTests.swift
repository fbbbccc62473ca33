import Procurement
import Testing

@testable import Store

@Suite struct NormalizedNameTests {
    @Test(arguments: [
        ("Maserfrakt AB", "MASERFRAKT AKTIEBOLAG"),
        ("NORDEMANS BIL AKTIEBOLAG", "nordemans  bil ab"),
        ("Bahnhof AB (publ)", "Bahnhof Aktiebolag"),
        ("BEMANNIA AB (PUBL.)", "Bemannia AB"),
        ("EBSCO International Inc", "EBSCO International, Inc."),
        ("Aktiebolaget Volvo", "VOLVO AB"),
        ("AB Volvo (publ)", "Volvo Aktiebolag"),
        ("EX LIBRIS (SCANDINAVIA) A/S", "Ex Libris Scandinavia AS"),
        ("Friotherm AG, Filial", "FRIOTHERM Aktiengesellschaft"),
        ("Byggare & Söner HB", "Byggare och Söner Handelsbolag"),
        ("Kooperativet Ek. för.", "KOOPERATIVET Ekonomisk förening"),
        ("Dédalo Café S.r.l.", "Dedalo Cafe SRL"),
        ("Lek & Lär-Inköp AB", "lek + lär inköp ab"),
        ("Oy Foo Ab", "Foo Oy"),
        ("Przykład Sp. z o.o.", "PRZYKŁAD sp. z o. o."),
        ("A\u{308}gg AB", "Ägg AB"),
        ("Glas\u{AD}mästeri\u{200B}et ＡＢ", "Glasmästeriet AB"),
        ("L´Oréal AB", "L'Oreal AB"),
    ])
    func areOneName(left: String, right: String) {
        let (left, right) = (NormalizedName(left), NormalizedName(right))
        #expect(left.stem == right.stem)
        #expect(left.form == right.form)
    }

    @Test(arguments: [
        ("Solita AB", "Solita Oy"),
        ("D.N. Trädgård & Markskötsel AB", "D.N. Trädgård & Markskötsel Kommanditbolag"),
        ("Kvalitest Industrial AB", "Kvalitest Industrial Oy"),
    ])
    func differInFormAlone(left: String, right: String) {
        let (left, right) = (NormalizedName(left), NormalizedName(right))
        #expect(left.stem == right.stem)
        #expect(left.form != right.form)
    }

    @Test(arguments: [("Ågren AB", "Agren AB"), ("Öberg", "Oberg"), ("Älv & Ån", "Alv & An"), ("Foo 1 AB", "Foo 2 AB")])
    func areTwoNames(left: String, right: String) {
        #expect(NormalizedName(left).stem != NormalizedName(right).stem)
    }

    @Test(
        arguments: [("AB", "ab", nil), ("Filial", "filial", nil), ("AB Oy", "ab", "oy")] as [(String, String, String?)])
    func aFormAloneIsAName(text: String, stem: String, form: String?) {
        #expect(NormalizedName(text).stem == stem)
        #expect(NormalizedName(text).form == form)
    }

    @Test(arguments: ["", " ", "—", "(…)", "***"])
    func nothingToCompareIsEmpty(text: String) {
        #expect(NormalizedName(text).isEmpty)
    }

    @Test(arguments: [
        ("Rena Golv AB 556859-2918", "Rena Golv AB"),
        ("Rena Golv AB, org.nr 556859-2918", "Rena Golv AB"),
        ("Rena Golv AB (5568592918)", "Rena Golv AB"),
        ("Rena Golv AB (org nr: 556859-2918)", "Rena Golv AB"),
        ("Rena Golv AB, 16556859-2918", "Rena Golv AB"),
        ("556859–2918 Rena Golv AB", "Rena Golv AB"),
    ])
    func aNumberInANameIsTheNumber(text: String, name: String) {
        let normalized = NormalizedName(text)
        #expect(normalized.display == name)
        #expect(normalized.number?.number == "5568592918")
    }

    @Test(arguments: ["Gävle Taxi 129000 AB", "Foo 0701234567 AB", "Byrån 5568592919", "Konto 55685929180"])
    func otherDigitsStayInTheName(text: String) {
        #expect(NormalizedName(text).display == text)
        #expect(NormalizedName(text).number == nil)
    }

    @Test func theLastNumbersDigitsNeedNotBeValidToLeaveTheName() {
        // A mistyped personal number is nobody's, but is not shown either.
        let normalized = NormalizedName("Anna Berg 640823-3235")
        #expect(normalized.display == "Anna Berg")
        #expect(normalized.number == nil)
    }

    /// Letters up to U+052F are folded by a table; a text with a letter beyond is folded scalar by scalar.
    @Test func foldsByTableAsWithoutIt() {
        for value in Array(0x20..<UInt32(0x540)) + Array(0x2000..<0x2030) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in ["a\(scalar)b", "å\(scalar)", "\(scalar) c\(scalar)"] {
                let folded = NormalizedName.fold(text)
                #expect(NormalizedName.fold(text + " ẞ") == (folded.isEmpty ? "ss" : folded + " ss"))
            }
        }
    }
}
