import Procurement

/// Writes a notice in the shape of TED_EXPORT R2.0.9: forms F01, F02, F03, F14, F15, F20 and F21.
struct TEDWriter {
    let notice: PublishedNotice

    private var purchase: Purchase { notice.purchase }
    private var form: String { TEDForm(notice: notice).name }
    /// The regions' namespace changed its name with the nomenclature of the year.
    private var nutsPrefix: String { notice.issued.civil.year < 2021 ? "n2016" : "n2021" }

    func markup() -> Markup {
        let year = notice.issued.civil.year
        return Markup(
            "TED_EXPORT",
            [
                "xmlns": "http://publications.europa.eu/resource/schema/ted/R2.0.9/publication",
                "xmlns:xlink": "http://www.w3.org/1999/xlink",
                "xmlns:\(nutsPrefix)":
                    "http://publications.europa.eu/resource/schema/ted/\(nutsPrefix.dropFirst())/nuts",
                "VERSION": year < 2021 ? "R2.0.9.S03.E01" : "R2.0.9.S04.E01", "DOC_ID": notice.id,
                "EDITION": "\(year)\(issue)",
            ]
        ) {
            Markup("TECHNICAL_SECTION") {
                Markup("RECEPTION_ID", "00-000000-001")
                Markup("FORM_LG_LIST", "SV")
                Markup("COMMENTS", "Fiction")
            }
            codedData
            translations
            Markup("FORM_SECTION") { body }
        }
    }

    // MARK: Before the form

    /// The number of the Official Journal's issue: `2021/S 098-…`.
    private var issue: String { String(notice.publicationNumber.dropFirst(7).prefix(3)) }

    private var codedData: Markup {
        Markup("CODED_DATA_SECTION") {
            Markup("REF_OJS") {
                Markup("COLL_OJ", "S")
                Markup("NO_OJ", issue)
                Markup("DATE_PUB", compact(notice.issued.adding(days: 4)))
            }
            Markup("NOTICE_DATA") {
                Markup("NO_DOC_OJS", notice.publicationNumber)
                Markup("LG_ORIG", "SV")
                Markup("ISO_COUNTRY", ["VALUE": "SE"])
                Markup("IA_URL_GENERAL", "https://www.\(purchase.buyer.host)")
                Markup("ORIGINAL_CPV", ["CODE": purchase.cpv[0]])
                Markup("\(nutsPrefix):PERFORMANCE_NUTS", ["CODE": purchase.buyer.place.nuts])
            }
            Markup("CODIF_DATA") {
                Markup("DS_DATE_DISPATCH", compact(notice.issued))
                Markup("AA_AUTHORITY_TYPE", ["CODE": "3"])
                Markup("TD_DOCUMENT_TYPE", ["CODE": TEDForm(notice: notice).documentType])
                Markup("NC_CONTRACT_NATURE", ["CODE": purchase.trade.kind.tedCode])
                Markup("PR_PROC", ["CODE": TEDForm(notice: notice).procedureCode])
                Markup("RP_REGULATION", ["CODE": "4"])
            }
        }
    }

    private func compact(_ date: CalendarDate) -> String { date.description.replacing("-", with: "") }

    private var translations: Markup {
        Markup("TRANSLATION_SECTION") {
            Markup("ML_TITLES") {
                Markup("ML_TI_DOC", ["LG": "SV"]) {
                    Markup("TI_CY", "Sverige")
                    Markup("TI_TOWN", purchase.buyer.place.town)
                    paragraph("TI_TEXT", purchase.subject.title)
                }
            }
            Markup("ML_AA_NAMES") { Markup("AA_NAME", ["LG": "SV"], text: purchase.buyer.name) }
        }
    }

    private func paragraph(_ name: String, _ text: String) -> Markup { Markup(name) { Markup("P", text) } }

    // MARK: The form

    private var body: Markup {
        Markup("\(form)_2014", ["CATEGORY": "ORIGINAL", "FORM": form, "LG": "SV"]) {
            Markup("LEGAL_BASIS", ["VALUE": purchase.buyer.legalBasis])
            if form == "F01" { Markup("NOTICE", ["TYPE": "PRI_ONLY"]) }
            if form == "F21" { Markup("NOTICE", ["TYPE": notice.isResult ? "AWARD_CONTRACT" : "CONTRACT"]) }
            contractingBody
            object
            procedure
            if notice.isResult { TEDAwardWriter(notice: notice, nutsPrefix: nutsPrefix).markup() }
            complementary
            if form == "F14" { changes }
            if form == "F20" { modifications }
        }
    }

    private var contractingBody: Markup {
        let buyer = purchase.buyer
        return Markup("CONTRACTING_BODY") {
            Markup("ADDRESS_CONTRACTING_BODY") {
                Markup("OFFICIALNAME", buyer.name)
                Markup("NATIONALID", buyer.number.dashed)
                Markup("ADDRESS", "Påhittsgatan 1")
                Markup("TOWN", buyer.place.town)
                Markup("POSTAL_CODE", buyer.place.postalCode)
                Markup("COUNTRY", ["VALUE": "SE"])
                Markup("\(nutsPrefix):NUTS", ["CODE": buyer.place.nuts])
                Markup("URL_GENERAL", "https://www.\(buyer.host)")
            }
            if form != "F14" {
                Markup("CA_TYPE", ["VALUE": "REGIONAL_AUTHORITY"])
                Markup("CA_ACTIVITY", ["VALUE": "GENERAL_PUBLIC_SERVICES"])
            }
        }
    }

