import JSON
import JSONRPC

/// How many entries to give at most: 1 to 1000, 20 where nothing is said.
package struct Limit: Sendable, Hashable, Codable, ExpressibleByIntegerLiteral {
    package static let range = 1...1000
    package static let standard = Limit(clamping: 20)

    package let count: Int

    /// Brings the count into the range.
    package init(clamping count: Int) { self.count = min(max(count, Self.range.lowerBound), Self.range.upperBound) }
    package init(integerLiteral value: Int) { self.init(clamping: value) }

    package init(from decoder: any Decoder) throws {
        let count = try? decoder.singleValueContainer().decode(Int.self)
        guard let count, Self.range.contains(count) else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: "a whole number from \(Self.range.lowerBound) to \(Self.range.upperBound)"))
        }
        self.count = count
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(count)
    }
}
