import Procurement

/// What a lot result, or UBL's `cac:TenderResult`, says of its lots (BT-142).
enum EFormsDecision {
    case winner
    case noWinner(reason: String?)
    case open
    /// The code is masked, or a FieldsPrivacy block says that it is withheld. Then nobody is named, whatever tenders
    /// stand beside it.
    case withheld
    /// No code, or one that no list has.
    case unstated

    /// Why nobody won (BT-144, the list `non-award-justification`). The first tailorings of eForms write it in the
    /// place of `clos-nw`.
    private static let reasons: Set = [
        "all-rej", "chan-need", "ins-fund", "no-rece", "no-signed", "one-admis", "other", "rev-body", "rev-buyer",
        "tch-pr-error",
    ]

    init(_ result: Element) {
        let code = result.first("TenderResultCode")
        switch code?.code {
        case "clos-nw": self = .noWinner(reason: result.path("DecisionReason", "DecisionReasonCode")?.code)
        case "open-nw": self = .open
        case let reason? where Self.reasons.contains(reason): self = .noWinner(reason: reason)
        case _ where code?.textIs("unpublished") == true || EFormsPrivacy.withholding("win-cho", in: result) != nil:
            self = .withheld
        case "selec-w": self = .winner
        default: self = .unstated
        }
    }

    /// True where the tenders or parties listed may have won.
    var mayNameWinners: Bool {
        switch self {
        case .winner, .unstated: true
        case .noWinner, .open, .withheld: false
        }
    }

    /// The outcome of lots for which nobody is named.
    var outcomeWithoutWinners: Award.Outcome {
        switch self {
        case .winner: .awarded(winnersWithheld: false)
        case .noWinner(let reason): .noWinner(reason: reason)
        case .open: .open
        case .withheld: .awarded(winnersWithheld: true)
        case .unstated: .unstated
        }
    }
}
