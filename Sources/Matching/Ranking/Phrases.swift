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
        let buyer = reference.buyer.map { pick(" for \($0)", " för \($0)") } ?? ""
        let date = reference.date.map { " (\($0))" } ?? ""
        return "\(title)\(buyer)\(date)"
    }

    /// Only the one that is wanted is put together: a list has hundreds of sentences.
    @inline(__always)
    func pick(_ english: @autoclosure () -> String, _ swedish: @autoclosure () -> String) -> String {
        switch language {
        case .en: english()
        case .sv: swedish()
        }
    }

    /// What a text has of sought words, as a sentence lists it: `laddstolpar, inkontinensskydd (för ”blöjor”)`.
    func words(_ words: [FoundWord]) -> String {
        words.map { word in
            switch word.manner {
            case .whole: word.text
            case .meaning: pick("\(word.text) (for “\(word.sought)”)", "\(word.text) (för ”\(word.sought)”)")
            case .part: pick("\(word.text) (in “\(word.sought)”)", "\(word.text) (ur ”\(word.sought)”)")
            }
        }.joined(separator: ", ")
    }

    /// Points with three decimals, as lists show them.
    func points(_ points: Points) -> String {
        let thousandths = (points.millionths + 500) / 1000
        let digits = String(thousandths % 1000)
        let zeros = String(repeating: "0", count: 3 - digits.count)
        return "\(thousandths / 1000)" + pick(".", ",") + zeros + digits
    }

    /// A share in [0, 1] as whole per cent.
    func percent(_ share: Float) -> String { "\(Int((share * 100).rounded())) %" }

    /// How many times as much, such as `6.3 times` or `25 times`.
    func times(_ factor: Float) -> String {
        // What rests on few procurements is easily a thousand times as much; nobody can weigh that.
        if factor > 100 { return pick("more than 100 times", "mer än 100 gånger") }
        let number = factor >= 10 ? "\(Int(factor.rounded()))" : "\((factor * 10).rounded() / 10)"
        return pick("\(number) times", "\(number.replacing(".", with: ",")) gånger")
    }

    /// How often something has been: `once`, `3 times`.
    func occasions(_ count: Int) -> String {
        count == 1 ? pick("once", "en gång") : pick("\(count) times", "\(count) gånger")
    }

    /// Buyers of a kind, as a sentence names them.
    func buyers(_ kind: BuyerKind) -> String {
        switch kind {
        case .university: pick("universities", "universitet och högskolor")
        case .region: pick("regions", "regioner")
        case .municipality: pick("municipalities", "kommuner")
        case .agency: pick("state agencies", "statliga myndigheter")
        case .company: pick("publicly owned companies", "offentligt ägda bolag")
        }
    }

    /// A strategic goal, of BT-06 or its details; the code itself where it is another.
    func goal(_ code: String) -> String {
        switch code {
        case "env-imp": pick("less environmental impact", "minskad miljöpåverkan")
        case "soc-obj": pick("social objectives", "sociala mål")
        case "inn-pur": pick("innovation", "innovation")
        case "clim-mitig": pick("climate change mitigation", "begränsning av klimatförändringar")
        case "clim-adapt": pick("climate change adaptation", "anpassning till klimatförändringar")
        case "circ-econ": pick("circular economy", "cirkulär ekonomi")
        case "biodiv-eco": pick("biodiversity and ecosystems", "biologisk mångfald och ekosystem")
        case "gen-eq": pick("gender equality", "jämställdhet")
        case "work-cond": pick("working conditions", "arbetsvillkor")
        default: code
        }
    }

    func size(_ size: SupplierSize) -> String {
        switch size {
        case .micro: pick("micro (fewer than 10 employees)", "mikroföretag (färre än 10 anställda)")
        case .small: pick("small (10–49 employees)", "litet företag (10–49 anställda)")
        case .medium: pick("medium-sized (50–249 employees)", "medelstort företag (50–249 anställda)")
        case .large: pick("large (250 employees or more)", "stort företag (250 anställda eller fler)")
        case .sme: pick("small or medium-sized", "litet eller medelstort företag")
        }
    }
}
