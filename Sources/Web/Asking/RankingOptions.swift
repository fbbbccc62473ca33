import API
import Foundation
import Procurement
import Sheets

// How a list of suppliers is asked for, as its address has it: how long it is, whom it may hold, weights to try out.

extension Visit {
    /// What begins the name of a field with a weight to try out: `w-experience=0.4`.
    static let weightPrefix = "w-"
    /// How many of those are read: more than there are signals.
    private static let mostWeights = 40
    private static let filters = ["near", "unasked", "unplaced", "fold"]

    /// - Throws: `FormError` for a weight that is no number from 0 to 1000.
    func options() throws -> MatchOptions {
        var filter = SupplierFilter()
        let sizes = asked.all("size").compactMap(SupplierSize.init(rawValue:))
        if !sizes.isEmpty { filter.size = sizes }
        filter.nuts = asked.places("in")
        filter.country = asked.codes("country")
        if asked["near"] != nil { filter.near = true }
        if asked["unasked"] != nil { filter.unasked = true }
        if asked["unplaced"] != nil { filter.includeUnknownPlace = true }
        if let wins = asked["wins"] { filter.newcomers = wins == "none" }
        var options = MatchOptions(
            limit: Limit(clamping: asked["limit"].flatMap(Int.init) ?? 20), weights: try triedWeights(),
            filter: filter, language: language)
        if asked["fold"] != nil { options.fold = true }
        return options
    }

    var buyer: BuyerQuery? { asked["buyer"].map { BuyerQuery(name: $0) } }
    var places: [String]? { asked.places("place") }

    private var weightNames: [String] {
        Array(asked.names(beginning: Self.weightPrefix).filter { asked[$0] != nil }.prefix(Self.mostWeights))
    }

    /// Weights to try out, by signal; `nil` where the office's hold.
    func triedWeights() throws -> SortedMap<Points>? {
        var weights: SortedMap<Points> = [:]
        for name in weightNames {
            guard let text = asked[name] else { continue }
            let signal = String(name.dropFirst(Self.weightPrefix.count))
            let plain = text.replacingOccurrences(of: ",", with: ".")
            guard let value = Double(plain), (0...1000).contains(value) else {
                throw FormError(
                    sv: "Vikten för ”\(language.signal(signal))” ska vara ett tal från 0 till 1000, inte ”\(text)”.",
                    en: "The weight of “\(language.signal(signal))” is to be a number from 0 to 1000, not “\(text)”.")
            }
            weights[signal] = Points(value)
        }
        return weights.isEmpty ? nil : weights
    }

    /// The address of a list with what is asked of it.
    func filtered(_ address: Address, withWeights: Bool = true) -> Address {
        var filtered = address.saying("place", asked["place"]).saying("buyer", asked["buyer"])
            .saying("size", all: asked.all("size")).saying("in", asked["in"]).saying("country", asked["country"])
            .saying("wins", asked["wins"])
        for name in Self.filters { filtered = filtered.saying(name, asked[name]) }
        if withWeights { for name in weightNames { filtered = filtered.saying(name, asked[name]) } }
        return filtered.saying("limit", asked["limit"])
    }

    /// The form above a list, as it was filled in.
    ///
    /// - Parameters:
    ///   - weights: those in force for the office.
    ///   - hasSetting: whether the question may say for whom and where: a notice says so itself.
    func filterFields(weights: SortedMap<Points>, hasSetting: Bool) -> Fields {
        let chosen = Set(asked.all("size"))
        let limit = asked["limit"] ?? "20"
        let isWide = (Self.filters + ["wins", "country"]).contains { asked[$0] != nil }
        var fields: Fields = [
            "hasSetting": .flag(hasSetting), "place": Fields.Value(asked["place"]),
            "buyer": Fields.Value(asked["buyer"]), "in": Fields.Value(asked["in"]),
            "country": Fields.Value(asked["country"]), "isWide": .flag(isWide),
            "isTried": .flag(!weightNames.isEmpty),
            "sizes": Fields.Value(
                SupplierSize.allCases.filter { $0 != .sme }.map {
                    Self.choice($0.rawValue, language.size($0), chosen.contains($0.rawValue))
                }),
            "limits": Fields.Value(
                ["10", "20", "50", "100"].map { ["value": .text($0), "isChosen": .flag($0 == limit)] }),
            "wins": Fields.Value([
                Self.choice("", reader.pick(sv: "alla", en: "all"), asked["wins"] == nil),
                Self.choice("some", reader.pick(sv: "har vunnit", en: "have won"), asked["wins"] == "some"),
                Self.choice("none", reader.pick(sv: "inga kända vinster", en: "no known win"), asked["wins"] == "none"),
            ]),
            "weights": Fields.Value(
                weights.map { signal, weight in
                    [
                        "name": .text(Self.weightPrefix + signal), "word": .text(language.signal(signal)),
                        "office": .text(reader.points(weight)),
                        "value": Fields.Value(asked[Self.weightPrefix + signal]),
                    ]
                }),
        ]
        for name in Self.filters { fields["\(name)Chosen"] = .flag(asked[name] != nil) }
        return fields
    }

    private static func choice(_ value: String, _ word: String, _ isChosen: Bool) -> Fields {
        ["value": .text(value), "word": .text(word), "isChosen": .flag(isChosen)]
    }

    /// A name in the page's language, where it has one.
    func name(_ names: SortedMap<String>, _ name: String) -> String { names.dictionary[language.rawValue] ?? name }

    /// A notice's text in the page's language, else in the one that there is.
    func text(_ versions: [TextVersion]) -> String? {
        let order = language == .sv ? ["SWE", "ENG"] : ["ENG", "SWE"]
        for code in order { if let found = versions.first(where: { $0.language == code }) { return found.text } }
        return versions.first?.text
    }
}
