import Containers
import Language
import Procurement

extension IndexSnapshot {
    /// The key of the buyer of this name, whatever its case and punctuation. Nil: none has bought, or several are called so.
    package func buyerKey(named name: String) -> String? {
        let sought = FoldedText(name).strings
        guard !sought.isEmpty else { return nil }
        let found = procurements.buyerKeys.filter { entry in
            let known = procurements.buyerNames.text(Int(entry.value))
            return known.utf8.count < 4 * name.utf8.count + 4 && FoldedText(known).strings == sought
        }
        return found.count == 1 ? found.first?.key : nil
    }

    package func knowsBuyer(_ key: String) -> Bool { procurements.buyerKeys[key] != nil }

    /// The codes and patterns of a query that neither a list of codes nor a procurement knows.
    package func unknownCodes(of query: MatchQuery) -> [String] {
        query.cpv.filter { !isKnown($0, CPVBranch($0)) }.map(\.description)
            + query.cpvPatterns.filter { pattern in
                guard let code = pattern.code else { return true }
                return !isKnown(code, CPVBranch(pattern))
            }.map(\.description)
    }

    private func isKnown(_ code: CPVCode, _ branch: CPVBranch) -> Bool {
        guard CPVDivision.label(of: code) != nil else { return false }
        if words.labels.isEmpty || words.labels.names(code) { return true }
        return cpv.holders(cpv.branch(branch.prefix(branch.digits), digits: branch.digits)) > 0
    }
}
