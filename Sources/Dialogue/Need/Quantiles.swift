/// Five figures of a sorted list, each a value that occurs in it: the smallest, a quarter, half, three quarters and
/// the largest by nearest rank (Hyndman and Fan 1996, type 1), so that money stays exact.
package struct Quantiles<Value: Sendable & Hashable>: Sendable, Hashable {
    package let least: Value
    package let lowerQuartile: Value
    package let median: Value
    package let upperQuartile: Value
    package let greatest: Value

    /// `nil` for no values.
    /// - Parameter sorted: rising.
    package init?(_ sorted: [Value]) {
        guard let first = sorted.first, let last = sorted.last else { return nil }
        func at(quarter: Int) -> Value { sorted[max(0, (sorted.count * quarter + 3) / 4 - 1)] }
        least = first
        lowerQuartile = at(quarter: 1)
        median = at(quarter: 2)
        upperQuartile = at(quarter: 3)
        greatest = last
    }
}
