extension Trade {
    /// People who look after people and places.
    static let care = [
        Trade(
            id: "hemtjanst", nameInEnglish: "Care of the elderly", kind: .services,
            industries: [
                Industry("88101", "Hemtjänst, dagcentraler o.d. för äldre"),
                Industry("87301", "Servicehus, servicelägenheter för äldre samt ålderdomshem"),
                Industry("88102", "Hemtjänst, dagcentraler, personlig assistans o.d. för funktionshindrade personer"),
            ],
            cpv: ["98513310", "85312400", "85311100", "85320000"],
            nameWords: ["Omsorg", "Hemtjänst", "Äldreomsorg", "Assistans", "Hemvård", "Trygghet"],
            pitches: [
                "Hemtjänst dag, kväll och natt med egen sjuksköterska och fast omsorgskontakt.",
                "Särskilt boende och korttidsplatser för äldre med demenssjukdom.",
                "Personlig assistans och ledsagning på brukarens villkor.",
                "Digital tillsyn, trygghetslarm och läkemedelsautomater för äldre som bor hemma.",
            ],
            subjects: [
                Subject(
                    "Hemtjänst i södra hemtjänstområdet",
                    "Omvårdnad, service och delegerad hälso- och sjukvård i hemmet, dygnet runt, för ungefär 140 personer.",
                    cpv: ["98513310", "85312400"], goals: [.conditions]),
                Subject(
                    "Drift av särskilt boende för äldre",
                    "Drift av ett särskilt boende med 54 lägenheter, varav hälften för personer med demenssjukdom.",
                    cpv: ["85311100"], goals: [.conditions]),
                Subject(
                    "Trygghetslarm och digital tillsyn",
                    "Digitala trygghetslarm, tillsyn via kamera och läkemedelsautomater i ordinärt boende, med larmmottagning, "
                        + "införande och utbildning av personalen.",
                    cpv: ["85312400", "33196000"],
                    lots: [
                        LotSubject("Trygghetslarm och larmmottagning", "85312400"),
                        LotSubject("Läkemedelsautomater", "33196000"),
                    ], goals: [.novelty, .access]),
            ], value: 2000...64_000, isLocal: true),
        Trade(
            id: "stad", nameInEnglish: "Cleaning", kind: .services,
            industries: [
                Industry("81210", "Städföretag"), Industry("81221", "Företag för rengöring av byggnader"),
                Industry("46750", "Partihandel med kemiska produkter"),
            ],
            cpv: ["90910000", "90919300", "90911300", "39830000"],
            nameWords: ["Städ", "Lokalvård", "Renhållning", "Fönsterputs", "Service", "Golvvård"],
            pitches: [
                "Lokalvård i skolor, förskolor och kontor med miljömärkta medel.",
                "Städning, golvvård och fönsterputs, med anställning för personer som kommit långt från arbetslivet.",
                "Städmaterial, doseringssystem och utbildning av lokalvårdare.",
            ],
            subjects: [
                Subject(
                    "Lokalvård i skolor och förskolor",
                    "Daglig städning, storstädning och golvvård i skolor och förskolor, med kemikaliesmarta metoder.",
                    cpv: ["90919300", "90910000"],
                    lots: [
                        LotSubject("Skolor", "90919300"), LotSubject("Förskolor", "90911200"),
                        LotSubject("Kommunhus och kontor", "90919200"),
                    ], goals: [.pollution, .opportunity]),
                Subject(
                    "Fönsterputsning", "Fönsterputsning in- och utvändigt två gånger om året i kommunens lokaler.",
                    cpv: ["90911300"]),
                Subject(
                    "Städmaterial och rengöringsmedel",
                    "Rengöringsmedel, mikrofiber, städvagnar och mjukpapper, miljömärkt sortiment.",
                    cpv: ["39830000"], goals: [.pollution]),
            ], value: 250...14_000, isLocal: true),
        Trade(
            id: "bemanning", nameInEnglish: "Staffing and recruitment", kind: .services,
            industries: [
                Industry("78200", "Personaluthyrningsföretag"),
                Industry("78100", "Arbetsförmedlingar och rekryteringsföretag"),
            ],
            cpv: ["79620000", "79624000", "79625000", "79600000"],
            nameWords: ["Bemanning", "Personal", "Rekrytering", "Vikarie", "Vårdbemanning"],
            pitches: [
                "Sjuksköterskor, läkare och undersköterskor på uppdrag i hela norra Sverige.",
                "Socionomer och chefer på konsultbasis, rekrytering och second opinion.",
                "Lärarvikarier och barnskötare med kort varsel.",
            ],
            subjects: [
                Subject(
                    "Bemanning av sjuksköterskor",
                    "Inhyrning av sjuksköterskor till kommunal hälso- och sjukvård, dag, kväll och natt.",
                    cpv: ["79624000", "85323000"], goals: [.conditions]),
                Subject(
                    "Socionomkonsulter",
                    "Socionomer till individ- och familjeomsorgen, barn och unga, på uppdrag om tre till nio månader.",
                    cpv: ["79620000"]),
                Subject(
                    "Rekryteringstjänster chefer och specialister",
                    "Rekrytering, personbedömning och annonsering vid anställning av chefer och svårrekryterade specialister.",
                    cpv: ["79600000"]),
            ], value: 400...11_000, isLocal: false),
    ]
}
