import Language

/// The words of a need in plain text that say what it is about, in the order of the text, each once.
///
/// Left out: numbers, the small words of both languages, and what every need says (“hur upphandlar vi”, “we need new”).
struct NeedWords: Sendable {
    struct Word: Sendable {
        /// As folded: small letters.
        let text: String
        /// How often the text has it.
        let count: Int
    }

    let words: [Word]
    /// Whether the small words are English rather than Swedish.
    let isEnglish: Bool

    init(_ text: String) {
        let folded = FoldedText(text)
        var counts: [String: Int] = [:]
        var order: [String] = []
        var (swedish, english) = (0, 0)
        for range in folded.words where !folded.isNumber(range) {
            let word = folded.string(range)
            let isSwedish = Self.swedish.contains(word)
            let isEnglish = Self.english.contains(word)
            swedish += isSwedish ? 1 : 0
            english += isEnglish ? 1 : 0
            if isSwedish || isEnglish || word.count < 2 || StopWords.folded.contains(word) { continue }
            if counts.updateValue((counts[word] ?? 0) + 1, forKey: word) == nil { order.append(word) }
        }
        words = order.map { Word(text: $0, count: counts[$0] ?? 1) }
        isEnglish = english > swedish
    }

    private static func list(_ text: String) -> Set<String> {
        Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static let swedish = list(
        """
        hur vad vem vilka vilken vilket varför när var där här vi ni du jag man de dem oss vår vårt våra er era ert kan kunna \
        kunde ska skall skulle vill ville måste bör får få fått har ha hade haft är vara varit blir bli blev behöver behov \
        behovet behöva behövs upphandla upphandlar upphandlas upphandling upphandlingen upphandlingar köpa köper köpas köp \
        inköp beställa skaffa anskaffa hitta finns finnas göra gör görs gjort som att så men eller inte även också bara mer \
        mest mycket många flera fler några något någon andra annan annat olika samma alla allt hela varje både mellan från ut \
        upp ner över under efter innan före genom utan mot hos sig sin sitt sina dess deras denna detta dessa då nu idag redan \
        sedan enligt via ex exempel exempelvis bland bra bättre bäst ny nya nytt god stor större stora liten mindre små rätt \
        snabbt enkelt möjligt möjlighet hjälp hjälpa kommun kommunen kommunens kommuner kommunal kommunala region regionen \
        regionens verksamhet verksamheten verksamheter verksamheterna år året dag dagen dagar leverantör leverantörer \
        leverantören leverantörerna avtal avtalet ramavtal tjänst tjänster tjänsten cirka ca minst högst antal ungefär samt och \
        i av för till med på inom vid om den det en ett ge ger ta tar se ser kommer komma gå går fler säkerställa erbjuda \
        erbjuder använda används använder innebär gäller gällande avseende löpande framför dvs mm etc arbeta arbetar arbetet \
        arbete del delar sätt krav kraven kr kronor mkr miljoner stycken st procent budget nuvarande befintlig befintliga \
        dagens framtida exempelvis bedömer önskar önskemål tänkt tänker vet tror lättare lite fram tid tiden inför gärna plats platser platsen fortsätta fortsätter hand norra södra östra västra delen januari \
        februari mars april maj juni juli augusti september oktober november december km säkert helst mår dåligt sådan sådana \
        sånt grund hjälper ihop tillsammans vidare varit våren hösten egen egna eget vanligt särskilt dåliga bra
        """)
    private static let english = list(
        """
        how what who which why when where we you i they them us our your their can could shall should will would must may \
        might have has had is are was were be been being do does did need needs needed want wants buy buying purchase procure \
        procuring procurement procurements get getting find make made new good better best more most many some any other \
        another all every each both from out up down over under after before through without against this that these those it \
        its there here now already since via example such as not also only or but and of for in to with on a an by at the \
        about into than then if so help municipality municipal supplier suppliers contract contracts service services year \
        years day days would like looking provide provides using use used work works possible number approximately
        """)
}
