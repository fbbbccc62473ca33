/// How long each question took.
struct Measured {
    private var milliseconds: [Double] = []

    init() {}

    mutating func time<Answer>(_ work: () throws -> Answer) rethrows -> Answer {
        let clock = ContinuousClock()
        let start = clock.now
        let answer = try work()
        let taken = clock.now - start
        milliseconds.append(Double(taken.components.seconds) * 1e3 + Double(taken.components.attoseconds) / 1e15)
        return answer
    }

    /// In milliseconds.
    func quantile(_ share: Double) -> Double {
        let sorted = milliseconds.sorted()
        return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}
