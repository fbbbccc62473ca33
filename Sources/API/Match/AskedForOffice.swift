/// Parameters of a question that may say for whom and where; where they don't, they are asked for the office of the
/// configuration. An empty buyer, and an empty list of regions, say that they are asked for none.
package protocol AskedForOffice {
    /// Who buys.
    var buyer: BuyerQuery? { get set }
    /// Where it is to be done, such as SE121.
    var nuts: [String]? { get set }
}

extension MatchCategory.Parameters: AskedForOffice {}
extension MatchChallenge.Parameters: AskedForOffice {}
extension MatchSupplier.Parameters: AskedForOffice {}
extension NeedsExplore.Parameters: AskedForOffice {}
extension MeetingPlan.Parameters: AskedForOffice {}
extension CouncilCompose.Parameters: AskedForOffice {}
extension MeetingsSchedule.Parameters: AskedForOffice {}
extension SuppliersLike.Parameters: AskedForOffice {}
