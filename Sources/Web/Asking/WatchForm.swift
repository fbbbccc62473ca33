import API
import Procurement
import Sheets

/// A watch as its form and its address have it: `category=it&place=SE121&tell=notice`.
struct WatchForm: Sendable {
    var name: String
    var question: WatchQuestion
    var tell: [NewsKind]
    var months: Int
    var first: Int

    init(_ form: Form) {
        name = form["name"] ?? ""
        question = WatchQuestion(
            need: form["need"], category: form["category"], challenge: form["challenge"], cpv: form.codes("cpv"),
            buyer: form["buyer"].map(Self.buyer), words: form["words"], supplier: form["supplier"],
            nuts: form.places("place"))
        let told = form.all("tell").compactMap(NewsKind.init(rawValue:))
        let usual: [NewsKind] = form["supplier"] == nil ? [.notice, .result, .plan] : [.result, .status]
        tell = form.has("tell") ? told : usual
        months = form["months"].flatMap(Int.init) ?? WatchesSave.Parameters.standardMonths
        first = form["first"].flatMap(Int.init) ?? WatchesSave.Parameters.standardFirst
    }

    init(_ watch: WatchLine) {
        (name, question, tell) = (watch.name, watch.question, watch.tell)
        (months, first) = (watch.months, watch.first)
    }

    /// A number of digits is a number, all else words of a name.
    private static func buyer(_ text: String) -> BuyerQuery {
        text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-") } ? BuyerQuery(id: text) : BuyerQuery(name: text)
    }

    func parameters(over watch: Int?) -> WatchesSave.Parameters {
        WatchesSave.Parameters(
            name: name, question: question, tell: tell, watch: watch, months: months, first: first)
    }

    /// The address of something that is given a watch to make.
    func said(_ address: Address) -> Address {
        address.saying("name", name).saying("need", question.need).saying("category", question.category)
            .saying("challenge", question.challenge).saying("cpv", question.cpv?.joined(separator: ", "))
            .saying("buyer", question.buyer.flatMap { $0.name ?? $0.id }).saying("words", question.words)
            .saying("supplier", question.supplier).saying("place", question.nuts?.joined(separator: ", "))
            .saying("tell", all: tell.map(\.rawValue)).saying("months", "\(months)").saying("first", "\(first)")
    }

    func fields(_ categories: [CategoryLine], _ challenges: [ChallengeLine], _ visit: Visit) -> Fields {
        [
            "watchName": Fields.Value(name), "needText": Fields.Value(question.need),
            "cpv": Fields.Value(question.cpv?.joined(separator: ", ")),
            "buyer": Fields.Value(question.buyer.flatMap { $0.name ?? $0.id }),
            "words": Fields.Value(question.words), "supplier": Fields.Value(question.supplier),
            "place": Fields.Value(question.nuts?.joined(separator: ", ")), "months": Fields.Value(months),
            "first": Fields.Value(first),
            "categories": Fields.Value(
                categories.map { choice($0.id, visit.name($0.names, $0.name), $0.id == question.category) }),
            "challenges": Fields.Value(
                challenges.map { choice($0.id, visit.name($0.names, $0.name), $0.id == question.challenge) }),
            "tells": Fields.Value(
                NewsKind.allCases.map { choice($0.rawValue, visit.language.news($0), tell.contains($0)) }),
        ]
    }

    private func choice(_ value: String, _ word: String, _ isChosen: Bool) -> Fields {
        ["value": .text(value), "word": .text(word), "isChosen": .flag(isChosen)]
    }
}
