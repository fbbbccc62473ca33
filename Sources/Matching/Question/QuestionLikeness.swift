import Containers
import Procurement

/// How like each past procurement is to a question in words, from 0 to 1.
///
/// text = coverage by the title, each word by half that of the name of its main code where that has more, over the highest.
/// likeness = text · (1 − σ + σ · √agreement), where agreement tells how far the question's like lies in the same branch of
/// the CPV, which holds down what shares a word by chance:
/// - of one facet σ = 0.4, and agreement is Σ text³·⁵ of the procurement's division over that of the heaviest division;
/// - of several σ = 0.6, and agreement is half that of the division and half that of the group: of a branch
///   Σ over the facets of importance · m · √(the branch's share of Σ (coverage / max(m, 0.3))³·⁵), m being the facet's highest
///   coverage; over that of the heaviest branch. What several wishes point at counts, one that leads astray doesn't.
///
/// Where codes are given, inside is 1 for a procurement in them, and less for one near them where they hold hardly any: a
/// category's likeness is max(likeness · (½ + ½ · inside), 0.8 · inside + 0.2 · likeness · inside), any other's
/// likeness · (0.7 + 0.3 · inside). The highest is brought to 1.
struct QuestionLikeness {
    /// By past procurement.
    private(set) var values: [Float]
    /// The highest coverage of a text, before it was brought to 1.
    let best: Float

    /// Whether anything answers enough of the question to be called similar.
    private let isTelling: Bool

    /// From this on a procurement counts as similar in sentences and lists.
    static let alike: Float = 0.5
    /// A title that answers less of the question than this has little to do with it.
    static let leastCoverage: Float = 0.15
    private static let ofCodeName: Float = 0.5
    private static let ofOneFacet: Float = 0.4
    private static let ofSeveralFacets: Float = 0.6
    private static let leastOfFacet: Float = 0.3

    /// - Parameter members: past procurements that lie in the patterns by a lot's code too.
    init(
        _ question: Question, patterns: [CPVPattern], members: Set<Int32> = [], isCategory: Bool, silenced: [Int32],
        in index: QuestionIndex
    ) {
        let (text, facets) = Self.coverage(question, in: index)
        let highest = text.most
        best = highest
        isTelling = !patterns.isEmpty || highest >= Self.leastCoverage
        var relative = [Float](repeating: 0, count: index.titles.count)
        for (number, value) in zip(text.texts, text.values) { relative[Int(number)] = value / highest }
        let codes = index.mainCodes
        let isOne = facets.count < 2
        let agreement =
            isOne
            ? Self.agreement(Question.Coverage(texts: text.texts, values: text.values.map { $0 / highest }), in: codes)
            : Self.agreement(facets, in: codes)
        let spread = isOne ? Self.ofOneFacet : Self.ofSeveralFacets
        let inside = Self.inside(patterns, in: codes)
        for code in codes.codes.indices {
            let factor = 1 - spread + spread * agreement[code].squareRoot()
            for number in codes.holders[code] {
                var like = relative[Int(number)] * factor
                if !patterns.isEmpty {
                    let inside = members.contains(number) ? 1 : inside[code]
                    like =
                        isCategory
                        ? max(like * (0.5 + 0.5 * inside), 0.8 * inside + 0.2 * like * inside)
                        : like * (0.7 + 0.3 * inside)
                }
                relative[Int(number)] = like
            }
        }
        for number in silenced { relative[Int(number)] = 0 }
        let most = relative.max() ?? 0
        values = most > 0 ? relative.map { $0 / most } : relative
    }

    /// Whether sentences and lists call a past procurement similar.
    func isSimilar(_ procurement: Int) -> Bool { isTelling && values[procurement] >= Self.alike }

    /// value³·⁵.
    static func sharp(_ value: Float) -> Float { value * value * value * value.squareRoot() }

