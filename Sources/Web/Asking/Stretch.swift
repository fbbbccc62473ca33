/// A stretch of a list that is too long for one page: which rows it has, and where the stretches before and after it are.
struct Stretch: Sendable {
    let rows: Range<Int>
    private let size: Int
    private let count: Int

    /// - Parameters:
    ///   - visit: whose address says from which row on, as `from`.
    ///   - count: rows of the whole list.
    ///   - size: rows of a page.
    init(_ visit: Visit, of count: Int, size: Int) {
        let asked = min(max(visit.asked["from"].flatMap(Int.init) ?? 0, 0), max(count - 1, 0))
        let start = asked - asked % size
        rows = start..<min(start + size, count)
        self.size = size
        self.count = count
    }

    /// What the template `stretch` shows; `nil` where one page has it all.
    func fields(_ address: Address, _ reader: Reader) -> Fields? {
        guard count > size else { return nil }
        return [
            "first": .text(reader.count(rows.lowerBound + 1)), "last": .text(reader.count(rows.upperBound)),
            "all": .text(reader.count(count)),
            "before": Fields.Value(
                rows.lowerBound > 0 ? address.saying("from", "\(rows.lowerBound - size)").description : nil),
            "after": Fields.Value(
                rows.upperBound < count ? address.saying("from", "\(rows.upperBound)").description : nil),
        ]
    }
}
