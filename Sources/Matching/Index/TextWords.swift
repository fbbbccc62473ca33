import Containers
import Language
import Procurement

/// All texts that several tables are made of, read once.
struct MarketTexts: Sendable {
    /// Whose words `ofSuppliers` has.
    let suppliers: [Supplier]
    let ofSuppliers: SupplierWords
    let titles: TitleWords

    init(_ suppliers: [Supplier], _ procurements: PastProcurements) {
        self.suppliers = suppliers
        ofSuppliers = SupplierWords(suppliers)
        titles = TitleWords(procurements)
    }
}

/// The titles of all procurements as rows of numbered words, read once for all tables that are made of them.
struct TitleWords: Sendable {
    let words: Vocabulary
    /// Row = procurement, by its place in the facts; items = words of its title in their order.
    let rows: RaggedRows<Int32>

    init(_ procurements: PastProcurements) {
        var reader = WordReader()
        var rows = RaggedRows<Int32>()
        rows.reserve(rows: procurements.count, items: 0)
        var row: [Int32] = []
        procurements.forEachTitle { title in
            row.removeAll(keepingCapacity: true)
            reader.read(title, into: &row)
            rows.append(row)
        }
        words = reader.words
        self.rows = rows
    }

    /// By word: how many of these titles hold it.
    func holders(_ places: some Sequence<Int32>) -> [Int32] {
        var holders = [Int32](repeating: 0, count: words.count)
        var latest = [Int32](repeating: -1, count: words.count)
        for place in places {
            for index in rows.range(Int(place)) {
                let word = Int(rows.items[index])
                if latest[word] != place {
                    holders[word] += 1
                    latest[word] = place
                }
            }
        }
        return holders
    }
}

/// What is known of suppliers in words, read once.
struct SupplierWords: Sendable {
    let words: Vocabulary
    /// Row = supplier, items = words of its name.
    let names: RaggedRows<Int32>
    /// Row = supplier, items = words of its other names and of what its industry is called.
    let others: RaggedRows<Int32>
    /// Row = supplier, items = words of what the register says that it does.
    let descriptions: RaggedRows<Int32>

    init(_ suppliers: [Supplier]) {
        var reader = WordReader()
        var (names, others, descriptions) = (RaggedRows<Int32>(), RaggedRows<Int32>(), RaggedRows<Int32>())
        names.reserve(rows: suppliers.count, items: 0)
        others.reserve(rows: suppliers.count, items: 0)
        descriptions.reserve(rows: suppliers.count, items: 0)
        var row: [Int32] = []
        for supplier in suppliers.indices {
            row.removeAll(keepingCapacity: true)
            reader.read(suppliers[supplier].name, into: &row)
            names.append(row)
            row.removeAll(keepingCapacity: true)
            for name in suppliers[supplier].otherNames { reader.read(name, into: &row) }
            if let label = suppliers[supplier].register?.sniLabel { reader.read(label, into: &row) }
            others.append(row)
            row.removeAll(keepingCapacity: true)
            if let description = suppliers[supplier].register?.description { reader.read(description, into: &row) }
            descriptions.append(row)
        }
        words = reader.words
        (self.names, self.others, self.descriptions) = (names, others, descriptions)
    }
}
