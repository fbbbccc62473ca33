extension Trade {
    /// People and vehicles on roads.
    static let transport = [
        Trade(
            id: "skolskjuts", nameInEnglish: "Passenger transport", kind: .services,
            industries: [
                Industry("49390", "Charterbussföretag, bussföretag för fjärrtrafik"), Industry("49320", "Taxiföretag"),
                Industry("49311", "Linjebussföretag"),
            ],
            cpv: ["60130000", "60112000", "60120000", "60140000"],
            nameWords: ["Skolskjuts", "Buss", "Taxi", "Omnibuss", "Resor", "Trafik"],
            pitches: [
                "Skolskjuts, beställningstrafik och linjetrafik med bussar som går på HVO och el.",
                "Taxi, skolskjuts och sjukresor dygnet runt, med rullstolsplatser i var tredje bil.",
                "Familjeägt bussbolag med egen verkstad och lång erfarenhet av skolskjutstrafik på landsbygd.",
            ],
            subjects: [
                Subject(
                    "Skolskjuts med buss",
                    "Skolskjuts med buss för elever i grundskolan, enligt tidtabell och med bälte på alla platser. "
                        + "Fordonen ska drivas fossilfritt senast andra avtalsåret.",
                    cpv: ["60130000", "60112000"],
                    lots: [
                        LotSubject("Skolskjutslinjer norra området", "60130000"),
                        LotSubject("Skolskjutslinjer södra området", "60130000"),
                        LotSubject("Turer till simhall och utflykter", "60172000"),
                    ], goals: [.climate, .pollution]),
                Subject(
                    "Skolskjuts med taxi och mindre fordon",
                    "Samordnade resor med personbil och minibuss för elever i anpassad grundskola och elever med växelvis "
                        + "boende. Förarna ska visa utdrag ur belastningsregistret.",
                    cpv: ["60120000", "60130000"], goals: [.climate, .conditions]),
                Subject(
                    "Färdtjänst och omsorgsresor",
                    "Särskilda persontransporter enligt lagen om färdtjänst, resor till daglig verksamhet och "
                        + "dagverksamhet för äldre. Fordon med plats för rullstol.",
                    cpv: ["60140000", "60120000"],
                    lots: [LotSubject("Färdtjänst", "60140000"), LotSubject("Omsorgsresor", "60120000")],
                    goals: [.access, .climate]),
            ], value: 1500...42_000, isLocal: true),
        Trade(
            id: "fordon", nameInEnglish: "Vehicles and their upkeep", kind: .supplies,
            industries: [
                Industry("45110", "Handel med personbilar och lätta motorfordon"),
                Industry("45191", "Handel med lastbilar, bussar och specialfordon"),
                Industry("45201", "Bilserviceverkstäder, ej specialiserade"),
                Industry("45204", "Däckserviceverkstäder"),
            ],
            cpv: ["34110000", "34130000", "34144900", "50112000", "34350000"],
            nameWords: ["Bil", "Motor", "Fordon", "Lastvagnar", "Däck", "Bilservice"],
            pitches: [
                "Försäljning och leasing av personbilar, transportbilar och minibussar, med service på plats.",
                "Märkesoberoende verkstad med däckhotell, plåtskador och rekonditionering.",
                "Specialfordon och påbyggnader för räddningstjänst, park och gata.",
            ],
            subjects: [
                Subject(
                    "Personbilar och lätta transportbilar",
                    "Köp och operationell leasing av personbilar och skåpbilar till hemtjänst och förvaltningar. Minst hälften "
                        + "av fordonen ska vara elbilar.",
                    cpv: ["34110000", "34136000", "34144900"],
                    lots: [LotSubject("Personbilar", "34110000"), LotSubject("Skåpbilar", "34136000")],
                    goals: [.climate, .pollution]),
                Subject(
                    "Fordonsservice och reparation",
                    "Service, reparation, hjulskifte och däckförvaring för kommunens personbilar och lätta lastbilar.",
                    cpv: ["50112000", "50110000", "34350000"],
                    lots: [
                        LotSubject("Service och reparation", "50112000"), LotSubject("Däck och däckhotell", "34350000"),
                    ]),
                Subject(
                    "Sopbilar med eldrift",
                    "Två sopbilar med eldrift, baklastare med två fack, samt service under åtta år.",
                    cpv: ["34144511", "34144900"], goals: [.climate, .novelty]),
            ], value: 700...24_000, isLocal: false),
        Trade(
            id: "laddstolpar", nameInEnglish: "Charging points and electrical works", kind: .works,
            industries: [Industry("43210", "Elinstallationsfirmor"), Industry("46434", "Partihandel med elartiklar")],
            cpv: ["31158000", "45310000", "50710000", "45316100"],
            nameWords: ["Ladd", "El", "Elkraft", "Elteknik", "Strömmen", "Installation"],
            pitches: [
                "Elinstallation, laddstolpar och solceller för bostadsrätter, företag och kommuner.",
                "Laddinfrastruktur från förstudie till drift, med debitering och felavhjälpning.",
                "Behörigt elinstallationsföretag med jour dygnet runt.",
            ],
            subjects: [
                Subject(
                    "Laddinfrastruktur vid kommunala parkeringar",
                    "Leverans, installation och driftsättning av laddstolpar med lastbalansering vid förskolor, äldreboenden och "
                        + "kommunhus, samt system för betalning.",
                    cpv: ["31158000", "45310000"],
                    lots: [
                        LotSubject("Laddstolpar för tjänstefordon", "31158000"),
                        LotSubject("Publik laddning", "31158000"),
                    ], goals: [.climate, .novelty]),
                Subject(
                    "Elarbeten, ramavtal",
                    "Service, underhåll och mindre installationer av el i kommunens fastigheter, jour och energieffektiv "
                        + "belysning.",
                    cpv: ["45310000", "50710000"], goals: [.opportunity]),
                Subject(
                    "Utbyte av gatubelysning till LED",
                    "Byte av armaturer och styrning för gatubelysning på ungefär 2 400 stolpar.",
                    cpv: ["45316100", "34928500"], goals: [.climate]),
            ], value: 400...16_000, isLocal: true),
    ]
}
