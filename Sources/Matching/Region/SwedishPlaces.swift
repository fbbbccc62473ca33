import Procurement

/// Sweden's counties and municipalities: which places their names mean, and which counties touch.
///
/// Codes are Statistics Sweden's (the first two digits of a municipality's code are its county's), regions NUTS 2021.
enum SwedishPlaces {
    struct County: Sendable {
        let code: UInt8
        let name: String
        /// Provinces and other names for most of the county.
        let alsoKnownAs: [String]
        /// By code.
        let neighbours: [UInt8]
        /// Each with the last two digits of its code, commas between.
        let municipalities: String

        var region: NUTSCode? { SwedishCounty.regions[code] }
    }

    /// Names that are common words too: they count only after “i” or before “kommun”, “kommuns” or “stad”.
    static let ambiguous: Set<String> = [
        "ale", "berg", "boden", "ed", "eda", "flen", "kil", "klippan", "mark", "mora", "nora", "sala", "salem", "vara",
        "åre",
    ]

    static let counties: [County] = [
        County(
            code: 1, name: "Stockholm", alsoKnownAs: ["Roslagen"], neighbours: [3, 4],
            municipalities: """
                14 Upplands Väsby, 15 Vallentuna, 17 Österåker, 20 Värmdö, 23 Järfälla, 25 Ekerö, 26 Huddinge, \
                27 Botkyrka, 28 Salem, 36 Haninge, 38 Tyresö, 39 Upplands-Bro, 40 Nykvarn, 60 Täby, 62 Danderyd, \
                63 Sollentuna, 80 Stockholm, 81 Södertälje, 82 Nacka, 83 Sundbyberg, 84 Solna, 86 Lidingö, \
                87 Vaxholm, 88 Norrtälje, 91 Sigtuna, 92 Nynäshamn
                """),
        County(
            code: 3, name: "Uppsala", alsoKnownAs: ["Uppland"], neighbours: [1, 19, 21],
            municipalities: """
                05 Håbo, 19 Älvkarleby, 30 Knivsta, 31 Heby, 60 Tierp, 80 Uppsala, 81 Enköping, 82 Östhammar
                """),
        County(
            code: 4, name: "Södermanland", alsoKnownAs: ["Sörmland"], neighbours: [1, 5, 18, 19],
            municipalities: """
                28 Vingåker, 61 Gnesta, 80 Nyköping, 81 Oxelösund, 82 Flen, 83 Katrineholm, 84 Eskilstuna, \
                86 Strängnäs, 88 Trosa
                """),
        County(
            code: 5, name: "Östergötland", alsoKnownAs: [], neighbours: [4, 6, 8, 14, 18],
            municipalities: """
                09 Ödeshög, 12 Ydre, 13 Kinda, 60 Boxholm, 61 Åtvidaberg, 62 Finspång, 63 Valdemarsvik, 80 Linköping, \
                81 Norrköping, 82 Söderköping, 83 Motala, 84 Vadstena, 86 Mjölby
                """),
        County(
            code: 6, name: "Jönköping", alsoKnownAs: [], neighbours: [5, 7, 8, 13, 14],
            municipalities: """
                04 Aneby, 17 Gnosjö, 42 Mullsjö, 43 Habo, 62 Gislaved, 65 Vaggeryd, 80 Jönköping, 82 Nässjö, \
                83 Värnamo, 84 Sävsjö, 85 Vetlanda, 86 Eksjö, 87 Tranås
                """),
        County(
            code: 7, name: "Kronoberg", alsoKnownAs: [], neighbours: [6, 8, 10, 12, 13],
            municipalities: """
                60 Uppvidinge, 61 Lessebo, 63 Tingsryd, 64 Alvesta, 65 Älmhult, 67 Markaryd, 80 Växjö, 81 Ljungby
                """),
        County(
            code: 8, name: "Kalmar", alsoKnownAs: ["Öland"], neighbours: [5, 6, 7, 10],
            municipalities: """
                21 Högsby, 34 Torsås, 40 Mörbylånga, 60 Hultsfred, 61 Mönsterås, 62 Emmaboda, 80 Kalmar, 81 Nybro, \
                82 Oskarshamn, 83 Västervik, 84 Vimmerby, 85 Borgholm
                """),
        County(
            code: 9, name: "Gotland", alsoKnownAs: [], neighbours: [],
            municipalities: """
                80 Gotland
                """),
        County(
            code: 10, name: "Blekinge", alsoKnownAs: [], neighbours: [7, 8, 12],
            municipalities: """
                60 Olofström, 80 Karlskrona, 81 Ronneby, 82 Karlshamn, 83 Sölvesborg
                """),
        County(
            code: 12, name: "Skåne", alsoKnownAs: [], neighbours: [7, 10, 13],
            municipalities: """
                14 Svalöv, 30 Staffanstorp, 31 Burlöv, 33 Vellinge, 56 Östra Göinge, 57 Örkelljunga, 60 Bjuv, \
                61 Kävlinge, 62 Lomma, 63 Svedala, 64 Skurup, 65 Sjöbo, 66 Hörby, 67 Höör, 70 Tomelilla, 72 Bromölla, \
                73 Osby, 75 Perstorp, 76 Klippan, 77 Åstorp, 78 Båstad, 80 Malmö, 81 Lund, 82 Landskrona, \
                83 Helsingborg, 84 Höganäs, 85 Eslöv, 86 Ystad, 87 Trelleborg, 90 Kristianstad, 91 Simrishamn, \
                92 Ängelholm, 93 Hässleholm
                """),
        County(
            code: 13, name: "Halland", alsoKnownAs: [], neighbours: [6, 7, 12, 14],
            municipalities: """
                15 Hylte, 80 Halmstad, 81 Laholm, 82 Falkenberg, 83 Varberg, 84 Kungsbacka
                """),
        County(
            code: 14, name: "Västra Götaland",
            alsoKnownAs: ["Bohuslän", "Dalsland", "Skaraborg", "Sjuhärad", "Västra Götalandsregionen"],
            neighbours: [5, 6, 13, 17, 18],
            municipalities: """
                01 Härryda, 02 Partille, 07 Öckerö, 15 Stenungsund, 19 Tjörn, 21 Orust, 27 Sotenäs, 30 Munkedal, \
                35 Tanum, 38 Dals-Ed, 39 Färgelanda, 40 Ale, 41 Lerum, 42 Vårgårda, 43 Bollebygd, 44 Grästorp, \
                45 Essunga, 46 Karlsborg, 47 Gullspång, 52 Tranemo, 60 Bengtsfors, 61 Mellerud, 62 Lilla Edet, \
                63 Mark, 65 Svenljunga, 66 Herrljunga, 70 Vara, 71 Götene, 72 Tibro, 73 Töreboda, 80 Göteborg, \
                81 Mölndal, 82 Kungälv, 84 Lysekil, 85 Uddevalla, 86 Strömstad, 87 Vänersborg, 88 Trollhättan, \
                89 Alingsås, 90 Borås, 91 Ulricehamn, 92 Åmål, 93 Mariestad, 94 Lidköping, 95 Skara, 96 Skövde, \
                97 Hjo, 98 Tidaholm, 99 Falköping
                """),
        County(
            code: 17, name: "Värmland", alsoKnownAs: [], neighbours: [14, 18, 20],
            municipalities: """
                15 Kil, 30 Eda, 37 Torsby, 60 Storfors, 61 Hammarö, 62 Munkfors, 63 Forshaga, 64 Grums, 65 Årjäng, \
                66 Sunne, 80 Karlstad, 81 Kristinehamn, 82 Filipstad, 83 Hagfors, 84 Arvika, 85 Säffle
                """),
        County(
            code: 18, name: "Örebro", alsoKnownAs: ["Närke", "Bergslagen"],
            neighbours: [4, 5, 14, 17, 19, 20],
            municipalities: """
                14 Lekeberg, 60 Laxå, 61 Hallsberg, 62 Degerfors, 63 Hällefors, 64 Ljusnarsberg, 80 Örebro, 81 Kumla, \
                82 Askersund, 83 Karlskoga, 84 Nora, 85 Lindesberg
                """),
        County(
            code: 19, name: "Västmanland", alsoKnownAs: [], neighbours: [3, 4, 18, 20],
            municipalities: """
                04 Skinnskatteberg, 07 Surahammar, 60 Kungsör, 61 Hallstahammar, 62 Norberg, 80 Västerås, 81 Sala, \
                82 Fagersta, 83 Köping, 84 Arboga
                """),
        County(
            code: 20, name: "Dalarna", alsoKnownAs: ["Dalarne"], neighbours: [17, 18, 19, 21, 23],
            municipalities: """
                21 Vansbro, 23 Malung-Sälen, 26 Gagnef, 29 Leksand, 31 Rättvik, 34 Orsa, 39 Älvdalen, \
                61 Smedjebacken, 62 Mora, 80 Falun, 81 Borlänge, 82 Säter, 83 Hedemora, 84 Avesta, 85 Ludvika
                """),
        County(
            code: 21, name: "Gävleborg", alsoKnownAs: ["Gästrikland", "Hälsingland"],
            neighbours: [3, 20, 22, 23],
            municipalities: """
                01 Ockelbo, 04 Hofors, 21 Ovanåker, 32 Nordanstig, 61 Ljusdal, 80 Gävle, 81 Sandviken, 82 Söderhamn, \
                83 Bollnäs, 84 Hudiksvall
                """),
        County(
            code: 22, name: "Västernorrland", alsoKnownAs: ["Medelpad", "Ångermanland"],
            neighbours: [21, 23, 24],
            municipalities: """
                60 Ånge, 62 Timrå, 80 Härnösand, 81 Sundsvall, 82 Kramfors, 83 Sollefteå, 84 Örnsköldsvik
                """),
        County(
            code: 23, name: "Jämtland", alsoKnownAs: ["Region Jämtland Härjedalen"],
            neighbours: [20, 21, 22, 24],
            municipalities: """
                03 Ragunda, 05 Bräcke, 09 Krokom, 13 Strömsund, 21 Åre, 26 Berg, 61 Härjedalen, 80 Östersund
                """),
        County(
            code: 24, name: "Västerbotten", alsoKnownAs: [], neighbours: [22, 23, 25],
            municipalities: """
                01 Nordmaling, 03 Bjurholm, 04 Vindeln, 09 Robertsfors, 17 Norsjö, 18 Malå, 21 Storuman, 22 Sorsele, \
                25 Dorotea, 60 Vännäs, 62 Vilhelmina, 63 Åsele, 80 Umeå, 81 Lycksele, 82 Skellefteå
                """),
        County(
            code: 25, name: "Norrbotten", alsoKnownAs: ["Lappland"], neighbours: [24],
            municipalities: """
                05 Arvidsjaur, 06 Arjeplog, 10 Jokkmokk, 13 Överkalix, 14 Kalix, 18 Övertorneå, 21 Pajala, \
                23 Gällivare, 60 Älvsbyn, 80 Luleå, 81 Piteå, 82 Boden, 83 Haparanda, 84 Kiruna
                """),
    ]
}
