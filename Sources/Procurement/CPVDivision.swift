/// What the CPV calls a code.
package struct CodeLabel: Sendable, Hashable, Codable {
    package var code: CPVCode
    package var english: String?
    package var swedish: String?

    package init(code: CPVCode, english: String? = nil, swedish: String? = nil) {
        self.code = code
        self.english = english
        self.swedish = swedish
    }
}

/// The 45 divisions of the CPV 2008 with the names that Regulation (EC) 213/2008 gives them, letter by letter (the
/// Swedish name of division 32 is misspelt there): what codes are called where no list of codes has been imported.
package enum CPVDivision {
    /// In ascending order of the code.
    package static let labels: [CodeLabel] = names.compactMap { digits, english, swedish in
        CPVCode(digits + "000000").map { CodeLabel(code: $0, english: english, swedish: swedish) }
    }

    /// The division that a code lies in; `nil` for a code in none.
    package static func label(of code: CPVCode) -> CodeLabel? { labels.first { $0.code.division == code.division } }

    private static let names: [(digits: String, english: String, swedish: String)] = [
        (
            "03",
            "Agricultural, farming, fishing, forestry and related products",
            "Jordbruks-, jakt-, fiske- och skogsbruksprodukter samt tillhörande produkter"
        ),
        (
            "09",
            "Petroleum products, fuel, electricity and other sources of energy",
            "Petroleumprodukter, bränsle, elektricitet och andra energikällor"
        ),
        ("14", "Mining, basic metals and related products", "Gruvprodukter, basmetaller och tillhörande produkter"),
        ("15", "Food, beverages, tobacco and related products", "Livsmedel, drycker, tobak o d"),
        ("16", "Agricultural machinery", "Jordbruksmaskiner"),
        ("18", "Clothing, footwear, luggage articles and accessories", "Kläder, skor, väskor och tillbehör"),
        (
            "19",
            "Leather and textile fabrics, plastic and rubber materials",
            "Skinn och textilier, plast- och gummimaterial"
        ),
        ("22", "Printed matter and related products", "Trycksaker och tillhörande produkter"),
        ("24", "Chemical products", "Kemiska produkter"),
        (
            "30",
            "Office and computing machinery, equipment and supplies except furniture and software packages",
            "Kontorsmaskiner, datorer samt kontors- och datorutrustning, utom möbler och programvara"
        ),
        (
            "31",
            "Electrical machinery, apparatus, equipment and consumables; lighting",
            "Elektriska maskiner, apparater och förbrukningsvaror samt elektrisk utrustning; belysning"
        ),
        (
            "32",
            "Radio, television, communication, telecommunication and related equipment",
            "Radio-, televisions-, kommuniktions- och telekommunikationsutrustning samt tillhörande utrustning"
        ),
        (
            "33",
            "Medical equipments, pharmaceuticals and personal care products",
            "Medicinsk utrustning, läkemedel och hygienartiklar"
        ),
        (
            "34",
            "Transport equipment and auxiliary products to transportation",
            "Transportutrustning och transporthjälpmedel"
        ),
        (
            "35",
            "Security, fire-fighting, police and defence equipment",
            "Säkerhets-, brandbekämpnings-, polis- och försvarsutrustning"
        ),
        (
            "37",
            "Musical instruments, sport goods, games, toys, handicraft, art materials and accessories",
            "Musikinstrument, sportartiklar, spel, leksaker, hantverk, konsthantverksmateriel och tillbehör"
        ),
        (
            "38",
            "Laboratory, optical and precision equipments (excl. glasses)",
            "Laboratorieutrustning, optisk utrustning och precisionsutrustning (exkl. glas)"
        ),
        (
            "39",
            "Furniture (incl. office furniture), furnishings, domestic appliances (excl. lighting) and cleaning "
                + "products",
            "Möbler (inkl. kontorsmöbler), inredning, hushållsapparater (exkl. belysning) och rengöringsprodukter"
        ),
        ("41", "Collected and purified water", "Uppsamlat och renat vatten"),
        ("42", "Industrial machinery", "Industrimaskiner"),
        ("43", "Machinery for mining, quarrying, construction equipment", "Maskiner för brytning och byggnadsarbeten"),
        (
            "44",
            "Construction structures and materials; auxiliary products to construction (except electric apparatus)",
            "Konstruktioner och konstruktionsmaterial; konstruktionshjälpmedel (utom elutrustning)"
        ),
        ("45", "Construction work", "Anläggningsarbete"),
        ("48", "Software package and information systems", "Programvara och informationssystem"),
        ("50", "Repair and maintenance services", "Reparation och underhåll"),
        ("51", "Installation services (except software)", "Installation (utom programvara)"),
        ("55", "Hotel, restaurant and retail trade services", "Hotell-, restaurang- och detaljhandelstjänster"),
        ("60", "Transport services (excl. Waste transport)", "Transporter (utom avfallstransport)"),
        (
            "63",
            "Supporting and auxiliary transport services; travel agencies services",
            "Kringtjänster för transporter; resebyråtjänster"
        ),
        ("64", "Postal and telecommunications services", "Post- och telekommunikationstjänster"),
        ("65", "Public utilities", "El-, vatten- och energiverk"),
        ("66", "Financial and insurance services", "Finans- och försäkringstjänster"),
        ("70", "Real estate services", "Tjänster avseende fast egendom"),
        (
            "71",
            "Architectural, construction, engineering and inspection services",
            "Arkitekt-, bygg-, ingenjörs- och besiktningstjänster"
        ),
        (
            "72",
            "IT services: consulting, software development, Internet and support",
            "IT-tjänster: konsultverksamhet, programvaruutveckling, Internet och stöd"
        ),
        (
            "73",
            "Research and development services and related consultancy services",
            "FoU-tjänster samt tillhörande konsulttjänster"
        ),
        (
            "75",
            "Administration, defence and social security services",
            "Offentlig förvaltning, försvar och socialförsäkringstjänster"
        ),
        ("76", "Services related to the oil and gas industry", "Tjänster för olje- och gasindustrin"),
        (
            "77",
            "Agricultural, forestry, horticultural, aquacultural and apicultural services",
            "Jordbruks-, skogsbruks-, trädgårds-, vattenbruks- och biodlingstjänster"
        ),
        (
            "79",
            "Business services: law, marketing, consulting, recruitment, printing and security",
            "Företagstjänster: lagstiftning, marknadsföring, rådgivning, rekrytering, tryckning och säkerhet"
        ),
        ("80", "Education and training services", "Undervisning och utbildning"),
        ("85", "Health and social work services", "Hälso- och sjukvård samt socialvård"),
        (
            "90",
            "Sewage, refuse, cleaning and environmental services",
            "Avlopps- och avfallshantering, sanering och miljötjänster"
        ),
        ("92", "Recreational, cultural and sporting services", "Fritids-, kultur- och sporttjänster"),
        ("98", "Other community, social and personal services", "Andra samhälleliga och personliga tjänster"),
    ]
}
