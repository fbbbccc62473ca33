/// A measure brought to a value by straight lines between knots: never falling, so that more is never worse.
///
/// A signal of one measure rises to 1. A signal of several adds up one curve each, and together they rise to 1.
struct Curve: Sendable {
    private let knots: [Float]
    private let heights: [Float]

    /// - Parameters:
    ///   - knots: ascending, at least two.
    ///   - heights: at each knot, from 0, never falling. Outside the knots the curve is level.
    init(knots: [Float], heights: [Float]) {
        self.knots = knots
        self.heights = heights
    }

    /// The greatest value.
    var most: Float { heights.last ?? 0 }

    func callAsFunction(_ measure: Float) -> Float {
        knots.withUnsafeBufferPointer { knots in
            heights.withUnsafeBufferPointer { heights in
                guard measure > knots[0] else { return heights[0] }
                var index = 1
                while index < knots.count, measure >= knots[index] { index += 1 }
                guard index < knots.count else { return heights[index - 1] }
                let part = (measure - knots[index - 1]) / (knots[index] - knots[index - 1])
                return heights[index - 1] + part * (heights[index] - heights[index - 1])
            }
        }
    }
}
