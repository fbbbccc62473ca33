import Procurement

/// Writes a notice in the shape of eForms UBL 2.3: ContractNotice, PriorInformationNotice, ContractAwardNotice.
struct EFormsWriter {
    let notice: PublishedNotice

    private var purchase: Purchase { notice.purchase }
    private var form: EFormsForm { EFormsForm(notice: notice) }

    func markup() -> Markup {
        Markup(
            form.root,
            [
                "xmlns": "urn:oasis:names:specification:ubl:schema:xsd:\(form.root)-2",
                "xmlns:cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
                "xmlns:cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
                "xmlns:ext": "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
                "xmlns:efac": "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1",
                "xmlns:efbc": "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1",
                "xmlns:efext": "http://data.europa.eu/p27/eforms-ubl-extensions/1",
            ]
        ) {
            extensions
            header
            contractingParties
            if !notice.isPlanning {
                Markup("cac:TenderingProcess") {
                    Markup(
                        "cbc:ProcedureCode", ["listName": "procurement-procedure-type"],
                        text: purchase.procedureType.rawValue)
                }
            }
            project
            for lot in purchase.lots { EFormsLotWriter(notice: notice, lot: lot, zone: form.zone).markup() }
            if case .result = notice.kind {
                Markup("cac:TenderResult") { Markup("cbc:AwardDate", purchase.decided.description + form.zone) }
            }
        }
    }

    @MarkupBuilder private var header: [Markup] {
        Markup("cbc:UBLVersionID", "2.3")
        Markup("cbc:CustomizationID", form.customization)
        Markup("cbc:ID", ["schemeName": "notice-id"], text: notice.id)
        if !notice.isPlanning { Markup("cbc:ContractFolderID", purchase.procedureID) }
        Markup("cbc:IssueDate", notice.issued.description + form.zone)
        Markup("cbc:IssueTime", "10:15:00" + form.zone)
        Markup("cbc:VersionID", "0\(notice.version)")
        Markup("cbc:RegulatoryDomain", purchase.feature == .national ? "other" : purchase.buyer.legalBasis)
        Markup("cbc:NoticeTypeCode", ["listName": form.type.list], text: form.type.code)
        Markup("cbc:NoticeLanguageCode", "SWE")
        if purchase.titleInEnglish != nil {
            Markup("cac:AdditionalNoticeLanguage") { Markup("cbc:ID", "ENG") }
        }
    }

    /// What eForms adds to UBL: results, changes, the form's number, organisations.
    private var extensions: Markup {
        Markup("ext:UBLExtensions") {
            Markup("ext:UBLExtension") {
                Markup("ext:ExtensionContent") {
                    Markup("efext:EformsExtension") {
                        if notice.isResult { EFormsResultWriter(notice: notice).markup() }
                        changes
                        Markup("efac:NoticeSubType") {
                            Markup("cbc:SubTypeCode", ["listName": "notice-subtype"], text: form.subtype)
                        }
                        EFormsOrganisationWriter(purchase: purchase, withWinners: notice.isResult).markup()
                        Markup("efac:Publication") {
                            Markup(
                                "efbc:NoticePublicationID", ["schemeName": "ojs-notice-id"],
                                text: "00\(notice.publicationNumber)")
                            Markup("efbc:PublicationDate", notice.issued.adding(days: 2).description + form.zone)
                        }
                    }
                }
            }
        }
    }

    private var changes: Markup? {
        guard case .change(let changed) = notice.kind else { return nil }
        return Markup("efac:Changes") {
            Markup("efbc:ChangedNoticeIdentifier", "\(changed.id)-01")
            Markup("efac:Change") {
                Markup("efbc:ChangeDescription", ["languageID": "SWE"], text: "Sista anbudsdag flyttas fram en vecka.")
                Markup("efac:ChangedSection") { Markup("efbc:ChangedSectionIdentifier", "LOT-0001") }
            }
            Markup("efac:ChangeReason") {
                Markup("cbc:ReasonCode", ["listName": "change-corrig-justification"], text: "cor-buy")
            }
        }
    }

    /// One for each buyer.
    @MarkupBuilder private var contractingParties: [Markup] {
        for (index, buyer) in ([purchase.buyer] + purchase.jointBuyers).enumerated() {
            Markup("cac:ContractingParty") {
                Markup("cbc:BuyerProfileURI", "https://www.\(buyer.host)/upphandling")
                Markup("cac:ContractingPartyType") {
                    Markup("cbc:PartyTypeCode", ["listName": "buyer-legal-type"], text: buyer.legalType.rawValue)
                }
                Markup("cac:Party") { EFormsOrganisationWriter.reference("ORG-000\(index + 1)") }
            }
        }
    }

    private var project: Markup {
        Markup("cac:ProcurementProject") {
            Markup("cbc:ID", ["schemeName": "InternalID"], text: purchase.reference)
            Markup("cbc:Name", ["languageID": "SWE"], text: purchase.title)
            if let title = purchase.titleInEnglish { Markup("cbc:Name", ["languageID": "ENG"], text: title) }
            Markup("cbc:Description", ["languageID": "SWE"], text: purchase.subject.description)
            Markup("cbc:ProcurementTypeCode", ["listName": "contract-nature"], text: purchase.trade.kind.rawValue)
            if !notice.isResult { EFormsLotWriter.estimate(purchase.estimate) }
            EFormsLotWriter.classification(purchase.cpv)
            EFormsLotWriter.location(purchase.buyer.place)
        }
    }
}
