import Containers
import Procurement

/// A made-up market of any size with what is asked of it. The same seed and size give the same, everywhere.
///
/// A supplier has 1–8 CPV codes (Zipf over about 9,000, seven of ten in its own division), a text of 10–60 words (Zipf
/// over 60,000), one of Sweden's 21 NUTS 3 regions (by their inhabitants), and as many wins as the real ones have: none
/// for every tenth, else k or more with a probability of 1/k, at most 40; so the median is 1 or 2 and the mean about 4.
package struct Workload: Sendable {
    package struct Entry: Sendable {
        package var id: String
        package var region: NUTSCode
        package var codes: [CPVCode]
        /// Numbers in `words`.
        package var text: [Int32]
        package var wins: Int
    }

    /// 1–10 CPV patterns, 5–40 words without repeats and a region. Half of it comes from one supplier, so that there is
    /// something to be found.
    package struct Question: Sendable {
        package var patterns: [CPVPattern]
        package var words: [Int32]
        package var region: NUTSCode
    }

    package static let questionCount = 1000
    private static let wordCount = 60_000
    private static let mostWins = 40

    package let words: [String]
    package let suppliers: [Entry]
    package let questions: [Question]

    package init(suppliers count: Int, seed: UInt64 = 7) {
        words = WordMaker.words(Self.wordCount, seed: seed)
        var generator = SplitMix64(seed: seed &+ 1)
        let draw = Draw(seed: seed)
        suppliers = (0..<count).map { number in
            let codes = draw.codes(Int.random(in: 1...8, using: &generator), &generator)
            let length = Int.random(in: 10...60, using: &generator)
            let text = (0..<length).map { _ in Int32(draw.words.draw(&generator)) }
            let isNew = Int.random(in: 0..<10, using: &generator) == 0
            let wins = isNew ? 0 : min(Self.mostWins, Int(1 / Double.random(in: 1e-6..<1, using: &generator)))
            let digits = String(number)
            return Entry(
                id: "se-\(String(repeating: "0", count: 7 - digits.count))\(digits)", region: draw.region(&generator),
                codes: codes, text: text, wins: wins)
        }
        var questions: [Question] = []
        for _ in 0..<Self.questionCount {
            let model = suppliers[Int.random(in: suppliers.indices, using: &generator)]
            questions.append(draw.question(like: model, &generator))
        }
        self.questions = questions
    }

    package func text(_ numbers: [Int32]) -> String { numbers.map { words[Int($0)] }.joined(separator: " ") }
}

/// What codes, words and regions are drawn from.
struct Draw {
    let words = Zipf(count: 60_000, offset: 50)
    private let allCodes: [CPVCode]
    private let codesOfDivision: [UInt32: [CPVCode]]
    private let codeRanks: Zipf

    init(seed: UInt64) {
        allCodes = CodeMaker.codes(seed: seed)
        codesOfDivision = Dictionary(grouping: allCodes, by: \.division)
        codeRanks = Zipf(count: allCodes.count, offset: 5)
    }

    func codes(_ count: Int, _ generator: inout SplitMix64) -> [CPVCode] {
        let first = allCodes[codeRanks.draw(&generator)]
        let own = codesOfDivision[first.division] ?? [first]
        var codes = [first]
        for _ in 1..<max(count, 2) where codes.count < count {
            let isOwn = Int.random(in: 0..<10, using: &generator) < 7
            // Low numbers are frequent ones here too.
            let low = min(
                Int.random(in: own.indices, using: &generator), Int.random(in: own.indices, using: &generator))
            let code = isOwn ? own[low] : allCodes[codeRanks.draw(&generator)]
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    func region(_ generator: inout SplitMix64) -> NUTSCode {
        var point = Int.random(in: 0..<Self.inhabitants.reduce(0) { $0 + $1.count }, using: &generator)
        for (region, count) in Self.regions {
            if point < count { return region }
            point -= count
        }
        return Self.regions[0].region
    }

    func question(like model: Workload.Entry, _ generator: inout SplitMix64) -> Workload.Question {
        var patterns: [CPVPattern] = []
        let sought = codes(Int.random(in: 1...10, using: &generator), &generator)
        for (number, code) in sought.enumerated() {
            let own = number % 2 == 0 ? model.codes[number / 2 % model.codes.count] : code
            let digits = [2, 3, 3, 3, 4, 4, 5, 5, 8, 8][Int.random(in: 0..<10, using: &generator)]
            guard let pattern = CPVPattern("\(own.description.prefix(digits))*"), !patterns.contains(pattern) else {
                continue
            }
            patterns.append(pattern)
        }
        var chosen: [Int32] = []
        let count = Int.random(in: 5...40, using: &generator)
        while chosen.count < count {
            let isOwn = Bool.random(using: &generator)
            let word =
                isOwn
                ? model.text[Int.random(in: model.text.indices, using: &generator)] : Int32(words.draw(&generator))
            if !chosen.contains(word) { chosen.append(word) }
        }
        return Workload.Question(patterns: patterns, words: chosen, region: model.region)
    }

    /// Of the Swedish counties in thousands, 2023, rounded.
    private static let inhabitants: [(code: String, count: Int)] = [
        ("SE110", 2450), ("SE121", 400), ("SE122", 300), ("SE123", 470), ("SE124", 305), ("SE125", 280),
        ("SE211", 370), ("SE212", 205), ("SE213", 245), ("SE214", 60), ("SE221", 160), ("SE224", 1410),
        ("SE231", 340), ("SE232", 1760), ("SE311", 285), ("SE312", 290), ("SE313", 285), ("SE321", 245),
        ("SE322", 130), ("SE331", 275), ("SE332", 250),
    ]
    private static let regions = inhabitants.compactMap { entry in
        NUTSCode(entry.code).map { (region: $0, count: entry.count) }
    }
}
