import Containers
import Testing

@Suite struct PackedPhrasesTests {
    @Test func textsComeBackAsTheyWere() {
        let texts = [
            "", " ", "  ", "Skolskjuts i Umeå", " före", "efter ", "två  mellanslag", "Skolskjuts", "tab\there",
            "ny\nrad", "å", "Skolskjuts i Umeå",
        ]
        var pool = PackedPhrases()
        for text in texts { pool.append(text) }
        pool.close()
        #expect(pool.count == texts.count)
        #expect(texts.indices.map { pool[$0] } == texts)
    }

    /// With so many words that their numbers take one, two and three bytes.
    @Test func anyTextsComeBack() {
        var random = SplitMix64(seed: 3)
        let texts = (0..<4000).map { _ in
            (0..<Int.random(in: 0...12, using: &random)).map { _ in "o\(Int.random(in: 0..<20_000, using: &random))" }
                .joined(separator: " ")
        }
        var pool = PackedPhrases()
        for text in texts { pool.append(text) }
        pool.close()
        #expect(texts.indices.allSatisfy { pool[$0] == texts[$0] })
    }

    @Test func sharedWordsTakeAThird() {
        var random = SplitMix64(seed: 4)
        let words = (0..<100).map { "upphandling\($0)" }
        var pool = PackedPhrases()
        var bytes = 0
        for _ in 0..<2000 {
            let text = (0..<6).map { _ in words[Int.random(in: 0..<100, using: &random)] }.joined(separator: " ")
            pool.append(text)
            bytes += text.utf8.count
        }
        pool.close()
        #expect(pool.memory * 3 < bytes)
    }
}
