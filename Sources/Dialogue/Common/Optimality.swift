/// How good a plan is against the best that could exist under the same constraints.
package struct Optimality: Sendable, Hashable, Codable {
    /// The plan's own total, in micro-units of score.
    package let value: Int
    /// No plan that holds the constraints has a higher total than this.
    package let bound: Int

    /// What could at most be gained; 0 says that the plan is proven best.
    package var gap: Int { bound - value }
    package var isExact: Bool { gap == 0 }
}
