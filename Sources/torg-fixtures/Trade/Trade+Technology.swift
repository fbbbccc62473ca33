extension Trade {
    /// Computers and telephones.
    static let technology = [
        Trade(
            id: "it", nameInEnglish: "IT operations and systems", kind: .services,
            industries: [
                Industry("62020", "Datakonsulter"), Industry("62010", "Programvaruproducenter"),
                Industry("62030", "Företag för datordrifttjänster"),
                Industry("46510", "Partihandel med datorer och kringutrustning samt programvara"),
            ],
            cpv: ["72500000", "72514000", "72260000", "48000000", "30213100"],
            nameWords: ["Data", "IT-drift", "Systemutveckling", "Moln", "Programvara", "Informationsteknik"],
            pitches: [
                "Drift, övervakning och servicedesk för kommuner, med datahallar i egen regi.",
                "Verksamhetssystem för socialtjänst, skola och samhällsbyggnad, med införande och support.",
                "Säkerhetsövervakning, penetrationstester och rådgivning inom informationssäkerhet.",
                "Datorer, skärmar och tillbehör till skolor, med återtag och rekonditionering.",
            ],
            subjects: [
                Subject(
                    "Drift av servrar, lagring och säkerhetskopiering",
                    "IT-drift som tjänst: servrar, lagring, säkerhetskopiering och övervakning dygnet runt, med drift i två "
                        + "datahallar inom Sverige.",
                    cpv: ["72514000", "72500000"], goals: [.climate]),
                Subject(
                    "Verksamhetssystem för socialtjänsten",
                    "Programvara för ärendehantering inom äldreomsorg, individ- och familjeomsorg och funktionsstöd, med "
                        + "införande, utbildning, support och mobil åtkomst i hemtjänsten.",
                    cpv: ["48000000", "72263000", "72260000"], goals: [.novelty, .access]),
                Subject(
                    "Elevdatorer och kringutrustning",
                    "Bärbara datorer till elever och personal, kringutrustning, service, återtag och återbruk av uttjänt "
                        + "utrustning.",
                    cpv: ["30213100", "30237000"],
                    lots: [
                        LotSubject("Bärbara datorer till elever", "30213100"),
                        LotSubject("Skärmar och tillbehör", "30237000"),
                    ], goals: [.circular]),
                Subject(
                    "Säkerhetsövervakning och incidenthantering",
                    "Övervakning av nät och servrar mot intrång, incidenthantering dygnet runt, årliga penetrationstester och "
                        + "stöd i arbetet med informationssäkerhet.",
                    cpv: ["72315000", "79417000"], goals: [.novelty]),
            ], value: 900...38_000, isLocal: false),
        Trade(
            id: "telefoni", nameInEnglish: "Telephony and data communication", kind: .services,
            industries: [
                Industry("61100", "Telekommunikationsbolag, trådbundet"),
                Industry("46522", "Partihandel med teleprodukter"),
            ],
            cpv: ["64212000", "64210000", "32550000", "32250000"],
            nameWords: ["Tele", "Telefoni", "Bredband", "Fiber", "Kommunikation"],
            pitches: [
                "Mobiltelefoni, växel som tjänst och kontaktcenter för offentlig sektor.",
                "Stadsnät och fiber till företag, skolor och trygghetsboenden.",
                "Telefoner, abonnemang och teknisk support till arbetsplatser.",
            ],
            subjects: [
                Subject(
                    "Mobiltelefoni och växel som tjänst",
                    "Mobilabonnemang, växel som tjänst och kontaktcenter, med nummerflytt och utbildning av telefonister.",
                    cpv: ["64212000", "64210000"],
                    lots: [
                        LotSubject("Abonnemang och växel", "64212000"), LotSubject("Mobiltelefoner", "32250000"),
                    ]),
                Subject(
                    "Datakommunikation till kommunens verksamheter",
                    "Fiberförbindelser och internetanslutning till skolor, förskolor och boenden, med redundans till "
                        + "samhällsviktig verksamhet.",
                    cpv: ["64210000", "72700000"]),
            ], value: 500...9000, isLocal: false),
    ]
}
