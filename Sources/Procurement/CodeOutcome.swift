/// What became of one row of a list of codes: read, or refused with a reason.
package enum CodeOutcome: Sendable, Hashable {
    case label(CodeLabel, at: FeedPosition)
    case refusal(Refusal)
}
