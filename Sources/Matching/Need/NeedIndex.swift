import Language
import Procurement

/// What a need in plain words is looked up in besides the snapshot: the names of CPV codes in both languages, the names
/// of suppliers, and the results that nobody won. Built with the snapshot, and never changed.
package struct NeedIndex: Sendable {
    let unwon: UnwonTable
    let names: KnownNames
    private let labels: [CPVCode: (swedish: String?, english: String?)]

    /// - Parameters:
    ///   - facts: those that the snapshot was built from.
    ///   - swedish: what the CPV calls its codes; empty where no code list has been loaded.
    package init(
        _ facts: MarketFacts, in snapshot: IndexSnapshot, swedish: [CPVCode: String] = [:],
        english: [CPVCode: String] = [:]
    ) {
        self.init(
            NeedNames(MarketTexts(facts.suppliers, facts.procurements), swedish: swedish, english: english), facts,
            in: snapshot)
    }

    init(_ known: NeedNames, _ facts: MarketFacts, in snapshot: IndexSnapshot) {
        names = known.suppliers
        labels = known.labels
        unwon = UnwonTable(facts.procurements, in: snapshot)
    }

    /// What a code is called, else the nearest branch above it, in the language wanted where it is known in it.
    package func label(of code: CPVCode, _ language: TextLanguage) -> String? {
        guard let names = code.branches.lazy.compactMap({ labels[$0] }).first else { return nil }
        return language == .sv ? names.swedish ?? names.english : names.english ?? names.swedish
    }

    /// Names of suppliers that the text may speak of.
    package func supplierNames(in text: String) -> [String] { names.candidates(in: text) }

    /// Places that the text names.
    package func places(in text: String) -> [String] { Gazetteer.names(in: text) }
}
