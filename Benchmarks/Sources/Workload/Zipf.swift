import Foundation

/// Ranks drawn by the law of Zipf and Mandelbrot: rank r with a probability of 1 / (r + offset).
package struct Zipf: Sendable {
    /// Cumulative, the last 1.
    private let shares: [Double]

    package init(count: Int, offset: Double) {
        var sum = 0.0
        var shares: [Double] = []
        for rank in 1...count {
            sum += 1 / (Double(rank) + offset)
            shares.append(sum)
        }
        self.shares = shares.map { $0 / sum }
    }

    /// A rank from 0.
    package func draw(_ generator: inout some RandomNumberGenerator) -> Int {
        let point = Double.random(in: 0..<1, using: &generator)
        var (low, high) = (0, shares.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if shares[middle] > point { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
