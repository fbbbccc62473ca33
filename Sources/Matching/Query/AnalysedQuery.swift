import Language
import Procurement

/// A query with its words, codes and names looked up in one snapshot.
struct AnalysedQuery: Sendable {
    let source: MatchQuery
    let title: AnalysedText
    let branches: [CPVBranch]
    /// The buyer's number, where it has bought before.
    let buyer: Int32?
    let kind: ContractKind?

    init(_ query: MatchQuery, in snapshot: IndexSnapshot, stemmer: Stemmer) {
        source = query
        var text = FoldedText(query.title)
        for keyword in query.keywords { text.append(keyword) }
        title = snapshot.lexicon.analyse(text, stemmer: stemmer)
        branches = Array(Set(query.cpv.map(CPVBranch.init) + query.cpvPatterns.map(CPVBranch.init))).sorted {
            ($0.code, $0.digits) < ($1.code, $1.digits)
        }
        buyer = query.buyerKey.flatMap { snapshot.procurements.buyerKeys[$0] }
        kind = query.kind ?? query.cpv.first?.kind
    }

    /// The past procurements that may not speak.
    func silenced(in snapshot: IndexSnapshot) -> [Int] {
        guard !source.excludedNotices.isEmpty || !source.excludedProcedures.isEmpty else { return [] }
        let table = snapshot.procurements
        let procedures = Set(source.excludedProcedures.compactMap { table.procedureNumbers[$0.rawValue] })
        let notices = Set(source.excludedNotices.compactMap { snapshot.procurementNumber(of: $0) })
        return table.procedures.indices.filter { notices.contains($0) || procedures.contains(table.procedures[$0]) }
    }
}

/// A branch of the CPV: a code's or a pattern's leading digits that say something.
struct CPVBranch: Sendable, Hashable {
    /// Eight digits, zeros after the branch's own.
    let code: UInt32
    let digits: Int

    init(_ code: CPVCode) {
        self.code = code.number
        digits = code.depth
    }

    init(_ pattern: CPVPattern) {
        digits = pattern.digits.utf8.count
        code = UInt32(pattern.digits + String(repeating: "0", count: 8 - digits)) ?? 0
    }

    /// The first digits as a number.
    func prefix(_ count: Int) -> UInt32 {
        var code = code
        for _ in count..<8 { code /= 10 }
        return code
    }
}
