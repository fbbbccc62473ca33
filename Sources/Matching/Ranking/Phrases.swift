import Procurement

/// The sentences of explanations, in English and Swedish.
struct Phrases: Sendable {
    let language: TextLanguage

    /// A procurement as a sentence names it: `Skolskjuts 2021 for Umeå kommun (2021-05-11)`.
    struct Reference: Sendable {
        let title: String
        let buyer: String?
        let date: CalendarDate?
    }

    func name(_ reference: Reference) -> String {
        // Bytes first: there are never fewer of them, and they are known without a look at the title.
        let isLong = reference.title.utf8.count > 80 && reference.title.count > 80
        let title = isLong ? reference.title.prefix(79) + "…" : reference.title[...]
        let buyer = reference.buyer.map { pick(sv: " för \($0)", en: " for \($0)") } ?? ""
        let date = reference.date.map { " (\($0))" } ?? ""
        return "\(title)\(buyer)\(date)"
    }

    /// Only the one that is wanted is put together: a list has hundreds of sentences.
    @inline(__always)
    func pick(sv: @autoclosure () -> String, en: @autoclosure () -> String) -> String {
        switch language {
        case .en: en()
        case .sv: sv()
        }
    }

    /// What a text has of sought words, as a sentence lists it: `laddstolpar, inkontinensskydd (för ”blöjor”)`.
    func words(_ words: [FoundWord]) -> String {
        words.map { word in
            switch word.manner {
            case .whole: word.text
            case .meaning: pick(sv: "\(word.text) (för ”\(word.sought)”)", en: "\(word.text) (for “\(word.sought)”)")
            case .part: pick(sv: "\(word.text) (ur ”\(word.sought)”)", en: "\(word.text) (in “\(word.sought)”)")
            }
        }.joined(separator: ", ")
    }

    /// Points with three decimals, as lists show them.
    func points(_ points: Points) -> String {
        let thousandths = (points.millionths + 500) / 1000
        let digits = String(thousandths % 1000)
        let zeros = String(repeating: "0", count: 3 - digits.count)
        return "\(thousandths / 1000)" + pick(sv: ",", en: ".") + zeros + digits
    }

    /// A share in [0, 1] as whole per cent.
    func percent(_ share: Float) -> String { "\(Int((share * 100).rounded())) %" }

    /// How many times as much, such as `6.3 times` or `25 times`.
    func times(_ factor: Float) -> String {
        // What rests on few procurements is easily a thousand times as much; nobody can weigh that.
        if factor > 100 { return pick(sv: "mer än 100 gånger", en: "more than 100 times") }
        let number = factor >= 10 ? "\(Int(factor.rounded()))" : "\((factor * 10).rounded() / 10)"
        return pick(sv: "\(number.replacing(".", with: ",")) gånger", en: "\(number) times")
    }

    /// How often something has been: `once`, `3 times`.
    func occasions(_ count: Int) -> String {
        count == 1 ? pick(sv: "en gång", en: "once") : pick(sv: "\(count) gånger", en: "\(count) times")
    }

    /// Buyers of a kind, as a sentence names them.
    func buyers(_ kind: BuyerKind) -> String {
        switch kind {
        case .university: pick(sv: "universitet och högskolor", en: "universities")
        case .region: pick(sv: "regioner", en: "regions")
        case .municipality: pick(sv: "kommuner", en: "municipalities")
        case .agency: pick(sv: "statliga myndigheter", en: "state agencies")
        case .company: pick(sv: "offentligt ägda bolag", en: "publicly owned companies")
        }
    }

    /// A strategic goal, of BT-06 or its details; the code itself where it is another.
    func goal(_ code: String) -> String {
        switch code {
        case "env-imp": pick(sv: "minskad miljöpåverkan", en: "less environmental impact")
        case "soc-obj": pick(sv: "sociala mål", en: "social objectives")
        case "inn-pur": pick(sv: "innovation", en: "innovation")
        case "clim-mitig": pick(sv: "begränsning av klimatförändringar", en: "climate change mitigation")
        case "clim-adapt": pick(sv: "anpassning till klimatförändringar", en: "climate change adaptation")
        case "circ-econ": pick(sv: "cirkulär ekonomi", en: "circular economy")
        case "biodiv-eco": pick(sv: "biologisk mångfald och ekosystem", en: "biodiversity and ecosystems")
        case "gen-eq": pick(sv: "jämställdhet", en: "gender equality")
        case "work-cond": pick(sv: "arbetsvillkor", en: "working conditions")
        default: code
        }
    }

    func size(_ size: SupplierSize) -> String {
        switch size {
        case .micro: pick(sv: "mikroföretag (färre än 10 anställda)", en: "micro (fewer than 10 employees)")
        case .small: pick(sv: "litet företag (10–49 anställda)", en: "small (10–49 employees)")
        case .medium: pick(sv: "medelstort företag (50–249 anställda)", en: "medium-sized (50–249 employees)")
        case .large: pick(sv: "stort företag (250 anställda eller fler)", en: "large (250 employees or more)")
        case .sme: pick(sv: "litet eller medelstort företag", en: "small or medium-sized")
        }
    }
}
