extension Trade {
    /// What is bought by the piece.
    static let goods = [
        Trade(
            id: "livsmedel", nameInEnglish: "Food", kind: .supplies,
            industries: [
                Industry("46390", "Icke specialiserad partihandel med livsmedel, drycker och tobak"),
                Industry("46310", "Partihandel med frukt och grönsaker"), Industry("10710", "Bagerier"),
                Industry("10130", "Charkuterier och annan industri för köttvaror"),
            ],
            cpv: ["15000000", "15500000", "15300000", "15110000", "15810000"],
            nameWords: ["Livsmedel", "Mejeri", "Grönsaker", "Bageri", "Chark", "Fisk", "Storkök"],
            pitches: [
                "Grossist för storkök med egen distribution till skolor och äldreboenden.",
                "Närproducerad mjölk, fil och ost från gårdar i Norrvika med omnejd.",
                "Frukt, grönsaker och rotsaker efter säsong, tvättade och skurna.",
                "Färskt bröd och kaffebröd, bakat på natten och levererat före sju.",
                "Kött och chark från ekologiska gårdar, styckat i egen anläggning.",
            ],
            subjects: [
                Subject(
                    "Livsmedel till skolor och äldreboenden",
                    "Leverans av livsmedel till kommunens kök, med samordnad distribution, ekologiska varor och krav på "
                        + "djurskydd.",
                    cpv: ["15000000"],
                    lots: [
                        LotSubject("Kolonialvaror och djupfryst", "15896000"),
                        LotSubject("Mejeriprodukter", "15500000"),
                        LotSubject("Frukt och grönt", "15300000"), LotSubject("Kött och chark", "15110000"),
                    ], goals: [.climate, .pollution]),
                Subject(
                    "Färskt bröd", "Leverans av färskt matbröd och kaffebröd till förskolor, skolor och äldreboenden.",
                    cpv: ["15811000", "15810000"]),
                Subject(
                    "Ekologisk mjölk och mejeriprodukter",
                    "Mjölk, fil, yoghurt, smör och ost, minst 60 procent ekologiskt.",
                    cpv: ["15500000", "15511000"], goals: [.pollution]),
                Subject(
                    "Färsk och fryst fisk", "Fisk och skaldjur från hållbara bestånd, färsk och fryst.",
                    cpv: ["15220000", "03311000"]),
            ], value: 400...46_000, isLocal: false),
        Trade(
            id: "mobler", nameInEnglish: "Furniture", kind: .supplies,
            industries: [
                Industry("46650", "Partihandel med kontorsmöbler"), Industry("31090", "Annan möbelindustri"),
                Industry("95240", "Möbeltapetserare m.m."),
            ],
            cpv: ["39130000", "39112000", "39160000", "39121000"],
            nameWords: ["Möbler", "Inredning", "Kontorsmöbler", "Återbruk", "Interiör", "Tapetserarverkstad"],
            pitches: [
                "Kontorsmöbler och inredning, nya och återbrukade, med montering och inventering.",
                "Renovering och omklädsel av stolar och soffor i egen verkstad.",
                "Skolmöbler som håller: bord, stolar och förvaring i olika höjder.",
            ],
            subjects: [
                Subject(
                    "Kontorsmöbler, nya och återbrukade",
                    "Höj- och sänkbara skrivbord, arbetsstolar, förvaring och konferensmöbler. Återbrukade möbler och renovering "
                        + "ingår.",
                    cpv: ["39130000", "39112000"],
                    lots: [
                        LotSubject("Nya kontorsmöbler", "39130000"),
                        LotSubject("Återbrukade möbler och renovering", "39130000"),
                    ], goals: [.circular]),
                Subject(
                    "Skolmöbler", "Elevbord, elevstolar, skåp och förvaring till skolor och fritidshem.",
                    cpv: ["39160000", "39112000"], goals: [.circular, .pollution]),
            ], value: 300...8000, isLocal: false),
        Trade(
            id: "sjukvardsmaterial", nameInEnglish: "Medical supplies", kind: .supplies,
            industries: [
                Industry("46460", "Partihandel med medicinsk utrustning och apoteksvaror"),
                Industry("32501", "Industri för medicinska och dentala instrument och tillbehör"),
            ],
            cpv: ["33141000", "33141420", "33196000", "33192120"],
            nameWords: ["Medicinteknik", "Vårdmaterial", "Sjukvård", "Hjälpmedel", "Medicinska"],
            pitches: [
                "Förbandsmaterial, handskar och sprutor till hälso- och sjukvården.",
                "Inkontinensskydd och hygienartiklar med utprovning och uppföljning.",
                "Vårdsängar, lyftar och rullstolar, med service och rekonditionering.",
            ],
            subjects: [
                Subject(
                    "Förbandsmaterial och handskar",
                    "Förband, kompresser, undersöknings- och operationshandskar, med lager och leverans två gånger i veckan.",
                    cpv: ["33141000", "33141420"],
                    lots: [
                        LotSubject("Förbandsmaterial", "33141110"), LotSubject("Undersökningshandskar", "33141420"),
                    ], goals: [.conditions]),
                Subject(
                    "Inkontinenshjälpmedel", "Absorberande inkontinensskydd, utprovning och hemleverans.",
                    cpv: ["33141000", "33751000"]),
                Subject(
                    "Vårdsängar och hjälpmedel",
                    "Vårdsängar, madrasser, lyftar och rullstolar till särskilda boenden, med rekonditionering.",
                    cpv: ["33192120", "33196000"], goals: [.circular]),
            ], value: 500...19_000, isLocal: false),
    ]
}
