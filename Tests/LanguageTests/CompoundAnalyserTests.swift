import Containers
import Testing

@testable import Language

@Suite struct CompoundAnalyserTests {
    /// What a body of texts uses: each word in so many texts.
    private static func analyser(_ counts: [(String, Int32)]) -> CompoundAnalyser {
        CompoundAnalyser(words: Vocabulary(counts.map(\.0)), texts: counts.map(\.1))
    }

    private static let texts = analyser([
        ("skolskjuts", 9), ("skolmat", 4), ("skolbuss", 3), ("skjuts", 5), ("mat", 12), ("buss", 20), ("tjänst", 40),
        ("arbetsplats", 3), ("arbete", 9), ("plats", 9), ("städning", 7), ("laddbox", 2), ("laddkabel", 2),
        ("laddplats", 3), ("box", 9), ("kabel", 4), ("stolpe", 4), ("lyktstolpe", 2), ("system", 30), ("sanering", 5),
        ("ving", 2),
    ])

    private func parts(_ word: String, isSought: Bool = false) -> [String] {
        func leaves(_ tree: WordTree) -> [String] {
            tree.constituents.isEmpty
                ? [tree.stem.map { Self.texts.stems.string($0) } ?? "?"] : tree.constituents.flatMap(leaves)
        }
        return leaves(Self.texts.tree(of: Array(word.utf16)[...], isSought: isSought, WordStemmer()))
    }

    @Test func cutsWhereBothHalvesAreKnown() {
        #expect(parts("skolskjuts").count == 2)
        #expect(parts("skolskjuts").last == parts("skjuts").first)
    }

    /// `ladd` is no word of the texts, but begins three of them.
    @Test func knowsABeginningThatIsNoWord() {
        #expect(parts("laddstolpe").count == 2)
        #expect(parts("laddstolpe").last == parts("stolpe").first)
    }

    @Test func leavesTheBindingS() {
        #expect(parts("arbetsplats").last == "plat" || parts("arbetsplats").last == "plats")
    }

    @Test func cutsNothingWithoutAKnownEnd() {
        #expect(parts("xyzzyplugh").count == 1)
        #expect(parts("städning").count == 1)
    }

    /// Only of what is asked for may the beginning be unknown.
    @Test func cutsASoughtWordByItsEndAlone() {
        #expect(parts("kvarksystem", isSought: true) == ["?", "system"])
        #expect(parts("kvarksystem") == ["?"])
    }

    @Test func aWordOfAMegabyteIsNotLookedInto() {
        let long = String(repeating: "skolbuss", count: 130_000)
        #expect(parts(long, isSought: true) == ["?"])
        #expect(parts("") == ["?"] || parts("").count == 1)
        #expect(parts("2021").count == 1)
    }

    @Test(arguments: [
        ("stadning", "städning"), ("städnign", "städning"), ("skolskjus", "skolskjuts"), ("saneringg", "sanering"),
    ])
    func readsThroughASlipOfThePen(written: String, meant: String) {
        let found = Self.texts.meant(by: Array(written.utf16)[...])
        #expect(found.map { String(decoding: $0, as: UTF16.self) } == meant)
    }

    @Test(arguments: ["mta", "xyzzyplugh", "", "stolpe2345"]) func readsNothingIntoOthers(written: String) {
        #expect(Self.texts.meant(by: Array(written.utf16)[...]) == nil)
    }

    /// The worth of the parts falls with the depth, and no part is worth more than the whole.
    @Test func everyPartIsWorthLessThanTheWhole() {
        let tree = Self.texts.tree(of: Array("skolskjutstjänst".utf16)[...], isSought: true, WordStemmer())
        var worths: [Float] = []
        tree.forEachStem { worths.append($1) }
        #expect(!worths.isEmpty && worths.allSatisfy { $0 > 0 && $0 <= 1 })
    }

    @Test func verbalNounsMeetTheirVerbs() {
        let stemmer = WordStemmer()
        #expect(stemmer.stem("sanering") == stemmer.stem("sanera"))
    }
}

extension WordStemmer {
    fileprivate func stem(_ word: String) -> [UInt16] { stem(Array(word.utf16)) }
}
