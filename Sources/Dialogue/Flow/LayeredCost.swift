/// The price of one unit on an arc, in layers: an upper layer is never traded for a lower one.
///
/// With layers no weight must be chosen large enough that a thousand good scores can't outweigh one broken promise.
package struct LayeredCost: Sendable, Hashable, Comparable {
    /// −1 for each unit of a requirement that is met (more where the requirement may not yield to others).
    package var need: Int
    /// The score with its sign turned, since flows seek the least.
    package var score: Int
    /// Breaks ties by the order of ids.
    package var order: Int

    package init(need: Int = 0, score: Int = 0, order: Int = 0) {
        self.need = need
        self.score = score
        self.order = order
    }

    package static let zero = LayeredCost()

    package static func + (left: Self, right: Self) -> Self {
        LayeredCost(
            need: left.need + right.need, score: left.score + right.score, order: left.order + right.order)
    }

    package static func - (left: Self, right: Self) -> Self {
        LayeredCost(
            need: left.need - right.need, score: left.score - right.score, order: left.order - right.order)
    }

    package static prefix func - (cost: Self) -> Self { zero - cost }

    package static func < (left: Self, right: Self) -> Bool {
        if left.need != right.need { return left.need < right.need }
        if left.score != right.score { return left.score < right.score }
        return left.order < right.order
    }
}
