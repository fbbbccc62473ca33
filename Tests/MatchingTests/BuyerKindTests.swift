import Testing

@testable import Matching

@Suite struct BuyerKindTests {
    @Test(arguments: [
        ("UMEÅ KOMMUN", BuyerKind.municipality), ("Göteborgs Stad", .municipality), ("Bodø kommune", .municipality),
        ("Södertörns kommunalförbund", .municipality), ("Västra Götalandsregionen", .region),
        ("REGION SKÅNE", .region), ("Trafikverket", .agency), ("Statens fastighetsverk", .agency),
        ("Länsstyrelsen i Skåne län", .agency), ("Luleå tekniska universitet", .university),
        ("Högskolan i Borås", .university), ("Linnéuniversitetet", .university),
        ("Akademiska Hus Aktiebolag", .company), ("AB Bostaden i Umeå", .company), ("Kammarkollegiet", nil),
        ("Stadsmissionen", nil), ("", nil),
    ])
    func namesTellKinds(name: String, kind: BuyerKind?) {
        #expect(BuyerKind(name: name) == kind)
    }
}
