/// What a notice is in the words of TED_EXPORT.
struct TEDForm {
    let notice: PublishedNotice

    private var purchase: Purchase { notice.purchase }

    /// `F03`.
    var name: String {
        switch notice.kind {
        case .planning: "F01"
        case .competition: purchase.feature == .social ? "F21" : "F02"
        case .change: "F14"
        case .directAward: "F15"
        case .result: purchase.feature == .social ? "F21" : "F03"
        case .modification: "F20"
        }
    }

    /// TED's list of document types.
    var documentType: String {
        switch notice.kind {
        case .planning: "0"
        case .competition: "3"
        case .change: "2"
        case .directAward: "V"
        case .result: "7"
        case .modification: "M"
        }
    }

    /// TED's list of procedures.
    var procedureCode: String {
        switch purchase.procedureType {
        case .open, .other: "1"
        case .restricted: "2"
        case .negotiated: "4"
        case .direct: "V"
        }
    }

    var procedureElement: String {
        switch purchase.procedureType {
        case .open, .other: "PT_OPEN"
        case .restricted: "PT_RESTRICTED"
        case .negotiated: "PT_COMPETITIVE_NEGOTIATION"
        case .direct: "PT_AWARD_CONTRACT_WITHOUT_CALL"
        }
    }
}
