import Foundation
import Procurement

extension Workload {
    /// The market as files that the daemon imports: `register.csv`, and exports of 5,000 notices each as
    /// config/feeds/tendsign.yaml reads them.
    package func writeExport(to folder: URL) throws {
        let facts = facts()
        try write(
            to: folder.appendingPathComponent("register.csv"), [-1] + suppliers.indices.map { $0 }
        ) { row in
            guard row >= 0 else { return "name,id,size,cpv,nuts,description" }
            let supplier = facts.suppliers[row]
            let codes = suppliers[row].codes.map(\.description).joined(separator: " ")
            let size = supplier.size?.rawValue ?? ""
            return
                "\(supplier.name),\(Self.number(row)),\(size),\(codes),\(suppliers[row].region),\(text(suppliers[row].text))"
        }
        let places = Dictionary(uniqueKeysWithValues: facts.suppliers.enumerated().map { ($1.id, $0) })
        for start in stride(from: 0, to: facts.procurements.count, by: 5000) {
            let part = facts.procurements[start..<min(start + 5000, facts.procurements.count)]
            let file = folder.appendingPathComponent("notices-\(100_000 + start / 5000).xml")
            let ends = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Annonser>", "</Annonser>"]
            try write(to: file, Array(part)) { notice in
                let winners = notice.wins.compactMap { places[$0.supplier] }.map { place in
                    "<Leverantör><Namn>\(facts.suppliers[place].name)</Namn><Organisationsnummer>\(Self.number(place))</Organisationsnummer><NUTS>\(suppliers[place].region)</NUTS></Leverantör>"
                }
                let buyer = notice.buyers.first?.name ?? ""
                let code = notice.cpv.first?.description ?? ""
                return """
                    <Annons><AnnonsID>\(notice.notice)</AnnonsID><UpphandlingsID>U\(notice.notice)</UpphandlingsID>\
                    <Annonstyp>Meddelande om tilldelning</Annonstyp><Rubrik>\(notice.title)</Rubrik>\
                    <Publicerad>\(notice.date?.description ?? "")</Publicerad>\
                    <UpphandlandeMyndighet><Namn>\(buyer)</Namn></UpphandlandeMyndighet>\
                    <CPV>\(code)</CPV><Tilldelningar><Tilldelning><Tilldelad>\(notice.date?.description ?? "")</Tilldelad>\
                    \(winners.joined())</Tilldelning></Tilldelningar></Annons>
                    """
            }
            let written = try String(contentsOf: file, encoding: .utf8)
            try (ends[0] + written + ends[1]).write(to: file, atomically: true, encoding: .utf8)
        }
        try write(to: folder.appendingPathComponent("requests.jsonl"), Array(questions.enumerated())) { entry in
            let (number, question) = entry
            let patterns = question.patterns.map { "\"\($0)\"" }.joined(separator: ",")
            let title = text(Array(question.words.prefix(8)))
            return """
                {"jsonrpc":"2.0","id":\(number),"method":"match.notice","params":{"limit":50,"notice":{"title":"\(title)",\
                "description":"\(text(question.words))","cpv":[\(patterns)],"nuts":["\(question.region)"]}}}
                """
        }
    }

    /// An organisation number with its check digit.
    private static func number(_ place: Int) -> String {
        let digits = Array(String(556_000_000 + place)).compactMap(\.wholeNumberValue)
        let sum = digits.enumerated().reduce(0) { sum, entry in
            let value = entry.element * (entry.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + value / 10 + value % 10
        }
        return "\(556_000_000 + place)\((10 - sum % 10) % 10)"
    }
}
