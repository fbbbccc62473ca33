/// A legal form as a word at the end (or in Swedish also the beginning) of a company's name.
///
/// Two spellings of one form are one value: `AB`, `A.B.` and `Aktiebolag`. Companies of the same name and different
/// forms are different companies: Solita AB and Solita Oy, Markskötsel AB and Markskötsel Kommanditbolag.
enum LegalForm {
    /// A sole trader, who is no legal person: `Enskild firma`, or a name that a notice or register says is a person's.
    static let person = "person"
    /// Aktiebolag, the form that a Swedish name most likely has.
    static let limitedCompany = "ab"

    /// Words of the forms, folded as `NormalizedName` folds, to the form's own word. Longer ones win.
    private static let endings: [[String]: String] = {
        let byForm: [String: [String]] = [
            "ab": ["ab", "a b", "aktiebolag", "aktiebolaget", "bankaktiebolag", "försäkringsaktiebolag"],
            "hb": ["hb", "handelsbolag", "handelsbolaget"],
            "kb": ["kb", "kommanditbolag", "kommanditbolaget"],
            "ekf": ["ekonomisk förening", "ekonomiska föreningen", "ek förening", "ek för", "ekför"],
            "idf": ["ideell förening", "ideella föreningen"],
            person: ["enskild firma", "enskild näringsidkare", "enskild näringsverksamhet"],
            "as": ["as", "a s", "asa", "aktieselskab", "aksjeselskap"],
            "aps": ["aps", "anpartsselskab"],
            "is": ["i s", "interessentskab"],
            "ks": ["k s", "kommanditselskab"],
            "oy": ["oy", "oyj", "oy ab", "oyj abp", "ab oy", "osakeyhtiö", "abp"],
            "ky": ["ky", "kommandiittiyhtiö"],
            "ltd": ["ltd", "limited", "pte ltd", "co ltd"],
            "plc": ["plc", "public limited company"],
            "llp": ["llp"], "llc": ["llc"],
            "inc": ["inc", "incorporated", "corp", "corporation"],
            "gmbh": ["gmbh", "gesellschaft mit beschränkter haftung", "mbh"],
            "kg": ["kg", "gmbh och co kg", "gmbh co kg", "och co kg", "ag och co kg"],
            "ag": ["ag", "aktiengesellschaft"],
            "ug": ["ug"], "ev": ["ev"], "se": ["se"],
            "bv": ["bv", "b v", "besloten vennootschap"],
            "nv": ["nv", "n v", "naamloze vennootschap"],
            "sa": ["sa", "s a", "société anonyme", "sociedad anonima"],
            "sas": ["sas", "sasu", "s a s"],
            "sarl": ["sarl", "s a r l", "eurl"],
            "srl": ["srl", "s r l", "srls"],
            "spa": ["spa", "s p a"],
            "sl": ["sl", "slu", "s l"],
            "lda": ["lda", "ltda"],
            "spzoo": ["sp z oo", "sp z o o", "sp zoo", "spółka z oo"],
            "spk": ["sp k", "spk"], "spj": ["sp j", "spj"],
            "sro": ["sro", "s r o"],
            "doo": ["doo", "d o o"], "dd": ["dd", "d d"],
            "kft": ["kft"], "zrt": ["zrt"], "nyrt": ["nyrt"],
            "uab": ["uab"], "sia": ["sia"], "ou": ["ou"], "ood": ["ood", "eood", "оод", "еоод"],
            "ad": ["ad", "ead", "ад", "еад"],
            "ehf": ["ehf"], "hf": ["hf"],
        ]
        var result: [[String]: String] = [:]
        for (form, spellings) in byForm {
            for spelling in spellings { result[spelling.split(separator: " ").map(String.init)] = form }
        }
        return result
    }()

    /// What stands behind a form and says nothing of who it is.
    private static let decorations: Set<[String]> = Set(
        [
            "publ", "svb", "filial", "filial i sverige", "filial sverige", "sverige filial", "svensk filial",
            "filial sweden", "swedish branch", "sweden branch", "branch", "i likvidation", "i konkurs", "under konkurs",
            "under rekonstruktion",
        ].map { $0.split(separator: " ").map(String.init) })

    private static let beginnings = [
        "ab": "ab", "aktiebolaget": "ab", "aktiebolag": "ab", "hb": "hb", "handelsbolaget": "hb", "kb": "kb",
        "kommanditbolaget": "kb", "oy": "oy",
    ]

    private static let longest = 4

    /// The last words of all of them.
    private static let lastWords = Set((Array(endings.keys) + decorations).compactMap(\.last))

    /// Takes the legal form off a folded name. At least one word is left over.
    ///
    /// - Returns: the form's own word; `nil` where the name has none.
    static func take(from words: inout [Substring]) -> String? {
        var found: String?
        while let (length, form) = ending(of: words) {
            words.removeLast(length)
            // `Oy Foo Ab` is Finnish: its Swedish form is a translation.
            if let form, found == nil || form == "oy" { found = form }
        }
        if words.count > 1, let first = words.first, let form = beginnings[String(first)] {
            words.removeFirst()
            if found == nil || form == "oy" { found = form }
        }
        return found
    }

    private static func ending(of words: [Substring]) -> (length: Int, form: String?)? {
        guard words.count > 1, let last = words.last, lastWords.contains(String(last)) else { return nil }
        for length in stride(from: min(longest, words.count - 1), through: 1, by: -1) {
            let tail = words.suffix(length).map(String.init)
            if let form = endings[tail] { return (length, form) }
            if decorations.contains(tail) { return (length, nil) }
        }
        return nil
    }

    /// The form that a register's own column says (Statistics Sweden's names); `nil` where it leaves several open.
    static func named(inRegister legalForm: String) -> String? {
        let text = legalForm.lowercased()
        if text.contains("fysisk") || text.contains("enskild") { return person }
        if text.contains("aktiebolag") { return limitedCompany }
        if text.contains("ekonomisk") { return "ekf" }
        if text.contains("ideell") { return "idf" }
        if text == "handelsbolag" { return "hb" }
        if text == "kommanditbolag" { return "kb" }
        return nil
    }
}
