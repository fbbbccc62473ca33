import Language
import Procurement

/// The names that a need in plain words is looked up in: those of CPV codes in both languages, and those of suppliers.
/// It needs no snapshot, so it can be made beside one.
struct NeedNames: Sendable {
    let suppliers: KnownNames
    let labels: [CPVCode: (swedish: String?, english: String?)]

    init(_ texts: MarketTexts, swedish: [CPVCode: String], english: [CPVCode: String]) {
        // Without a code list, the divisions' names are known still.
        let (swedish, english) = (
            swedish.merging(Self.divisions.swedish) { own, _ in own },
            english.merging(Self.divisions.english) { own, _ in own }
        )
        let ordinary = LabelWords(swedish, language: .swedish, titles: texts.titles)
        suppliers = KnownNames(texts.suppliers, texts.ofSuppliers) { ordinary.holds($0) }
        var labels: [CPVCode: (swedish: String?, english: String?)] = [:]
        for (code, label) in swedish { labels[code, default: (nil, nil)].swedish = label }
        for (code, label) in english { labels[code, default: (nil, nil)].english = label }
        self.labels = labels
    }

    private static let divisions: (swedish: [CPVCode: String], english: [CPVCode: String]) = CPVDivision.labels.reduce(
        into: ([:], [:])
    ) { names, label in
        names.0[label.code] = label.swedish
        names.1[label.code] = label.english
    }
}
