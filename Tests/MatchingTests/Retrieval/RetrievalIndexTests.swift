import Containers
import Foundation
import Procurement
import Testing

@testable import Matching

@Suite struct RetrievalIndexTests {
    /// Suppliers with codes of few divisions, words of a small vocabulary and no, one or several regions.
    private struct Texts {
        var words: [[Int32]] = []
        var codes: [[Int32]] = []
        var regions: [[NUTSCode]] = []
        static let wordCount = 40
        static let places = ["SE", "SE1", "SE110", "SE121", "SE232", "FI1B1"].compactMap { NUTSCode($0) }

        init(_ count: Int, seed: UInt64) {
            var generator = SplitMix64(seed: seed)
            for _ in 0..<count {
                words.append(
                    (0..<Int.random(in: 0...12, using: &generator)).map { _ in
                        Int32(
                            min(
                                Int.random(in: 0..<Self.wordCount, using: &generator),
                                Int.random(in: 0..<20, using: &generator)))
                    })
                codes.append(
                    (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                        [45_210_000, 45_000_000, 45_211_350, 3_000_000, 30_000_000, 30_200_000, 72_212_000][
                            Int.random(in: 0..<7, using: &generator)]
                    })
                let several = [0, 1, 1, 1, 1, 2, 3][Int.random(in: 0..<7, using: &generator)]
                regions.append(
                    Array(
                        Set(
                            (0..<several).map { _ in
                                Self.places[Int.random(in: Self.places.indices, using: &generator)]
                            })
                    ).sorted())
            }
        }

        var index: RetrievalIndex {
            RetrievalIndex(words: words, wordCount: Self.wordCount, codes: codes, regions: regions)
        }

        /// The formula, one supplier after another.
        func plain(_ query: RetrievalIndex.Query, limit: Int) -> [RetrievalIndex.Hit] {
            let mean = Float(words.reduce(0) { $0 + $1.count }) / Float(words.count)
            func weight(_ holders: Int) -> Int32 {
                Int32((512 * log(1 + (Float(words.count) - Float(holders) + 0.5) / (Float(holders) + 0.5))).rounded())
            }
            func matches(_ supplier: Int, _ pattern: CPVPattern) -> Bool {
                codes[supplier].contains { String($0 + 100_000_000).dropFirst().hasPrefix(pattern.digits) }
            }
            let wordWeights = query.words.map { word in weight(words.count { $0.contains(word) }) }
            let patterns = Array(Set(query.patterns))
            let patternWeights = patterns.map { pattern in weight(words.indices.count { matches($0, pattern) }) }
            var hits: [RetrievalIndex.Hit] = []
            for supplier in words.indices {
                if let wanted = query.regions,
                    !regions[supplier].contains(where: { own in wanted.contains { $0.contains(own) } })
                {
                    continue
                }
                var score: Int32 = 0
                for (word, weight) in zip(query.words, wordWeights) {
                    let times = words[supplier].count { $0 == word }
                    guard times > 0 else { continue }
                    let share = 0.25 + 0.75 * Float(words[supplier].count) / mean
                    let impact = Int32((255 * Float(times) / (Float(times) + 1.2 * share)).rounded())
                    score += weight * impact
                }
                for (pattern, weight) in zip(patterns, patternWeights) where matches(supplier, pattern) {
                    score += 116 * weight
                }
                if score > 0 { hits.append(.init(supplier: Int32(supplier), score: score)) }
            }
            hits.sort { ($1.score, $0.supplier) < ($0.score, $1.supplier) }
            return Array(hits.prefix(limit))
        }
    }

    private static let patterns = ["45*", "452*", "45211350", "03*", "30*", "300*", "30200000", "72212*", "99*"]
        .compactMap {
            CPVPattern($0)
        }

    private func queries(seed: UInt64) -> [RetrievalIndex.Query] {
        var generator = SplitMix64(seed: seed &+ 1)
        return (0..<60).map { number in
            RetrievalIndex.Query(
                words: (0..<Int.random(in: 0...6, using: &generator)).map { _ in
                    Int32.random(in: 0..<Int32(Texts.wordCount + 3), using: &generator)
                },
                patterns: (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                    Self.patterns[Int.random(in: Self.patterns.indices, using: &generator)]
                },
                regions: number % 3 == 0
                    ? nil
                    : (0..<Int.random(in: 0...2, using: &generator)).map { _ in
                        Texts.places[Int.random(in: Texts.places.indices, using: &generator)]
                    })
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func findsWhatThePlainReckoningFinds(seed: UInt64) {
        let texts = Texts(seed == 1 ? 63 : 400, seed: seed)
        let index = texts.index
        for query in queries(seed: seed) {
            for limit in [1, 10, 1000] {
                #expect(index.search(query, limit: limit) == texts.plain(query, limit: limit))
            }
        }
    }

    /// Lists are cut every 65,536 places; a question reaches over the cut.
    @Test func aListGoesOnInTheNextChunk() {
        let texts = Texts(66_000, seed: 5)
        let index = texts.index
        for query in queries(seed: 5).prefix(3) {
            #expect(index.search(query, limit: 50) == texts.plain(query, limit: 50))
        }
    }

    @Test(arguments: [6, 7] as [UInt64])
    func pagesAddUpToTheWhole(seed: UInt64) {
        let index = Texts(200, seed: seed).index
        for query in queries(seed: seed) {
            var paged: [RetrievalIndex.Hit] = []
            var page = query
            while true {
                let hits = index.search(page, limit: 7)
                if hits.isEmpty { break }
                paged += hits
                page.after = hits.last
            }
            #expect(paged == index.search(query, limit: 1000))
        }
    }

    @Test func whoIsNotAdmittedIsLeftOut() {
        let index = Texts(200, seed: 8).index
        for query in queries(seed: 8) {
            let even = index.search(query, limit: 20) { $0.isMultiple(of: 2) }
            let all = index.search(query, limit: 1000).filter { $0.supplier.isMultiple(of: 2) }
            #expect(even == Array(all.prefix(20)))
        }
    }

    @Test func nothingIsFoundAmongNobody() {
        let index = RetrievalIndex(words: [], wordCount: 0, codes: [], regions: [])
        #expect(index.search(.init(words: [0], patterns: Self.patterns), limit: 5).isEmpty)
        #expect(Texts(50, seed: 9).index.search(.init(), limit: 5).isEmpty)
    }
}
