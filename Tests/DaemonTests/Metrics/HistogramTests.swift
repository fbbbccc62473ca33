import API
import Testing

@testable import Daemon

/// Counting by bounds.
@Suite struct HistogramTests {
    @Test func countsEachValueUnderEveryBoundThatHoldsIt() {
        var histogram = Histogram(bounds: [0.1, 1])
        for value in [0.05, 0.1, 0.5, 1.0, 7] { histogram.add(value) }
        let samples = histogram.samples("t_seconds", ["method": "m"])
        #expect(
            samples.map(\.name) == Array(repeating: "t_seconds_bucket", count: 3) + [
                "t_seconds_sum", "t_seconds_count",
            ])
        #expect(samples.map(\.labels["le"]) == ["0.1", "1", "+Inf", nil, nil])
        #expect(samples.map(\.value).dropLast(2) == [2, 4, 5])
        #expect(abs(samples[3].value - 8.65) < 1e-9)
        #expect(samples[4].value == 5)
        #expect(samples.allSatisfy { $0.labels["method"] == "m" })
    }

    @Test func theBoundsAscend() {
        #expect(Histogram.seconds == Histogram.seconds.sorted())
        #expect(Set(Histogram.seconds).count == Histogram.seconds.count)
    }
}
