/// A measure brought to [0, 1] by straight lines between knots: never falling, so that more is never worse.
struct Curve: Sendable {
    private let knots: [Float]
    /// At each knot.
    private let heights: [Float]

    /// - Parameters:
    ///   - knots: ascending; below the first the curve is 0, above the last 1.
    ///   - rises: how much it rises between each two knots, in any unit; none negative, one positive.
    init(knots: [Float], rises: [Float]) {
        let total = rises.reduce(0, +)
        var sum: Float = 0
        heights =
            [0]
            + rises.map { rise in
                sum += rise
                return sum / total
            }
        self.knots = knots
    }

    func callAsFunction(_ measure: Float) -> Float {
        guard let first = knots.first, measure > first else { return 0 }
        for index in 1..<knots.count where measure < knots[index] {
            let part = (measure - knots[index - 1]) / (knots[index] - knots[index - 1])
            return heights[index - 1] + part * (heights[index] - heights[index - 1])
        }
        return 1
    }
}
