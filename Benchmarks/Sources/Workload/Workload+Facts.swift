import Containers
import Matching
import Procurement

extension Workload {
    /// The market as Torg's index is built from it: the suppliers as the register has them, and who won what.
    ///
    /// A procurement has 1–4 winners of one division, a title of 3–12 words, half of them its first winner's, that
    /// winner's main code, one of the buyers (Zipf), a day of three years and a value.
    package func facts(seed: UInt64 = 7) -> MarketFacts {
        MarketFacts(suppliers: suppliers.map(supplier), procurements: PastProcurements(procurements(seed: seed)))
    }

    private func supplier(_ entry: Entry) -> Supplier {
        var register = RegisterEntry(name: name(of: entry))
        register.cpv = entry.codes
        register.nuts = [entry.region]
        register.description = text(entry.text)
        var supplier = Supplier(id: SupplierID(entry.id), name: register.name)
        supplier.nuts = [entry.region]
        supplier.size = SupplierSize.allCases[entry.text.count % SupplierSize.allCases.count]
        supplier.register = register
        return supplier
    }

    private func name(of entry: Entry) -> String {
        "\(text(Array(entry.text.prefix(2)))) \(entry.id.suffix(4)) AB"
    }

    private func procurements(seed: UInt64) -> [PastProcurement] {
        var generator = SplitMix64(seed: seed &+ 2)
        let titles = Zipf(count: words.count, offset: 50)
        let buyers = Zipf(count: max(300, suppliers.count / 300), offset: 10)
        // Every win is a ticket; those of one division lie together, so that neighbours can win together.
        var tickets = suppliers.indices.flatMap { number in
            repeatElement(Int32(number), count: suppliers[number].wins)
        }
        tickets.shuffle(using: &generator)
        var byDivision: [UInt32: [Int32]] = [:]
        for ticket in tickets {
            byDivision[suppliers[Int(ticket)].codes[0].division, default: []].append(ticket)
        }
        var procurements: [PastProcurement] = []
        for division in byDivision.keys.sorted() {
            var rest = (byDivision[division] ?? [])[...]
            while let first = rest.first {
                let winners = Set(rest.prefix(Int.random(in: 1...4, using: &generator)))
                rest = rest.dropFirst(winners.count)
                let model = suppliers[Int(first)]
                let title = (0..<Int.random(in: 3...12, using: &generator)).map { place in
                    place % 2 == 0
                        ? model.text[Int.random(in: model.text.indices, using: &generator)]
                        : Int32(titles.draw(&generator))
                }
                let digits = String(procurements.count)
                var procurement = PastProcurement(
                    notice: NoticeID("n-\(String(repeating: "0", count: 8 - digits.count))\(digits)"),
                    purpose: .result, title: text(title))
                procurement.date = CalendarDate(daysSinceEpoch: 18_600 + Int32.random(in: 0..<1096, using: &generator))
                procurement.cpv = [model.codes[0]]
                procurement.nuts = [model.region]
                let buyer = buyers.draw(&generator)
                procurement.buyers = [.init(key: "b\(buyer)", name: "\(words[buyer]) kommun")]
                procurement.value = Money(
                    hundredths: Int64.random(in: 10_000_00..<50_000_000_00, using: &generator), currency: "SEK")
                procurement.wins = winners.sorted().map { .init(supplier: SupplierID(suppliers[Int($0)].id)) }
                procurements.append(procurement)
            }
        }
        return procurements
    }
}
