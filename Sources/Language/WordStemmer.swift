/// Stems of Swedish words that are compared as parts of compounds: Snowball's, with the endings of verbal nouns and plurals
/// that it leaves taken off too, where at least four letters are left: `sanering` and `sanera` meet.
///
/// It belongs to the task that made it.
package final class WordStemmer {
    private let swedish = Stemmer(.swedish)

    package init() {}

    package func stem(_ word: some Collection<UInt16>) -> [UInt16] {
        let stem = swedish.stem(word)
        for ending in Self.endings where stem.count >= ending.least && stem.hasSuffix(ending.units) {
            return Array(stem.dropLast(ending.units.count))
        }
        return stem
    }

    private static let endings: [(units: [UInt16], least: Int)] = [
        (Array("ning".utf16), 8), (Array("ing".utf16), 7), (Array("ar".utf16), 6),
    ]
}

extension [UInt16] {
    fileprivate func hasSuffix(_ units: [UInt16]) -> Bool { suffix(units.count).elementsEqual(units) }
}
