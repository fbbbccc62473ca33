/// Names that stand for a name that isn't told: `Personuppgift`, `Sekretess`, `Se bilaga`, `Private person`, `N/A`.
///
/// Whoever is called so is nobody: two of them are not one supplier, and a list of firms has no place for either.
package enum MaskedName {
    /// Whether a name consists of such words alone, whatever their case and punctuation; a number or a letter behind them
    /// (`Personuppgift 2`, `Leverantör A`) tells nobody either. `Sekretess AB` is a firm.
    package static func isMask(_ name: some StringProtocol) -> Bool {
        guard name.utf8.count <= 200 else { return false }
        // Most names have a first word that no mask begins with.
        let name = name.normalized
        let first = String(name.drop { !$0.isLetter && !$0.isNumber }.prefix { $0.isLetter || $0.isNumber })
            .lowercased()
        if first.isEmpty { return false }
        guard beginnings.contains(first) else { return first.allSatisfy { $0 == "x" } && isFiller(words(name)) }
        let words = words(name)
        var rest = words[...]
        while let word = rest.first {
            let length = (1...longest).reversed().first { $0 <= rest.count && phrases.contains(Array(rest.prefix($0))) }
            if let length {
                rest = rest.dropFirst(length)
            } else if rest.count < words.count, isOrdinal(word) || joints.contains(word) {
                rest = rest.dropFirst()
            } else {
                return false
            }
        }
        return true
    }

    private static func words(_ name: String) -> [String] {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// `x`, `XXX`, `xxxxxx-xxxx`, `...`.
    private static func isFiller(_ words: [String]) -> Bool { words.allSatisfy { $0.allSatisfy { $0 == "x" } } }

    /// A number, or one letter.
    private static func isOrdinal(_ word: String) -> Bool { word.count == 1 || word.allSatisfy(\.isNumber) }

    private static let phrases: Set<[String]> = Set(
        masks.values.flatMap { $0.split(separator: "\n") }.map { $0.split(separator: " ").map(String.init) })
    private static let longest = phrases.lazy.map(\.count).max() ?? 1
    private static let beginnings = Set(phrases.compactMap(\.first))
    private static let joints: Set = [
        "och", "og", "and", "enl", "enligt", "pga", "osl", "gdpr", "kap", "nr", "no", "id",
    ]

    /// By language, each line one mask as it is folded: lower case, words alone.
    package static let masks = [
        "sv": """
        personuppgift
        personuppgifter
        personuppgift borttagen
        personuppgifter borttagna
        skyddad personuppgift
        skyddade personuppgifter
        skyddad identitet
        maskerad
        maskerat
        maskerade
        maskerad uppgift
        maskerade uppgifter
        maskad
        sekretess
        sekretessbelagd
        sekretessbelagt
        sekretess enligt osl
        omfattas av sekretess
        belagd med sekretess
        konfidentiell
        konfidentiellt
        hemlig
        hemligt
        anonym
        anonymiserad
        anonymt
        fysisk person
        fysiska personer
        privatperson
        privatpersoner
        privat person
        enskild person
        enskild firma
        enskild näringsidkare
        enskild näringsverksamhet
        enligt upphandlingsprotokoll
        enligt upphandlingsprotokollet
        enligt tilldelningsbeslut
        enligt tilldelningsbeslutet
        enligt protokoll
        enligt bilaga
        enligt bifogad bilaga
        enligt avtal
        se upphandlingsprotokoll
        se upphandlingsprotokollet
        se tilldelningsbeslut
        se tilldelningsbeslutet
        se protokoll
        se bilaga
        se bilagor
        se bifogad bilaga
        se bifogat
        se bifogad fil
        se bifogat dokument
        se avtal
        se annons
        se nedan
        se ovan
        ej tillämpligt
        ej tillämplig
        inte tillämpligt
        ej angivet
        ej angiven
        ej publicerad
        ej publik
        ej offentlig
        uppgift saknas
        uppgift borttagen
        uppgiften borttagen
        saknas
        okänd
        okänt
        leverantör
        anbudsgivare
        anbudssökande
        flera leverantörer
        flera olika leverantörer
        diverse leverantörer
        borttaget
        borttagen
        """,
        "no": """
        personopplysning
        personopplysninger
        personopplysning fjernet
        maskert
        sladdet
        taushetsbelagt
        unntatt offentlighet
        unntatt offentligheten
        konfidensielt
        hemmelig
        fysisk person
        privatperson
        enkeltpersonforetak
        anonymisert
        se vedlegg
        se protokoll
        se anskaffelsesprotokoll
        iht vedlegg
        ikke relevant
        ikke oppgitt
        ikke offentlig
        ukjent
        leverandør
        tilbyder
        """,
        "da": """
        personoplysning
        personoplysninger
        maskeret
        fortroligt
        fortrolig
        tavshedspligt
        hemmeligt
        privatperson
        privat person
        fysisk person
        enkeltmandsvirksomhed
        anonymiseret
        anonym
        se bilag
        se vedlagte bilag
        se vedlagte
        ikke relevant
        ikke oplyst
        ikke offentlig
        ukendt
        leverandør
        tilbudsgiver
        """,
        "fi": """
        henkilötieto
        henkilötiedot
        henkilötietoja
        henkilötieto poistettu
        salattu
        salainen
        salassa pidettävä
        salassapidettävä
        luottamuksellinen
        yksityishenkilö
        yksityinen henkilö
        luonnollinen henkilö
        toiminimi
        anonyymi
        ks liite
        katso liite
        liitteenä
        ei tiedossa
        ei julkinen
        ei julkaista
        tuntematon
        toimittaja
        tarjoaja
        """,
        "en": """
        personal data
        personal data removed
        personal data withheld
        personal information
        private person
        private individual
        private individuals
        private persons
        individual person
        individual
        natural person
        natural persons
        physical person
        sole trader
        self employed
        confidential
        confidential information
        commercially confidential
        in confidence
        classified
        secret
        masked
        redacted
        withheld
        name withheld
        details withheld
        data protection
        anonymous
        anonymised
        anonymized
        undisclosed
        not disclosed
        not published
        not for publication
        unpublished
        not available
        not applicable
        not known
        not provided
        not specified
        unknown
        information not available
        n a
        na
        n d
        n n
        nn
        nomen nescio
        tbc
        tbd
        see attached
        see attachment
        see annex
        see appendix
        see below
        see notice
        various
        various suppliers
        multiple suppliers
        supplier
        tenderer
        bidder
        contractor
        """,
        "de": """
        privatperson
        natürliche person
        personenbezogene daten
        vertraulich
        geheim
        anonym
        anonymisiert
        geschwärzt
        nicht veröffentlicht
        keine angabe
        keine angaben
        k a
        siehe anlage
        siehe anhang
        unbekannt
        bieter
        """,
        "fr": """
        personne physique
        personne privée
        particulier
        données personnelles
        données à caractère personnel
        confidentiel
        confidentielle
        anonyme
        non communiqué
        non publié
        non applicable
        sans objet
        voir annexe
        inconnu
        """,
        "es": """
        persona física
        persona natural
        datos personales
        confidencial
        anónimo
        no aplica
        ver anexo
        """,
        "it": """
        persona fisica
        dati personali
        riservato
        anonimo
        non applicabile
        """,
        "pl": """
        osoba fizyczna
        osoba prywatna
        dane osobowe
        dane zanonimizowane
        poufne
        nie dotyczy
        """,
        "nl": """
        natuurlijk persoon
        particulier
        persoonsgegevens
        vertrouwelijk
        anoniem
        niet van toepassing
        n v t
        nvt
        """,
    ]
}

extension Organisation {
    /// True where every name that it is given stands for one that isn't told.
    package var isMasked: Bool { !name.versions.isEmpty && name.versions.allSatisfy { MaskedName.isMask($0.text) } }
}

extension Notice {
    /// The notice with its masked winners withheld: whom an award leaves without a name it leaves without a winner too.
    package var withMaskedWinnersWithheld: Notice {
        let winners = Set(awards.lazy.flatMap(\.winners))
        let masked = Set(organisations.lazy.filter { winners.contains($0.id) && $0.isMasked }.map(\.id))
        guard !masked.isEmpty else { return self }
        var notice = self
        for (index, award) in awards.enumerated() where award.winners.contains(where: masked.contains) {
            notice.awards[index].winners.removeAll(where: masked.contains)
            if notice.awards[index].winners.isEmpty { notice.awards[index].outcome = .awarded(winnersWithheld: true) }
        }
        return notice
    }
}
