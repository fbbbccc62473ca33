import JSON
import JSONRPC
import Procurement

/// The weights in force for each kind of question, by signal.
@WireType
package struct WeightsByKind: Described {
    /// For notices.
    package var notice: SortedMap<Points>
    /// For categories.
    package var category: SortedMap<Points>
    /// For challenges.
    package var challenge: SortedMap<Points>
    /// For needs in plain words.
    package var need: SortedMap<Points>

    static var example: WeightsByKind {
        let weights: SortedMap<Points> = ["experience": Points(millionths: 400_000)]
        return WeightsByKind(notice: weights, category: weights, challenge: weights, need: weights)
    }
}