    private var object: Markup {
        Markup("OBJECT_CONTRACT", form == "F01" ? ["ITEM": "1"] : [:]) {
            paragraph("TITLE", purchase.title)
            Markup("REFERENCE_NUMBER", purchase.reference)
            Markup("CPV_MAIN") { Markup("CPV_CODE", ["CODE": purchase.cpv[0]]) }
            Markup("TYPE_CONTRACT", ["CTYPE": purchase.trade.kind.rawValue.uppercased()])
            paragraph("SHORT_DESCR", purchase.subject.description)
            if form != "F14" {
                value
                if form != "F20" { Markup(purchase.hasLots ? "LOT_DIVISION" : "NO_LOT_DIVISION") }
                for lot in purchase.lots { objectDescription(lot) }
            }
        }
    }

    private var value: Markup? {
        switch notice.kind {
        case .planning, .competition:
            return Markup("VAL_ESTIMATED_TOTAL", ["CURRENCY": "SEK"], text: "\(purchase.estimate).00")
        case .result, .directAward:
            let total = purchase.lots.flatMap(\.outcome.tenders).map(\.value).reduce(0, +)
            if total == 0 || purchase.feature == .withheldValue { return nil }
            return Markup("VAL_TOTAL", ["CURRENCY": "SEK"], text: "\(total).00")
        case .change, .modification:
            return nil
        }
    }

    private func objectDescription(_ lot: PurchaseLot) -> Markup {
        Markup("OBJECT_DESCR", form == "F20" ? [:] : ["ITEM": String(lot.number)]) {
            if purchase.hasLots {
                paragraph("TITLE", lot.title)
                Markup("LOT_NO", String(lot.number))
            }
            // The main code stands above; here are the lot's own and the rest.
            for code in purchase.hasLots ? lot.cpv : Array(purchase.cpv.dropFirst()) {
                Markup("CPV_ADDITIONAL") { Markup("CPV_CODE", ["CODE": code]) }
            }
            Markup("\(nutsPrefix):NUTS", ["CODE": purchase.buyer.place.nuts])
            paragraph("MAIN_SITE", purchase.buyer.place.town)
            paragraph("SHORT_DESCR", lot.description ?? purchase.subject.description)
            if !notice.isResult { Markup("VAL_OBJECT", ["CURRENCY": "SEK"], text: "\(lot.estimate).00") }
            Markup("NO_EU_PROGR_RELATED")
        }
    }

    private var procedure: Markup? {
        if form == "F14" || form == "F20" { return nil }
        if form == "F01" { return Markup("PROCEDURE") { Markup("NO_CONTRACT_COVERED_GPA") } }
        let kind = Markup(TEDForm(notice: notice).procedureElement)
        return Markup("PROCEDURE") {
            if form == "F15" { Markup("DIRECTIVE_2014_24_EU") { kind } } else { kind }
            if purchase.isFramework {
                if form == "F02" { Markup("FRAMEWORK") { Markup("SEVERAL_OPERATORS") } } else { Markup("FRAMEWORK") }
            }
            Markup("CONTRACT_COVERED_GPA")
            if !notice.isResult { Markup("DATE_RECEIPT_TENDERS", purchase.deadline.description) }
        }
    }

    private var complementary: Markup {
        Markup("COMPLEMENTARY_INFO") {
            if form != "F14" {
                Markup("ADDRESS_REVIEW_BODY") {
                    Markup("OFFICIALNAME", "Förvaltningsrätten i Norrvika")
                    Markup("TOWN", "Norrvika")
                    Markup("COUNTRY", ["VALUE": "SE"])
                }
            }
            Markup("DATE_DISPATCH_NOTICE", notice.issued.description)
            if case .change(let reference) = notice.kind { Markup("NOTICE_NUMBER_OJ", reference.publicationNumber) }
        }
    }

    /// What an F14 corrects.
    private var changes: Markup {
        Markup("CHANGES") {
            Markup("CHANGE") {
                Markup("WHERE") {
                    Markup("SECTION", "IV.2.2")
                    Markup("LABEL", "Sista anbudsdag")
                }
                Markup("OLD_VALUE") { Markup("DATE", purchase.deadline.description) }
                Markup("NEW_VALUE") { Markup("DATE", purchase.deadline.adding(days: 7).description) }
            }
        }
    }

    /// What an F20 says of the contract after its change.
    private var modifications: Markup {
        Markup("MODIFICATIONS_CONTRACT") {
            Markup("DESCRIPTION_PROCUREMENT") {
                Markup("CPV_MAIN") { Markup("CPV_CODE", ["CODE": purchase.cpv[0]]) }
                Markup("\(nutsPrefix):NUTS", ["CODE": purchase.buyer.place.nuts])
                paragraph("SHORT_DESCR", "Avtalet förlängs med ett år.")
            }
            Markup("INFO_MODIFICATIONS") {
                paragraph("SHORT_DESCR", "Avtalet förlängs med ett år på oförändrade villkor.")
                paragraph("UNFORESEEN_CIRCUMSTANCE", "Den nya upphandlingen har överklagats.")
            }
        }
    }
}
