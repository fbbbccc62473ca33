import Procurement

/// What a notice is in the words of eForms: root, type, subtype, version.
struct EFormsForm {
    let notice: PublishedNotice

    private var purchase: Purchase { notice.purchase }

    var root: String {
        switch notice.kind {
        case .planning: "PriorInformationNotice"
        case .competition, .change: "ContractNotice"
        case .directAward, .result, .modification: "ContractAwardNotice"
        }
    }

    /// Form type (BT-03) and notice type (BT-02).
    var type: (list: String, code: String) {
        let isSocial = purchase.feature == .social
        return switch notice.kind {
        case .planning: ("planning", "pin-only")
        case .competition, .change: ("competition", isSocial ? "cn-social" : "cn-standard")
        case .directAward: ("dir-awa-pre", "veat")
        case .result: ("result", isSocial ? "can-social" : "can-standard")
        case .modification: ("cont-modif", "can-modif")
        }
    }

    /// The number of the form in Regulation (EU) 2019/1780, annex, table 2; the utilities' are one higher.
    var subtype: String {
        let classic =
            switch (notice.kind, purchase.feature) {
            case (.planning, _): 4
            case (.competition, .social), (.change, .social): 20
            case (.competition, _), (.change, _): 16
            case (.directAward, _): 25
            case (.result, .social): 33
            case (.result, _): 29
            case (.modification, _): 38
            }
        if purchase.feature == .national { return "N\(classic)" }
        return String(purchase.buyer.legalType == .publicUndertaking ? classic + 1 : classic)
    }

    /// The SDK's versions came one after the other.
    var customization: String {
        let (year, month, _) = notice.issued.civil
        let version =
            switch year * 100 + month {
            case ..<202312: "1.3"
            case ..<202402: "1.5"
            case ..<202404: "1.7"
            case ..<202406: "1.8"
            case ..<202409: "1.9"
            case ..<202412: "1.10"
            case ..<202504: "1.12"
            default: "1.13"
            }
        let national = purchase.feature == .national ? "#urn:fdc:norrvika.example:2023:eforms:national" : ""
        return "eforms-sdk-\(version)\(national)"
    }

    /// Dates come with an offset, with Z, or with neither, as publishers write them.
    var zone: String { ["+01:00", "Z", ""][Int(notice.issued.daysSinceEpoch) % 3] }
}
