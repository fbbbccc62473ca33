/// Upper bounds of a function that never falls, looked up: for a measure that is asked of very many suppliers.
///
/// A step is a 32nd of an octave: the upper bits of a float.
struct StepTable {
    private static let droppedBits: UInt32 = 18

    private let first: Int
    /// By step: the value at its upper end.
    private let values: [Float]

    /// - Parameters:
    ///   - least: above zero. What is smaller counts as this.
    ///   - most: what is greater counts as this.
    init(from least: Float, to most: Float, _ function: (Float) -> Float) {
        let first = Self.step(least)
        self.first = first
        values = (first...max(first, Self.step(most))).map { step in
            function(Float(bitPattern: UInt32(step + 1) << Self.droppedBits))
        }
    }

    func ceiling(_ argument: Float) -> Float {
        values[min(max(Self.step(argument) - first, 0), values.count - 1)]
    }

    private static func step(_ argument: Float) -> Int { Int(argument.bitPattern >> droppedBits) }
}
