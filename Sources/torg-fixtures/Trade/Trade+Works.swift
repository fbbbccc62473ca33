extension Trade {
    /// Roads, roofs, pipes, parks, and those who draw them.
    static let works = [
        Trade(
            id: "asfalt", nameInEnglish: "Road surfacing", kind: .works,
            industries: [
                Industry("42110", "Anläggningsentreprenörer för vägar och motorvägar"),
                Industry("43120", "Firmor för mark- och grundarbeten"),
            ],
            cpv: ["45233222", "45233220", "45233162", "45112000"],
            nameWords: ["Asfalt", "Beläggning", "Väg", "Mark", "Anläggning", "Entreprenad"],
            pitches: [
                "Asfaltering, kantsten och lagning av gator, gårdar och cykelvägar.",
                "Mark- och anläggningsentreprenör med egna maskiner och återvunnen asfalt.",
                "Schakt, grus och beläggning i mellersta Norrland.",
            ],
            subjects: [
                Subject(
                    "Asfaltsbeläggning av gator och vägar",
                    "Beläggningsarbeten på kommunens gator, vägar och gång- och cykelvägar, med fräsning, justering och "
                        + "återvunnen asfalt.",
                    cpv: ["45233222", "45233220"],
                    lots: [
                        LotSubject("Beläggning tätort", "45233222"), LotSubject("Beläggning landsbygd", "45233220"),
                    ], goals: [.circular]),
                Subject(
                    "Ombyggnad av gång- och cykelväg",
                    "Ny gång- och cykelväg utmed genomfarten, med belysning, kantsten och öppen dagvattenhantering.",
                    cpv: ["45233162", "45112000"], goals: [.climate, .adaptation]),
                Subject(
                    "Lagning av potthål och försegling", "Löpande lagning av asfalt, försegling och sprickfyllning.",
                    cpv: ["45233141", "45233223"]),
            ], value: 800...34_000, isLocal: true),
        Trade(
            id: "tak", nameInEnglish: "Roofing", kind: .works,
            industries: [
                Industry("43912", "Andra entreprenörer för takarbeten"), Industry("43911", "Byggnadsplåtslagerier"),
                Industry("43320", "Firmor för byggnadssnickeriarbeten"),
            ],
            cpv: ["45260000", "45261910", "45261210", "45261215"],
            nameWords: ["Tak", "Plåt", "Takplåt", "Bygg", "Snickeri", "Papptak"],
            pitches: [
                "Takomläggning, taksäkerhet och plåtarbeten på skolor och flerbostadshus.",
                "Plåtslageri med eget verkstadsplan: hängrännor, fasader och ventilationsplåt.",
                "Byggservice och takarbeten, tätskikt och snöskottning.",
            ],
            subjects: [
                Subject(
                    "Takomläggning skola",
                    "Rivning av befintligt tak, nytt tätskikt, tilläggsisolering, taksäkerhet och hängrännor på en skola i drift.",
                    cpv: ["45261910", "45260000"], goals: [.opportunity]),
                Subject(
                    "Takarbeten och plåtslageri, ramavtal",
                    "Takarbeten, plåtslageri, taksäkerhet och snöskottning i kommunens fastigheter.",
                    cpv: ["45260000", "45261210"],
                    lots: [LotSubject("Takarbeten", "45260000"), LotSubject("Byggnadsplåtslageri", "45261210")]),
                Subject(
                    "Solceller på tak",
                    "Projektering och installation av solceller på tak till idrottshall och vattenverk, med övervakning av "
                        + "produktionen.",
                    cpv: ["45261215", "09331200"], goals: [.climate]),
            ], value: 350...12_000, isLocal: true),
        Trade(
            id: "va", nameInEnglish: "Water and sewerage", kind: .works,
            industries: [
                Industry("42210", "Anläggningsentreprenörer för allmännyttiga projekt inom värme, vatten och avlopp"),
                Industry("43221", "Rörfirmor"), Industry("37000", "Reningsverk"),
                Industry("46750", "Partihandel med kemiska produkter"),
            ],
            cpv: ["45231300", "45232440", "90470000", "24962000"],
            nameWords: ["VA", "Rör", "Vattenteknik", "Ledning", "Slamsugning", "Relining"],
            pitches: [
                "Ledningsförnyelse, schaktfritt eller öppet schakt, för vatten, spillvatten och dagvatten.",
                "Slamsugning, spolning och filmning av ledningar, tömning av brunnar.",
                "Pumpstationer, reningsverk och styrsystem för vatten och avlopp.",
                "Fällningskemikalier och pH-justering till vattenverk och avloppsreningsverk.",
            ],
            subjects: [
                Subject(
                    "Förnyelse av vatten- och avloppsledningar",
                    "Utbyte av vatten-, spillvatten- och dagvattenledningar med öppet schakt, nya serviser och återställning av "
                        + "gata.",
                    cpv: ["45231300", "45232440"], goals: [.adaptation]),
                Subject(
                    "Relining av avloppsledningar",
                    "Schaktfri förnyelse av spillvattenledningar med flexibelt foder, filmning före och efter.",
                    cpv: ["45232440", "90470000"]),
                Subject(
                    "Slamsugning och spolning av avlopp",
                    "Slamsugning, högtrycksspolning och tömning av enskilda avlopp och pumpstationer.",
                    cpv: ["90470000", "90460000"],
                    lots: [
                        LotSubject("Spolning av ledningsnät", "90470000"),
                        LotSubject("Tömning av enskilda avlopp", "90460000"),
                    ]),
                Subject(
                    "Fällningskemikalier till reningsverk",
                    "Leverans av fällningskemikalier och polymer till vattenverk och avloppsreningsverk.",
                    cpv: ["24962000"], goals: [.pollution]),
            ], value: 500...28_000, isLocal: true),
        Trade(
            id: "park", nameInEnglish: "Parks and snow clearing", kind: .services,
            industries: [
                Industry("81300", "Företag för skötsel och underhåll av grönytor"),
                Industry("81290", "Andra rengörings- och städföretag"),
            ],
            cpv: ["77313000", "77310000", "90620000", "90630000"],
            nameWords: ["Park", "Grönyte", "Trädgård", "Vinterväg", "Snöröjning", "Skog"],
            pitches: [
                "Skötsel av parker, gräsytor och lekplatser om sommaren, snöröjning om vintern.",
                "Trädvård med certifierade arborister, beskärning och stubbfräsning.",
                "Plogning, sandning och bortforsling av snö med jour från november till april.",
            ],
            subjects: [
                Subject(
                    "Snöröjning och halkbekämpning",
                    "Plogning, sandning, bortforsling av snö och sandupptagning på gator, gångvägar och fastigheter, med "
                        + "beredskap från november till april.",
                    cpv: ["90620000", "90630000"],
                    lots: [
                        LotSubject("Gator centrala området", "90620000"), LotSubject("Gator byarna", "90620000"),
                        LotSubject("Fastigheter och gångvägar", "90630000"),
                    ]),
                Subject(
                    "Skötsel av parker och grönytor",
                    "Gräsklippning, rabatter, beskärning och lövupptagning, med praktikplatser för personer långt från "
                        + "arbetsmarknaden.",
                    cpv: ["77313000", "77310000"], goals: [.opportunity]),
            ], value: 300...7000, isLocal: true),
        Trade(
            id: "arkitekt", nameInEnglish: "Architectural and engineering services", kind: .services,
            industries: [
                Industry("71110", "Arkitektkontor"),
                Industry("71121", "Tekniska konsultbyråer inom bygg- och anläggningsteknik"),
                Industry("71124", "Tekniska konsultbyråer inom energi-, miljö- och VVS-teknik"),
            ],
            cpv: ["71200000", "71221000", "71400000", "71300000"],
            nameWords: ["Arkitekter", "Arkitektkontor", "Projektering", "Landskap", "Konsult", "Byggledning"],
            pitches: [
                "Arkitektur för skola, vård och bostäder, från förstudie till bygghandling.",
                "Landskapsarkitekter och planarkitekter för torg, parker och detaljplaner.",
                "Byggledning, projektledning och besiktning för offentliga beställare.",
                "Energi- och miljökonsulter: VVS, energiberäkning, miljöinventering och dagvatten.",
            ],
            subjects: [
                Subject(
                    "Arkitekttjänster för ny förskola",
                    "Gestaltning, programhandling och systemhandling för en förskola i trä med sex avdelningar, med låg "
                        + "klimatpåverkan.",
                    cpv: ["71221000", "71200000"], goals: [.climate]),
                Subject(
                    "Landskapsarkitekt och detaljplaner",
                    "Stöd med detaljplaner, gestaltning av allmän plats, skyfallsutredningar och grönstrukturplan.",
                    cpv: ["71400000", "71222000"], goals: [.adaptation]),
                Subject(
                    "Byggprojektledning och besiktning",
                    "Projektledare, byggledare, kontrollansvarig och besiktningsmän till ny- och ombyggnader.",
                    cpv: ["71540000", "71520000"],
                    lots: [
                        LotSubject("Projektledning", "71540000"), LotSubject("Besiktning", "71520000"),
                    ]),
            ], value: 300...6000, isLocal: false),
    ]
}
