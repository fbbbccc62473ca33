import JSON
import Procurement

/// The suppliers of a list or a plan as it was kept, with place, score and reasons of that moment.
package struct KeptList: Sendable {
    /// One supplier in its place.
    package struct Row: Sendable, Hashable {
        package var supplier: String
        package var name: String
        /// Nil where the list has no order.
        package var rank: Int?
        package var score: Points
        /// The weightiest reasons in sentences, at most three.
        package var because: [String]
    }

    /// In the order of the list; of two lists the suppliers with a known win first. A supplier once.
    package let rows: [Row]

    private static let mostReasons = 3

    /// Of an answer of whatever method; without rows where it has no list of suppliers.
    package init(_ record: DossierRecord) {
        var rows: [Row] = []
        var known: Set<String> = []
        for list in ["matches", "established", "newcomers", "outreach", "seats"] {
            for value in record.result[list]?.array ?? [] {
                let who = value["supplier"] ?? value["member"]
                guard let who, let id = who["id"]?.string, known.insert(id).inserted else { continue }
                let score = value["score"]?.number.map { Points($0.double) } ?? .zero
                rows.append(
                    Row(
                        supplier: id, name: who["name"]?.string ?? id,
                        rank: (value["rank"] ?? value["order"])?.number?.integer(Int.self), score: score,
                        because: Self.reasons(value)))
            }
        }
        self.rows = rows
    }

    private static func reasons(_ value: JSONValue) -> [String] {
        if let because = value["because"]?.array, !because.isEmpty {
            return because.prefix(mostReasons).compactMap { $0.string ?? $0["sv"]?.string }
        }
        let signals = (value["signals"]?.array ?? []).compactMap { signal -> (points: Double, text: String)? in
            guard let points = signal["points"]?.number?.double, points > 0, let text = signal["because"]?.string,
                !text.isEmpty
            else { return nil }
            return (points, text)
        }
        return signals.enumerated().sorted {
            ($1.element.points, $0.offset) < ($0.element.points, $1.offset)
        }.prefix(mostReasons).map(\.element.text)
    }
}
