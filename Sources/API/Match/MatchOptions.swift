import JSON
import JSONRPC
import Procurement

/// What the four matches have in common. Its members stand beside the method's own in `params`.
@WireType
package struct MatchOptions: Described {
    /// How many at most: 1 to 1000, 20 where nothing is said.
    @Defaulted package var limit: Limit = .standard
    /// Whether to give signals and evidence; true where nothing is said.
    @Defaulted package var explain: Bool = true
    /// Weights of signals by name, 0 or more, in place of the configured ones; the others stay.
    @Within(.weights) package var weights: SortedMap<Points>?
    /// Which suppliers may be in the answer.
    @Named("where") package var filter: SupplierFilter?
    /// The language of the reasons: sv, or en where nothing is said.
    package var language: TextLanguage?
    /// Whether a ranked list gives the best suppliers without a known win apart too. Default true for categories and
    /// challenges, false for notices; where.newcomers leaves nothing to tell apart.
    package var newcomers: Bool?
    /// Whether suppliers of one corporate group, as far as names tell, are one row: the best of them, which names the others.
    /// Default false. Ranks stay those of the whole list; of a group those are told that stand among the first 3 × limit + 20.
    package var fold: Bool?
    /// Whether to keep the answer in a dossier; where nothing is said, dossier.lists of the configuration tells.
    package var keep: Bool?
}
