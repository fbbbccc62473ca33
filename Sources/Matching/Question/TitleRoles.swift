import Containers
import Language

/// What each word of a title may be worth: what stands after its first preposition says for whom, where or how.
struct TitleRoles {
    private static let afterPreposition: Float = 0.6
    /// By word.
    private let isPreposition: [Bool]
    /// By word: whether it says nothing, or only how something is bought.
    private let isEmpty: [Bool]

    /// - Parameter words: those of titles.
    init(_ words: Vocabulary) {
        isPreposition = words.map { QuestionWords.swedish.isPreposition($0) }
        isEmpty = words.map { QuestionWords.swedish.isEmpty($0) || QuestionWords.isFormality($0) }
    }

    func forEachWord(of title: ArraySlice<Int32>, _ body: (_ word: Int32, _ role: Float) -> Void) {
        var role: Float = 1
        var hasBegun = false
        for word in title {
            if isPreposition[Int(word)] {
                if hasBegun { role = Self.afterPreposition }
                continue
            }
            if !isEmpty[Int(word)] { hasBegun = true }
            body(word, role)
        }
    }
}
