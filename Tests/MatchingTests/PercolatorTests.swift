import Containers
import Procurement
import Testing

@testable import Matching

@Suite struct PercolatorTests {
    private func criteria(_ change: (inout WatchCriteria) -> Void) -> WatchCriteria {
        var criteria = WatchCriteria()
        change(&criteria)
        return criteria
    }

    private let notice = IncomingNotice(
        row: 1, id: "n1", cpv: [CPVCode("72200000")!, CPVCode("03000000")!], nuts: [NUTSCode("SE121")!],
        buyers: [.init(key: "SE2120003005", name: "Uppsala kommun")], suppliers: ["SE5590000061", "old"],
        text: "Nytt intranät för skolorna. Drift och förvaltning")

    @Test func findsByEachCriterionAndByAllTogether() {
        let watches = [
            criteria { $0.cpv = [CPVPattern("722*")!] }, criteria { $0.cpv = [CPVPattern("03*")!] },
            criteria { $0.words = ["INTRAN skol"] }, criteria { $0.words = ["uppsala"] },
            criteria { $0.buyerKey = "SE2120003005" }, criteria { $0.buyerWords = ["kommun upps"] },
            criteria { $0.supplier = "old" }, criteria { $0.nuts = [NUTSCode("SE12")!] },
            criteria { $0.keywords = ["vägsalt", "drift"] },
            criteria {
                $0.cpv = [CPVPattern("72*")!]
                $0.words = ["intranät"]
                $0.buyerWords = ["uppsala"]
                $0.supplier = "SE5590000061"
                $0.nuts = [NUTSCode("SE121")!]
            },
        ]
        #expect(Percolator(watches).matches(notice) == Array(watches.indices))
    }

    @Test func oneCriterionThatDoesNotHoldIsEnough() {
        let whole = criteria {
            $0.cpv = [CPVPattern("72*")!]
            $0.words = ["intranät"]
            $0.buyerWords = ["uppsala"]
            $0.nuts = [NUTSCode("SE12")!]
        }
        var watches: [WatchCriteria] = [WatchCriteria()]
        for change: (inout WatchCriteria) -> Void in [
            { $0.cpv = [CPVPattern("73*")!] }, { $0.words = ["intranät", "tranät"] }, { $0.buyerWords = ["ale"] },
            { $0.nuts = [NUTSCode("SE110")!] }, { $0.supplier = "other" }, { $0.buyerKey = "SE2120000142" },
            { $0.keywords = ["skola för"] },
        ] {
            var other = whole
            change(&other)
            watches.append(other)
        }
        #expect(Percolator(watches + [whole]).matches(notice) == [watches.count])
    }

    /// The index finds what a look at every watch finds.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func findsWhatComparingWithEachFinds(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let words = ["skolskjuts", "skola", "drift", "it", "italienska", "städning", "städ", "å", "ån"]
        let codes = ["72200000", "72210000", "60130000", "90911200", "03000000"]
        let patterns = ["72*", "7221*", "60130000", "9*", "03*"].compactMap { CPVPattern($0) }
        func pick<Element>(_ items: [Element], _ most: Int) -> [Element] {
            (0..<Int.random(in: 0...most, using: &random)).map { _ in
                items[Int.random(in: items.indices, using: &random)]
            }
        }
        let watches = (0..<300).map { _ in
            criteria {
                $0.cpv = pick(patterns, 2)
                $0.words = pick(words, 1)
                $0.buyerWords = pick(words, 1)
                $0.keywords = pick(words, 1)
                $0.nuts = pick(["SE1", "SE121", "SE232"].compactMap { NUTSCode($0) }, 1)
                $0.supplier = pick(["a", "b"] as [SupplierID], 1).first
            }
        }
        let percolator = Percolator(watches)
        let alone = watches.map { Percolator([$0]) }
        var found = 0
        for number in 0..<60 {
            let notice = IncomingNotice(
                row: Int64(number), id: "n", cpv: pick(codes, 3).compactMap { CPVCode($0) },
                nuts: pick(["SE121", "SE110"].compactMap { NUTSCode($0) }, 1),
                buyers: [.init(key: "k", name: pick(words, 2).joined(separator: " "))],
                suppliers: pick(["a", "b", "c"] as [SupplierID], 2), text: pick(words, 6).joined(separator: ", "))
            let expected = watches.indices.filter { alone[$0].matches(notice) == [0] }
            #expect(percolator.matches(notice) == expected)
            found += expected.count
        }
        #expect(found > 100)
    }

    /// Of no watch by itself: what one criterion asks is plain enough to be looked at without the index.
    @Test func wordsAreBeginningsWhateverTheirCaseAndForm() {
        let sought = ["Skola", "SKOLA", "skol", "a\u{30A}n"]
        let texts = ["skolan", "Skola", "förskola", "ånger"]
        let percolator = Percolator(sought.map { word in criteria { $0.words = [word] } })
        func found(_ text: String) -> [Int] { percolator.matches(IncomingNotice(row: 1, id: "n", text: text)) }
        #expect(texts.map(found) == [[0, 1, 2], [0, 1, 2], [], [3]])
    }
}
