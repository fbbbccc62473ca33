import Procurement

/// What the Publications Office codes about a notice, the same for every form (CODED_DATA_SECTION), and the titles
/// and names that it translates (TRANSLATION_SECTION).
struct TEDCodedData {
    private let root: Element
    private let notice: Element?
    private let codes: Element?

    init(_ root: Element) {
        self.root = root
        notice = root.path("CODED_DATA_SECTION", "NOTICE_DATA")
        codes = root.path("CODED_DATA_SECTION", "CODIF_DATA")
    }

    /// `2016/S 106-188692`.
    var publication: String? { notice?.first("NO_DOC_OJS")?.text }

    var published: CalendarDate? {
        root.path("CODED_DATA_SECTION", "REF_OJS", "DATE_PUB")?.date
    }

    var dispatched: CalendarDate? { codes?.first("DS_DATE_DISPATCH")?.date }

    /// The day by which tenders or requests to participate must be in.
    var deadline: CalendarDate? { codes?.first("DT_DATE_FOR_SUBMISSION")?.date }

    /// ISO 639-2/T. One LG_ORIG may hold several, separated by spaces.
    var languages: [String] {
        notice?.all("LG_ORIG").flatMap { ($0.text ?? "").split(separator: " ").map { TEDLanguage.code(String($0)) } }
            ?? []
    }

    /// One character, such as `7` for a contract award.
    var documentType: String? { codes?.first("TD_DOCUMENT_TYPE")?.attribute("CODE") }

    /// One character, such as `1` for an open procedure.
    var procedure: String? { codes?.first("PR_PROC")?.attribute("CODE") }

    /// `2014/24/EU`.
    var directive: String? { codes?.first("DIRECTIVE")?.attribute("VALUE") }

    var country: String? { notice?.first("ISO_COUNTRY")?.attribute("VALUE").flatMap(CountryCode.alpha2) }

    var kind: ContractKind? {
        switch codes?.first("NC_CONTRACT_NATURE")?.attribute("CODE") {
        case "1": .works
        case "2": .supplies
        case "4": .services
        default: nil
        }
    }

    var cpv: [CPVCode] { notice?.all("ORIGINAL_CPV").compactMap { $0.attribute("CODE").flatMap { CPVCode($0) } } ?? [] }

    /// Where the contract is performed.
    var nuts: [NUTSCode] {
        let performance = codes("PERFORMANCE_NUTS")
        return performance.isEmpty ? codes("ORIGINAL_NUTS") : performance
    }

    private func codes(_ name: StaticString) -> [NUTSCode] {
        notice?.all(name).compactMap { $0.attribute("CODE").flatMap { NUTSCode($0) } } ?? []
    }

    /// The earlier notices of the same procedure, in TED's document form.
    var references: [NoticeID] {
        notice?.all("REF_NOTICE").flatMap { $0.all("NO_DOC_OJS") }.compactMap { $0.text.flatMap(TEDNoticeNumber.id) }
            ?? []
    }

    /// The value of the whole, which R2.0.8 repeats here as it was typed (`10 000 000,50`).
    var total: Disclosed<Money> {
        for values in notice?.first("VALUES_LIST")?.all("VALUES").filter({ $0.attribute("TYPE", is: "GLOBAL") }) ?? [] {
            if let value = values.path("SINGLE_VALUE", "VALUE") {
                return TEDAmount.disclosed(value, withheldAs: "not-val")
            }
        }
        return .missing
    }
}

// MARK: Filling gaps

extension TEDCodedData {
    /// Sets what the form left open. A translated title or name is used only where the form has none.
    func complete(_ target: inout Notice, language: String?) {
        if target.kind == nil { target.kind = kind }
        for index in target.lots.indices where target.lots[index].kind == nil { target.lots[index].kind = target.kind }
        for code in cpv where !target.cpv.contains(code) { target.cpv.append(code) }
        if target.nuts.isEmpty { target.nuts = nuts.withoutRepeats }
        if target.title.isEmpty { target.title = title(in: language) }
        if target.value == .missing { target.value = total }
        if target.buyers.isEmpty, let name = buyerName(in: language) {
            let buyer = Organisation(
                id: OrganisationID("org-\(target.organisations.count + 1)"), name: name, country: country)
            target.organisations.append(buyer)
            target.buyers = [buyer.id]
        }
        target.procedure.complete(with: self)
        if target.procedureID == nil { target.procedureID = ProcedureID((references.first ?? target.id).rawValue) }
    }

    /// The language to fall back on: the form's, the first original one, else English.
    private func fallback(_ elements: [Element], _ language: String?) -> (Element, String?)? {
        for wanted in [language].compactMap({ $0 }) + languages + ["ENG"] {
            if let match = elements.first(where: { $0.attribute("LG").map(TEDLanguage.code) == wanted }) {
                return (match, wanted)
            }
        }
        return elements.first.map { ($0, $0.attribute("LG").map(TEDLanguage.code)) }
    }

    private func title(in language: String?) -> LocalizedText {
        let titles = root.path("TRANSLATION_SECTION", "ML_TITLES")?.all("ML_TI_DOC").map { $0 } ?? []
        guard let (title, language) = fallback(titles, language) else { return [] }
        return title.first("TI_TEXT")?.words(in: language) ?? []
    }

    private func buyerName(in language: String?) -> LocalizedText? {
        let names = root.path("TRANSLATION_SECTION", "ML_AA_NAMES")?.all("AA_NAME").map { $0 } ?? []
        guard let (name, language) = fallback(names, language), name.hasText else { return nil }
        return name.words(in: language)
    }
}
