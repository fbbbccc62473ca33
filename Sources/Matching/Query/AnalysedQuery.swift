import Language
import Procurement

/// A query with its words, codes and names looked up in one snapshot.
struct AnalysedQuery: Sendable {
    let source: MatchQuery
    /// Of the title and the keywords.
    let title: Terms
    /// Of the title, the keywords, the description and the labels of the codes.
    let subject: Terms
    /// The codes and patterns sought; the guessed code where none is given.
    let branches: [CPVBranch]
    /// The code that the words stand for, where no code is given.
    let guessed: CPVCode?
    /// The buyer's number, where it has bought before.
    let buyer: Int32?
    /// Nil where no buyer is given or its name doesn't tell.
    let buyerKind: BuyerKind?
    /// Where it is to be done, as far as codes and names tell.
    let places: [Place]
    /// Past procurements that may not speak, ascending.
    let silenced: [Int32]

    init(_ query: MatchQuery, in snapshot: IndexSnapshot) {
        source = query
        silenced = snapshot.procurements.keys.numbers(
            notices: query.excludedNotices, procedures: query.excludedProcedures)
        let lexicon = snapshot.words.lexicon
        title = lexicon.read(query.text)
        let codes = query.cpv + query.cpvPatterns.compactMap(\.code)
        guessed =
            codes.isEmpty && query.question == .notice ? CodeGuess(title, silenced: silenced, in: snapshot).code : nil
        var subject = lexicon.read(query.subject(snapshot.words.labels))
        subject.grams += title.grams
        subject.parts += title.parts
        self.subject = subject
        let all = (query.cpv + [guessed].compactMap { $0 }).map(CPVBranch.init) + query.cpvPatterns.map(CPVBranch.init)
        branches = Set(all).sorted { ($0.code, $0.digits) < ($1.code, $1.digits) }
        buyer = query.buyerKey.flatMap { snapshot.procurements.buyerKeys[$0] }
        buyerKind = query.buyerName.flatMap(BuyerKind.init(name:))
        places = RegionTable.places(nuts: query.nuts, buyer: query.buyerName, title: query.title)
    }
}

extension MatchQuery {
    /// How many words of a description count: it begins with what is bought and goes on with formalities.
    private static let descriptionWords = 60

    /// The title and the keywords.
    var text: FoldedText {
        var text = FoldedText(title)
        for keyword in keywords { text.append(keyword) }
        return text
    }

    /// The labels of the codes and the description.
    func subject(_ labels: CPVLabels) -> FoldedText {
        var text = labels.text(of: cpv + cpvPatterns.compactMap(\.code), lots: lots, besides: title)
        if let description {
            text.append(
                description.split(whereSeparator: \.isWhitespace).prefix(Self.descriptionWords).joined(separator: " "))
        }
        return text
    }
}

extension CPVPattern {
    /// The code that names the branch; nil for a pattern that is no code's branch.
    var code: CPVCode? { CPVCode(digits + String(repeating: "0", count: 8 - digits.utf8.count)) }
}
