import Procurement

/// What became of one row of a register.
enum RegisterOutcome {
    case firm(RegisteredFirm)
    /// A natural person's, or a dead estate's: nothing of it is handed on.
    case person
    case refused(reason: String, detail: String)
}
