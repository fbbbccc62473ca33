import API

/// How many values were at most so large, with their sum and their number.
struct Histogram: Sendable, Hashable {
    /// Upper bounds in seconds: from what a look at one row takes to what a back-test takes.
    static let seconds: [Double] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60]

    let bounds: [Double]
    /// By bound, those that no lower bound holds; the last for what is above all.
    private var counts: [Int]
    private(set) var sum = 0.0

    /// - Parameter bounds: ascending.
    init(bounds: [Double] = Self.seconds) {
        self.bounds = bounds
        counts = Array(repeating: 0, count: bounds.count + 1)
    }

    var count: Int { counts.reduce(0, +) }

    mutating func add(_ value: Double) {
        counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
        sum += value
    }

    /// The samples of one set of labels, in the order that the format asks for.
    func samples(_ name: String, _ labels: SortedMap<String>) -> [MetricSample] {
        var samples: [MetricSample] = []
        var below = 0
        for (bound, count) in zip(bounds.map(MetricText.number) + ["+Inf"], counts) {
            below += count
            var labels = labels
            labels["le"] = bound
            samples.append(MetricSample("\(name)_bucket", labels, Double(below)))
        }
        return samples + [
            MetricSample("\(name)_sum", labels, sum), MetricSample("\(name)_count", labels, Double(below)),
        ]
    }
}
