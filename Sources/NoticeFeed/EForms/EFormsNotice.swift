import Procurement

/// Reads one eForms document.
struct EFormsNotice {
    let root: Element
    private let extensions: EFormsExtension

    init(root: Element) {
        self.root = root
        extensions = root.eForms
    }

    func read(id: NoticeID) -> Notice {
        let type = root.first("NoticeTypeCode")?.code
        let schema = root.first("CustomizationID")?.text
        var notice = Notice(
            id: id, version: root.first("VersionID")?.text.flatMap(NoticeVersion.read) ?? 1,
            source: NoticeSource(dialect: .eForms, schema: schema),
            purpose: EFormsPurpose.purpose(type: type, root: root.name))
        notice.type = type
        notice.subtype = extensions.path("NoticeSubType", "SubTypeCode")?.code
        if EFormsPurpose.isModification(subtype: notice.subtype) { notice.purpose = .contractModification }
        if notice.purpose == .contractModification { notice.modifies = modifies }
        notice.procedureID = root.first("ContractFolderID")?.text.map { ProcedureID($0) }
        notice.changes = changes
        notice.languages = languages
        notice.issued = root.first("IssueDate")?.date
        notice.published = extensions.path("Publication", "PublicationDate")?.date
        // BT-738 is a wish, and better than no date at all.
        if notice.date == nil { notice.published = root.first("RequestedPublicationDate")?.date }
        // Portals that publish nothing in the Official Journal write `n.a.`.
        let number = extensions.path("Publication", "NoticePublicationID")?.text
        notice.publicationNumber = number.flatMap { $0.contains(where: \.isNumber) ? $0 : nil }
        notice.withheld = EFormsPrivacy.everything(in: root)

        var organisations = EFormsOrganisations(extensions.all("Organizations"))
        notice.buyers =
            root.all("ContractingParty").compactMap { $0.first("Party").flatMap { organisations.id(of: $0) } }
            .withoutRepeats
        notice.lots = root.all("ProcurementProjectLot").compactMap { EFormsLot($0).read() }
        notice.procedure = procedure
        readProject(into: &notice)
        readResults(into: &notice, &organisations)
        notice.organisations = organisations.list
        return notice
    }

    /// From the eForms extension, or where it has none, UBL's own.
    private func readResults(into notice: inout Notice, _ organisations: inout EFormsOrganisations) {
        let results = extensions.all("NoticeResult")
        if results.isEmpty {
            notice.awards = UBLResults(root, lots: notice.lots, contractEnds: contractEnds).read(&organisations)
            guard root.first("TenderResult") != nil, let project = root.first("ProcurementProject") else { return }
            notice.value = EFormsProject(project).resultValue.orElse(notice.value)
        } else {
            let results = EFormsResults(results, organisations: organisations, contractEnds: contractEnds)
            notice.awards = results.read()
            notice.value = results.value.orElse(notice.value)
        }
    }

    /// What the whole procedure buys; where the notice says it only by lot, what its lots say.
    private func readProject(into notice: inout Notice) {
        if let project = root.first("ProcurementProject").map(EFormsProject.init) {
            notice.title = project.title
            notice.description = project.description
            notice.kind = project.kind
            notice.cpv = project.cpv
            notice.nuts = project.nuts
            notice.value = project.value
        }
        if notice.title.isEmpty { notice.title = notice.lots.first?.title ?? [] }
        if notice.cpv.isEmpty { notice.cpv = notice.lots.flatMap(\.cpv).withoutRepeats }
        if notice.nuts.isEmpty { notice.nuts = notice.lots.flatMap(\.nuts).withoutRepeats }
        if notice.kind == nil { notice.kind = notice.lots.lazy.compactMap(\.kind).first }
    }

    /// BT-702(a) and BT-702(b).
    private var languages: [String] {
        let main = [root.first("NoticeLanguageCode")?.code]
        let others = root.all("AdditionalNoticeLanguage").map { $0.first("ID")?.code }
        return (main + others).compactMap { $0?.uppercased() }.withoutRepeats
    }

    /// BT-758: a notice id with its version (`uuid-01`), a bare id, or a publication number. BT-140: the reason.
    private var changes: ChangedNotice? {
        guard let changes = extensions.first("Changes"), let text = changes.first("ChangedNoticeIdentifier")?.text
        else { return nil }
        let (id, version) = Self.reference(text)
        return ChangedNotice(id: id, version: version, reason: changes.path("ChangeReason", "ReasonCode")?.code)
    }

    /// BT-1501: the notice that told of the contract, written as in BT-758, and which of its sections.
    private var modifies: ModifiedContract? {
        guard let modification = extensions.first("ContractModification"),
            let text = modification.first("ChangedNoticeIdentifier")?.text
        else { return nil }
        let sections = modification.all("Change").flatMap { change in
            (Array(change.all("ChangedSection")) + [change]).compactMap { $0.first("ChangedSectionIdentifier")?.text }
        }
        return ModifiedContract(notice: Self.reference(text).id, sections: sections.withoutRepeats)
    }

    private static func reference(_ text: String) -> (id: NoticeID, version: Int?) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        // A UUID has five parts; a sixth is the version.
        if parts.count == 6, text.utf8.count == 39, let version = Int(parts[5]) {
            return (NoticeID(String(text.dropLast(3))), version)
        }
        return (NoticeID(text), nil)
    }

    private var procedure: Procedure {
        let process = root.first("TenderingProcess")
        var procedure = Procedure(type: process?.first("ProcedureCode")?.code)
        for reason in process?.all("ProcessJustification").compactMap({ $0.first("ProcessReasonCode") }) ?? []
        where reason.attribute("listName", is: "accelerated-procedure") {
            procedure.isAccelerated = reason.flag
        }
        procedure.legalBasis = root.first("RegulatoryDomain")?.text
        readTechniques(into: &procedure)
        return procedure
    }

    /// BT-765 and BT-766: of the first lot that uses one; `none` where every lot says so.
    private func readTechniques(into procedure: inout Procedure) {
        if let process = root.first("TenderingProcess") { readTechniques(of: process, into: &procedure) }
        for lot in root.all("ProcurementProjectLot") {
            if let process = lot.first("TenderingProcess") { readTechniques(of: process, into: &procedure) }
        }
    }

    private func readTechniques(of process: Element, into procedure: inout Procedure) {
        for system in process.all("ContractingSystem") {
            guard let type = system.first("ContractingSystemTypeCode"), let code = type.code else { continue }
            if type.attribute("listName", is: "framework-agreement") {
                if procedure.framework ?? "none" == "none" { procedure.framework = code }
            } else if type.attribute("listName", is: "dps-usage") {
                if procedure.dynamicPurchasingSystem ?? "none" == "none" { procedure.dynamicPurchasingSystem = code }
            }
        }
    }

    /// By lot: the end of what is bought (BT-537).
    private var contractEnds: [LotID: CalendarDate] {
        var ends: [LotID: CalendarDate] = [:]
        for lot in root.all("ProcurementProjectLot") {
            guard let id = lot.first("ID")?.text else { continue }
            ends[LotID(id)] = lot.path("ProcurementProject", "PlannedPeriod", "EndDate")?.date
        }
        return ends
    }
}
