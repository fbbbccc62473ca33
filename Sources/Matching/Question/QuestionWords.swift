import Containers
import Language

/// Words by what they do in a question: those that say nothing, those that tell for whom and where, and the like.
struct QuestionWords: Sendable {
    private let prepositions: Vocabulary
    private let empty: Vocabulary

    private init(prepositions: String, empty: String) {
        self.prepositions = Self.list(prepositions)
        self.empty = Self.list(empty)
    }

    private static func list(_ words: String) -> Vocabulary { Vocabulary(words.split(separator: " ").map(String.init)) }

    /// Whether what follows says for whom, where or when.
    func isPreposition(_ word: ArraySlice<UInt16>) -> Bool { prepositions.id(of: word) != nil }

    /// Whether it is a small word, or one that every need has.
    func isEmpty(_ word: ArraySlice<UInt16>) -> Bool { empty.id(of: word) != nil }

    /// Whether it says how something is bought, in a title, rather than what.
    static func isFormality(_ word: ArraySlice<UInt16>) -> Bool { formalities.id(of: word) != nil }

    /// Whether it says that something is done, rather than with what: `hyra`, `installation`.
    static func isAction(_ word: ArraySlice<UInt16>) -> Bool { actions.id(of: word) != nil }

    /// Whether a word of two letters is one to look for: `el`, `va`.
    static func isShortWord(_ word: ArraySlice<UInt16>) -> Bool { shortWords.id(of: word) != nil }

    /// Whether it says nothing in a firm's name.
    static func isFirmWord(_ word: ArraySlice<UInt16>) -> Bool { firmWords.id(of: word) != nil }

    /// Words whose stems weigh little wherever they stand.
    static let plain = """
        utförande utförare utför leverans leveranser entreprenad ramavtal upphandling avtal hantering verksamhet \
        arbete arbeten projekt objekt område områden anskaffning
        """.split(separator: " ").map { Array($0.utf16) }

    static let swedish = QuestionWords(
        prepositions: """
            till åt för i på när hos vid inom från under mot bland mellan utanför innanför kring runt längs \
            inför enligt så
            """,
        empty: """
            hur vad vem vilka vilken vilket varför när var där här vi ni du jag man de dem oss vår vårt våra er \
            era ert kan kunna kunde ska skall skulle vill ville måste bör få får fått har ha hade haft är vara \
            varit blir bli blev behöver behov behovet behöva behövs upphandla upphandlar upphandlas upphandling \
            upphandlingen upphandlingar upphandlad upphandlade köpa köper köpas köp inköp beställa skaffa \
            anskaffa hitta finns finnas göra gör görs gjort som att så men eller inte också bara mer mest högre \
            lägre högst lägst mycket många flera fler några något någon andra annan annat olika samma alla allt \
            allting alltihop hela varje både mellan från ut upp ner över under efter innan före genom utan mot \
            hos sig sin sitt sina dess deras denna detta dessa då nu idag redan sedan enligt via ex exempel \
            exempelvis bland bra bättre bäst ny nya nytt nyare god gott goda stor större stora liten mindre små \
            rätt snabbt enkelt möjligt möjlighet hjälp hjälpa kommun kommunen kommunens kommuner kommunernas \
            kommunal kommunala kommunalt region regionen regionens verksamhet verksamheten verksamheter \
            verksamheterna år året dag dagen dagar leverantör leverantörer leverantören leverantörerna företag \
            företagen avtal avtalet ramavtal tjänst tjänster tjänsten cirka ca minst antal antalet ungefär samt \
            och i av för till med på inom vid om den det en ett ge ger ta tar se ser kommer komma gå går gått \
            säkerställa erbjuda erbjuder använda används använder användas igen innebär gäller gällande avseende \
            löpande framför dvs mm m fl etc arbeta arbetar arbetet arbete del delar sätt krav kraven kr kronor \
            mkr miljoner stycken st procent budget nuvarande befintlig befintliga dagens framtida bedömer önskar \
            önskemål tänkt tänker vet tror lättare lite fram tid tiden inför gärna plats platser platsen \
            fortsätta fortsätter hand norra södra östra västra delen januari februari mars april maj juni juli \
            augusti september oktober november december km säkert helst mår dåligt sådan sådana sånt grund \
            hjälper ihop tillsammans vidare våren hösten vintern sommaren sommarn sommar vinter egen egna eget \
            vanligt särskilt dåliga söker sökes letar efterfrågar vilja åt än ännu kring runt längre länge långt \
            senast lösningar lösning bygga bygger byggs hålla håller håll ställe stället nästa varandra person \
            personer folk enskilde enskilda hennes honom hen kunnat snart sena tidigt ibland ofta alltid aldrig \
            dyrt billigt billiga billigare snabb snabba enkel dygnet dygnets dygn bort skull vanligare \
            försvinner växer hemma hem bo bor tryggt trygga tryggare står slippa slipper fel fungerar fungera \
            problem enkla smart smarta modern moderna hållbar hållbara hållbart
            """)
    static let english = QuestionWords(
        prepositions: """
            for in to at on near within inside during across around
            """,
        empty: """
            how what who which why when where we you i they them us our your their can could shall should will \
            would must may might have has had is are was were be been being do does did need needs needed want \
            wants buy buying purchase procure procuring procurement procurements get getting find make made new \
            newly good better best more most many some any other another all every each both from out up down \
            over under after before through without against this that these those it its there here now already \
            since via example such as not also only or but and of for in to with on a an by at the about into \
            than then if so help municipality municipal supplier suppliers contract contracts service services \
            year years day days like looking seek provide provides using use used work works possible number \
            approximately cleaner
            """)

    private static let formalities = list(
        """
        ramavtal upphandling leverans leveranser entreprenad totalentreprenad utförandeentreprenad förnyad \
        direktupphandling dis konsulttjänster
        """)
    private static let actions = list(
        """
        hyra hyr hyras hyrs leasa leasing installera installation byta byter byte reparera reparation laga lagar \
        underhålla underhåll renovera renoverar rusta utföra utför utförande montera montering ansluta serva \
        servar service driva drift sköta sköter ordna anordna införa inför genomföra genomför minska minskar öka \
        ökar förbättra stärka hantera hantering planera planerar uppföra uppgradera ersätta inreda utrusta \
        leverera levererar leverans
        """)
    private static let shortWords = list(
        """
        el it va ai ac ip tv vr bi hr pc ovk usk gc
        """)
    private static let firmWords = list(
        """
        ab aktiebolag hb kb handelsbolag kommanditbolag i och av publ sverige sweden svenska nordic scandinavia \
        group gruppen holding företag företagen bolag bolaget ek för ekonomisk förening firma oy as a s gmbh ltd \
        the of co m
        """)
}
