import API
import Procurement

/// The six parts that a score is shown as. The engine's signals are more; those that say the same to a reader share a colour.
enum SignalSeries: Int, CaseIterable {
    case industry = 1
    case experience, words, codes, place, other

    init(_ signal: String) {
        self =
            switch signal {
            case "industry", "trade": .industry
            case "experience", "record", "recency", "participation": .experience
            case "words", "name", "description": .words
            case "scope", "offer", "cpv": .codes
            case "region": .place
            default: .other
            }
    }

    func word(_ language: TextLanguage) -> String {
        switch self {
        case .industry: language.pick(sv: "Bransch", en: "Industry")
        case .experience: language.pick(sv: "Liknande upphandlingar", en: "Similar procurements")
        case .words: language.pick(sv: "Ord", en: "Words")
        case .codes: language.pick(sv: "CPV", en: "CPV")
        case .place: language.pick(sv: "Plats", en: "Place")
        case .other: language.pick(sv: "Övrigt", en: "Other")
        }
    }
}

/// A score as a bar made of its signals, as wide as the score is high.
struct ScoreBar {
    /// Units of the drawing that a score of 1 is wide.
    static let width = 360

    let score: Points
    let signals: [Signal]
    let reader: Reader

    /// What the template `ranked` draws.
    var fields: Fields {
        var sums: [SignalSeries: Points] = [:]
        for signal in signals {
            sums[SignalSeries(signal.name), default: .zero] = (sums[SignalSeries(signal.name)] ?? .zero) + signal.points
        }
        var x = 0
        var parts: [Fields] = []
        var words: [String] = []
        for series in SignalSeries.allCases {
            guard let points = sums[series], points > .zero else { continue }
            let width = max(1, points.millionths * Self.width / 1_000_000)
            parts.append([
                "x": Fields.Value(x), "width": Fields.Value(width), "series": Fields.Value(series.rawValue),
            ])
            words.append("\(series.word(reader.language)) \(reader.points(points))")
            x += width
        }
        return [
            "parts": Fields.Value(parts), "span": Fields.Value(Self.width),
            "words": Fields.Value(words.joined(separator: "; ")),
        ]
    }
}