    /// How far titles and names of codes answer the question, and each facet of it, by past procurement.
    private static func coverage(
        _ question: Question, in index: QuestionIndex
    ) -> (whole: Question.Coverage, facets: [Question.Facet]) {
        var match = [Float](repeating: 0, count: index.titles.count)
        return question.coverage(count: index.titles.count) { word in
            var touched: [Int32] = []
            func add(_ number: Int32, _ worth: Float) {
                if match[Int(number)] == 0 { touched.append(number) }
                match[Int(number)] = max(match[Int(number)], worth)
            }
            for posting in word.matches(in: index.titles) { add(posting.text, posting.worth) }
            var ofCodes = word.matches(in: index.codeNames)
            if let stem = word.englishStem { ofCodes = ofCodes.union(index.englishCodeNames.postings(of: stem), max) }
            for posting in ofCodes {
                for number in index.procurementsOfCode[Int(posting.text)] { add(number, ofCodeName * posting.worth) }
            }
            return touched.map { number in
                defer { match[Int(number)] = 0 }
                return TextField.Posting(text: number, worth: match[Int(number)])
            }
        }
    }

    // MARK: Branches

    /// By main code: the sums of its branch, as a share of the heaviest branch's.
    private static func shares(_ coverage: Question.Coverage, depth: Int, in codes: MainCodes) -> [Float] {
        var sums = [Float](repeating: 0, count: codes.codes.count)
        for (number, value) in zip(coverage.texts, coverage.values) {
            sums[codes.branch(of: Int(codes.ofProcurement[Int(number)]), depth: depth).lowerBound] += sharp(value)
        }
        return codes.codes.indices.map { sums[codes.branch(of: $0, depth: depth).lowerBound] }
    }

    private static func agreement(_ coverage: Question.Coverage, in codes: MainCodes) -> [Float] {
        let sums = shares(coverage, depth: 0, in: codes)
        let most = sums.max() ?? 0
        return most > 0 ? sums.map { $0 / most } : sums
    }

    private static func agreement(_ facets: [Question.Facet], in codes: MainCodes) -> [Float] {
        var agreement = [Float](repeating: 0, count: codes.codes.count)
        for depth in 0...1 {
            var all = [Float](repeating: 0, count: codes.codes.count)
            for facet in facets {
                let most = facet.coverage.most
                let scale = max(most, leastOfFacet)
                let sharpened = Question.Coverage(
                    texts: facet.coverage.texts, values: facet.coverage.values.map { $0 / scale })
                let sums = shares(sharpened, depth: depth, in: codes)
                let whole = sharpened.values.reduce(0) { $0 + sharp($1) }
                guard whole > 0 else { continue }
                for code in all.indices { all[code] += facet.importance * most * (sums[code] / whole).squareRoot() }
            }
            let most = all.max() ?? 0
            guard most > 0 else { continue }
            for code in all.indices { agreement[code] += 0.5 * all[code] / most }
        }
        return agreement
    }

    // MARK: Codes

    private static let hardlyAny = 10
    /// By how many first digits a code shares with one sought.
    private static let nearness: [Float] = [0, 0, 0, 0.3, 0.45, 0.6, 0.6, 0.6, 0.6]

    /// By main code: 1 where it lies in the patterns; what lies near counts where hardly any does.
    private static func inside(_ patterns: [CPVPattern], in codes: MainCodes) -> [Float] {
        let branches = patterns.map(CPVBranch.init)
        guard !branches.isEmpty else { return [] }
        let shared = codes.codes.map { code in
            branches.map { branch -> (digits: Int, isInside: Bool) in
                var digits = branch.digits
                while digits > 0, code.prefix(digits) != branch.prefix(digits) { digits -= 1 }
                return (digits, digits == branch.digits)
            }
        }
        let inside = shared.map { $0.contains { $0.isInside } }
        let count = codes.codes.indices.reduce(0) { $0 + (inside[$1] ? codes.count(in: $1..<($1 + 1)) : 0) }
        return shared.indices.map { code in
            if inside[code] { return 1 }
            return count < hardlyAny ? nearness[shared[code].map(\.digits).max() ?? 0] : 0
        }
    }
}
