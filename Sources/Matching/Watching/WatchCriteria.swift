import Procurement

/// What a notice must be like to be news to a watch. All that is given must hold; what is empty excludes nothing.
package struct WatchCriteria: Sendable, Hashable {
    /// At least one of them holds a code of the notice or of a lot.
    package var cpv: [CPVPattern] = []
    /// At least one of these phrases is in the text.
    package var keywords: [String] = []
    /// Each is the beginning of a word of title, description, lots' titles or buyers' names.
    package var words: [String] = []
    /// `PastProcurement.Buyer.key` of the buyer.
    package var buyerKey: String?
    /// Each is the beginning of a word of a buyer's name.
    package var buyerWords: [String] = []
    package var supplier: SupplierID?
    /// At least one of them holds a region of the notice.
    package var nuts: [NUTSCode] = []

    package init() {}

    /// Whether nothing is asked for: it would match everything, and matches nothing.
    package var isEmpty: Bool {
        cpv.isEmpty && keywords.isEmpty && words.isEmpty && buyerKey == nil && buyerWords.isEmpty && supplier == nil
            && nuts.isEmpty
    }
}
