import Procurement
import Testing

@Suite struct MaskedNameTests {
    @Test(arguments: [
        "Personuppgift", "PERSONUPPGIFT", "personuppgifter", "[Personuppgift]", "(personuppgift)",
        "Person\u{AD}uppgift",
        "Personuppgift borttagen", "Personuppgift 2", "Skyddad identitet", "Maskerad", "*Maskerad*", "Sekretess",
        "Sekretess enligt OSL 31:16", "Sekretessbelagd", "Fysisk person", "Fysisk person (sekretess)", "Privatperson",
        "Enskild firma", "Enskild firma (personuppgift)", "Enskild näringsidkare, personuppgift",
        "Enligt upphandlingsprotokoll", "Se bilaga", "Se bilaga 1", "se  Bilaga.", "Ej tillämpligt",
        "Flera leverantörer",
        "Leverantör A", "Anbudsgivare 3", "Personopplysning", "Taushetsbelagt", "Se vedlegg", "Enkeltpersonforetak",
        "Personoplysninger", "Fortroligt", "Se bilag", "Enkeltmandsvirksomhed", "Henkilötieto", "Yksityishenkilö",
        "Luonnollinen henkilö", "Salassa pidettävä", "Private person", "PRIVATE INDIVIDUAL", "Natural person",
        "Confidential", "N/A", "n.a.", "N/A N/A", "Redacted", "Name withheld", "Not disclosed", "See annex", "xxx",
        "XXXXXX-XXXX",
        "Natürliche Person", "Vertraulich", "k. A.", "Personne physique", "Persona física", "Osoba fizyczna",
        "Natuurlijk persoon", "Ｐersonuppgift",
    ])
    func isNobody(name: String) {
        #expect(MaskedName.isMask(name))
    }

    @Test(arguments: [
        "Sekretess AB", "Privat Vård AB", "Enskild firma Anna Ek", "Anna Ek Enskild firma", "Maskerad Bal HB",
        "NA Bygg AB",
        "Personuppgiftsjuristerna AB", "Se Bilagan Konsult", "Confidential Shredding Ltd", "Individuell Människohjälp",
        "Leverantörsföreningen", "Hemlig Fabrik", "Private Person Ltd", "X AB", "Xenon", "3M", "-", "",
        "Natural Person Foods",
        "Fysiska Personers Förening 2", "Nordic Supplier", "Anna 2",
    ])
    func isSomebody(name: String) {
        #expect(!MaskedName.isMask(name))
    }

    /// The table is written as names are compared.
    @Test func everyMaskIsOne() {
        for (language, masks) in MaskedName.masks {
            for mask in masks.split(separator: "\n") {
                #expect(MaskedName.isMask(mask), "\(language): \(mask)")
                #expect(MaskedName.isMask(mask.uppercased()), "\(language): \(mask)")
            }
        }
    }

    private static func notice(_ awards: [[String]]) -> Notice {
        var notice = Notice(id: "n", source: NoticeSource(dialect: .eForms), purpose: .result)
        for name in Set(awards.joined()) {
            notice.organisations.append(
                Organisation(id: OrganisationID(name), name: LocalizedText(name, language: "SWE")))
        }
        notice.awards = awards.map {
            Award(lots: ["LOT-0001"], outcome: .awarded(winnersWithheld: false), winners: $0.map { OrganisationID($0) })
        }
        return notice
    }

    @Test func aMaskedWinnerIsWithheld() {
        let notice = Self.notice([["Personuppgift"], ["Rena Golv AB"], ["Sekretess", "Rena Golv AB"]])
        let withheld = notice.withMaskedWinnersWithheld
        #expect(withheld.awards.map(\.winners) == [[], ["Rena Golv AB"], ["Rena Golv AB"]])
        #expect(
            withheld.awards.map(\.outcome)
                == [
                    .awarded(winnersWithheld: true), .awarded(winnersWithheld: false), .awarded(winnersWithheld: false),
                ])
        #expect(withheld.organisations == notice.organisations)
        #expect(withheld.withMaskedWinnersWithheld == withheld)
    }

    @Test func aNameInOneLanguageIsAName() {
        var notice = Self.notice([["N/A"]])
        notice.organisations[0].name = LocalizedText([
            .init(language: "ENG", text: "N/A"), .init(language: "SWE", text: "Rena Golv AB"),
        ])
        #expect(notice.withMaskedWinnersWithheld == notice)
    }
}
