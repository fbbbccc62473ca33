import Procurement

/// What lists showed of suppliers lately, because the same ones stand on many, and to read one takes some six look-ups in
/// the file. Of one generation, and at most ten thousand: 4 MB.
struct KnownSummaries {
    private static let most = 10_000

    private var generation = 0
    private var summaries: [SupplierID: SupplierSummary] = [:]

    /// Those of them that are known, in this generation of the store.
    func found(_ ids: [SupplierID], generation: Int) -> [SupplierID: SupplierSummary] {
        guard generation == self.generation else { return [:] }
        return ids.reduce(into: [:]) { $0[$1] = summaries[$1] }
    }

    /// Takes note of what was read in this generation; of an earlier one nothing.
    mutating func note(_ read: [SupplierID: SupplierSummary], generation: Int) {
        guard generation >= self.generation, !read.isEmpty else { return }
        if generation > self.generation || summaries.count + read.count > Self.most { summaries = [:] }
        self.generation = generation
        summaries.merge(read) { _, new in new }
    }
}
