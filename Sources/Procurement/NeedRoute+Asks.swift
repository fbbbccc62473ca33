extension NeedRoute {
    /// What the route asks of the office, in the terms of the law on public procurement (lagen 2016:1145 om offentlig
    /// upphandling, LOU; directive 2014/24/EU) and of Upphandlingsmyndigheten. A reminder for who chooses, no legal advice.
    package var asks: [BilingualText] {
        switch self {
        case .dialogue: Self.market + [Self.prepared, Self.open]
        case .requestForInformation:
            [
                BilingualText(
                    sv: "Skriv vad ni vill veta, vad svaren ska användas till och att det inte är en upphandling.",
                    en: "Write what you want to know, what the answers are for, and that it is no procurement."),
                Self.open,
            ] + Self.market
        case .externalReview:
            [
                BilingualText(
                    sv:
                        "Lägg ut utkastet till upphandlingsdokument för synpunkter, med svarstid, för alla som vill lämna dem.",
                    en:
                        "Publish the draft of the procurement documents for comments, with a time limit, for all who want to "
                        + "give them."),
                BilingualText(
                    sv: "Redovisa hur synpunkterna har tagits om hand när upphandlingen annonseras.",
                    en: "Say how the comments were dealt with when the procurement is advertised."),
            ] + Self.market
        case .frameworkCallOff:
            [
                BilingualText(
                    sv:
                        "Kontrollera att kommunen får avropa, att behovet ryms i ramavtalet och att takvolymen inte är nådd "
                        + "(LOU 7 kap.; artikel 33).",
                    en:
                        "Check that the office may call off, that the need lies within the framework agreement and that its "
                        + "ceiling is not reached (LOU chapter 7; article 33)."),
                BilingualText(
                    sv: "Följ ramavtalets ordning: rangordning, fördelningsnyckel eller förnyad konkurrensutsättning.",
                    en: "Follow the order of the agreement: ranking, distribution key or a new competition."),
            ]
        case .directPurchase:
            [
                BilingualText(
                    sv: "Beräkna värdet av årets alla köp av samma slag: det ska ligga under direktupphandlingsgränsen "
                        + "(LOU 19 a kap.), eller så krävs ett annat lagstöd.",
                    en:
                        "Reckon the value of all purchases of the kind this year: it must lie below the limit for direct "
                        + "purchases (LOU chapter 19 a), or another ground in the law is needed."),
                BilingualText(
                    sv: "Följ kommunens riktlinjer för direktupphandling och utnyttja konkurrensen där det går.",
                    en: "Follow the office's guidelines for direct purchases, and use competition where there is any."),
                BilingualText(
                    sv: "Dokumentera skälen för besluten från 100 000 kronor.",
                    en: "Document the reasons for the decisions from SEK 100,000 on."),
            ]
        case .procurement:
            [
                BilingualText(
                    sv: "Välj förfarande efter värde och slag: LOU 6 kap. över tröskelvärdet, 19 kap. under det.",
                    en:
                        "Choose the procedure by value and kind: LOU chapter 6 above the threshold, chapter 19 below it."
                ),
                BilingualText(
                    sv: "Beskriv behovet i funktioner så att nya lösningar och nya leverantörer kan vara med.",
                    en: "Describe the need by functions, so that new solutions and new suppliers can take part."),
                Self.documented,
            ]
        case .competitiveDialogue:
            [
                BilingualText(
                    sv:
                        "Behovet kan inte tillgodoses med lösningar som är lätt tillgängliga, eller kräver förhandling (LOU 6 "
                        + "kap.; artiklarna 26 och 30).",
                    en:
                        "The need can't be met by readily available solutions, or takes negotiation (LOU chapter 6; articles "
                        + "26 and 30)."),
                BilingualText(
                    sv:
                        "För dialog med alla som valts ut på lika villkor och röj inte en leverantörs lösning för en annan.",
                    en:
                        "Hold the dialogue with all who were selected on equal terms, and don't disclose one supplier's "
                        + "solution to another."),
                Self.bestRatio, Self.documented,
            ]
        case .innovationPartnership:
            [
                BilingualText(
                    sv: "Behovet kan inte tillgodoses av det som redan finns på marknaden (LOU 6 kap.; artikel 31).",
                    en: "The need can't be met by what is on the market already (LOU chapter 6; article 31)."),
                BilingualText(
                    sv:
                        "Dela in partnerskapet i etapper med delmål, ersättning och rätt att avsluta efter varje etapp.",
                    en:
                        "Divide the partnership into phases with targets, pay and the right to end it after each of them."
                ),
                BilingualText(
                    sv: "Bestäm från början kostnadstak, prestandanivå och vem som äger immateriella rättigheter.",
                    en:
                        "Settle from the start the most it may cost, the level of performance and who owns the intellectual "
                        + "property."), Self.bestRatio, Self.documented,
            ]
        case .preCommercialProcurement:
            [
                BilingualText(
                    sv:
                        "Det gäller forsknings- och utvecklingstjänster vars resultat inte bara kommunen har nytta av, och "
                        + "som kommunen inte betalar helt: då är de undantagna (LOU 3 kap.; artikel 14).",
                    en:
                        "It is about research and development services whose results are not for the office alone, and that it "
                        + "doesn't pay in full: then they are exempt (LOU chapter 3; article 14)."),
                BilingualText(
                    sv: "Det färdiga resultatet köps i en upphandling för sig.",
                    en: "What comes of it is bought in a procurement of its own."),
            ]
        case .designContest:
            [
                BilingualText(
                    sv: "Annonsera tävlingen med villkor och priser (LOU 18 kap.; artiklarna 78–82).",
                    en: "Advertise the contest with its conditions and prizes (LOU chapter 18; articles 78 to 82)."),
                BilingualText(
                    sv: "En oberoende jury bedömer anonyma bidrag.", en: "An independent jury judges anonymous entries."
                ),
            ]
        case .ownWork:
            [
                BilingualText(
                    sv: "Skriv vem som gör arbetet och vad som ändå måste köpas.",
                    en: "Write who does the work, and what must be bought all the same.")
            ]
        case .nothing:
            [
                BilingualText(
                    sv: "Skriv varför, så att nästa som har samma behov vet.",
                    en: "Write why, so that whoever has the same need next knows.")
            ]
        }
    }

    /// What holds of every consultation of the market before a procurement.
    private static let market = [
        BilingualText(
            sv:
                "Före en upphandling får marknaden undersökas och leverantörer informeras, så länge det inte snedvrider "
                + "konkurrensen (LOU 4 kap.; artikel 40).",
            en:
                "Before a procurement the market may be consulted and suppliers informed, as long as competition is not "
                + "distorted (LOU chapter 4; article 40)."),
        BilingualText(
            sv:
                "Den som har rådgett eller varit delaktig får inte ett försprång: ge alla samma uppgifter och rimlig tid "
                + "(artikel 41).",
            en:
                "Whoever gave advice or took part must have no advantage: give everybody the same information and enough "
                + "time (article 41)."),
    ]

    private static let prepared = BilingualText(
        sv: "Bestäm i förväg vad ni vill veta, ställ samma frågor till alla och anteckna svaren.",
        en: "Settle beforehand what you want to know, ask everybody the same and note the answers.")

    private static let open = BilingualText(
        sv:
            "Låt inbjudan vara öppen och välj inte bort företag utan skäl: likabehandling och öppenhet (LOU 4 kap. 1 §).",
        en:
            "Keep the invitation open and leave no company out without a reason: equal treatment and transparency (LOU chapter "
            + "4, section 1).")

    private static let bestRatio = BilingualText(
        sv: "Utvärdera efter bästa förhållandet mellan pris och kvalitet.",
        en: "Evaluate by the best ratio of price and quality.")

    private static let documented = BilingualText(
        sv: "Dokumentera skälen för besluten genom hela upphandlingen.",
        en: "Document the reasons for the decisions throughout the procurement.")
}
