/// One decision about one or more lots: a winning tender (or a consortium's), or that nobody won.
///
/// A lot that several tenders won (a framework) gives several awards.
package struct Award: Sendable, Hashable, Codable {
    package enum Outcome: Sendable, Hashable, Codable {
        /// A winner was chosen. Its names may still be withheld, or whether one was chosen at all (BT-142 masked): then
        /// `winners` is empty and this says so.
        case awarded(winnersWithheld: Bool)
        /// The lot was closed without a winner; the code of the reason where stated (BT-144).
        case noWinner(reason: String?)
        /// Not decided yet (`open-nw`).
        case open
        /// The notice doesn't say.
        case unstated
    }

    /// The lots it settles, as the notice writes them; they may match none in `Notice.lots`. Empty: the whole.
    package var lots: [LotID]
    package var outcome: Outcome
    /// Whoever won: several for a consortium. Subcontractors are not winners.
    package var winners: [OrganisationID]
    package var value: Disclosed<Money>
    /// How many tenders came in for the lots (BT-759).
    package var tendersReceived: Disclosed<Int>
    package var concluded: CalendarDate?
    /// The contract's end, where stated, for planning what comes next.
    package var ends: CalendarDate?
    package var title: LocalizedText
    package var contractNumber: String?

    package init(lots: [LotID] = [], outcome: Outcome = .unstated, winners: [OrganisationID] = []) {
        self.lots = lots
        self.outcome = outcome
        self.winners = winners
        value = .missing
        tendersReceived = .missing
        title = []
    }
}
