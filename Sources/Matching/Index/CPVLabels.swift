import Language
import Procurement

/// What the CPV calls its codes, where a code list has been loaded: words that a short title leaves out.
package struct CPVLabels: Sendable {
    private let labels: [CPVCode: String]

    /// - Parameter labels: in the language that notices are written in. A code without a label gets that of the
    ///   nearest branch above it.
    package init(_ labels: [CPVCode: String] = [:]) { self.labels = labels }

    package var isEmpty: Bool { labels.isEmpty }

    /// The label of a code, else of the nearest branch above it that has one.
    package func label(_ code: CPVCode) -> String? {
        guard !labels.isEmpty else { return nil }
        return code.branches.lazy.compactMap { labels[$0] }.first
    }

    /// Whether the list has this very code.
    func names(_ code: CPVCode) -> Bool { labels[code] != nil }

    /// The labels of the codes and the titles of the lots that say something else than the title.
    func text(of codes: [CPVCode], lots: [PastProcurement.LotText], besides title: String) -> FoldedText {
        var text = FoldedText()
        for code in codes.prefix(Self.mostCodes) { label(code).map { text.append($0) } }
        for lot in Set(lots.map(\.title)).subtracting([title]).sorted().prefix(Self.mostLots) { text.append(lot) }
        return text
    }

    private static let mostCodes = 3
    private static let mostLots = 0
}
