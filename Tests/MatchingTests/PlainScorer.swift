import Foundation
import Language
import Procurement

@testable import Matching

/// Likeness and scores as the definitions have them: dictionaries, nested loops and nothing prepared.
struct PlainScorer {
    let market: Market
    private let past: [PastProcurement]

    init(_ market: Market) {
        self.market = market
        past = market.facts.procurements.filter { !$0.wins.isEmpty }
    }

    /// Σ over the runs of four characters of tf-idf products, over both lengths.
    func titleCosine(_ left: String, _ right: String) -> Double {
        let texts = past.map { Set(CharacterGrams.of(FoldedText($0.title))) }
        func weights(_ text: String) -> [UInt64: Double] {
            var counts: [UInt64: Double] = [:]
            for gram in CharacterGrams.of(FoldedText(text)) { counts[gram, default: 0] += 1 }
            var weights: [UInt64: Double] = [:]
            for (gram, count) in counts {
                let holders = texts.count { $0.contains(gram) }
                if holders > 0 { weights[gram] = (1 + log(count)) * log(1 + Double(texts.count) / Double(holders)) }
            }
            return weights
        }
        let (one, other) = (weights(left), weights(right))
        let product = one.reduce(0) { $0 + $1.value * (other[$1.key] ?? 0) }
        func length(_ weights: [UInt64: Double]) -> Double { weights.values.reduce(0) { $0 + $1 * $1 }.squareRoot() }
        return length(one) > 0 && length(other) > 0 ? product / (length(one) * length(other)) : 0
    }

    /// ln((N + 1) / (holders + 1)) / ln(N + 1) of the deepest branch that both codes lie in.
    func cpvContent(_ left: CPVCode, _ right: CPVCode) -> Double {
        var content = 0.0
        for digits in 2...8
        where digits <= left.depth && digits <= right.depth && left.prefix(digits) == right.prefix(digits) {
            let holders = past.count {
                $0.cpv.first.map { $0.depth >= digits && $0.prefix(digits) == left.prefix(digits) } ?? false
            }
            content = log(Double(past.count + 1) / Double(holders + 1)) / log(Double(past.count + 1))
        }
        return content
    }

    /// Σ weight · value / Σ weight over the known values, each part rounded to a millionth.
    static func score(_ values: [(value: Float?, weight: Float)]) -> Int {
        var known: Float = 0
        for (value, weight) in values where value != nil { known += weight }
        return values.reduce(0) { sum, entry in
            guard let value = entry.value else { return sum }
            return sum + Int((value * (entry.weight / known) * 1_000_000 + 0.5).rounded(.down))
        }
    }
}
