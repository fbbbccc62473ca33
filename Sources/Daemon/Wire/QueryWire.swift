import API
import JSON
import JSONRPC
import Matching
import Procurement

// From what a caller asks for to the matcher's query. Codes that can't be read are told with their place.

extension Matching.MatchOptions {
    /// - Parameter weights: the configured ones, which the caller's go over.
    /// - Parameter listsNewcomers: whether newcomers are listed apart where the caller says nothing.
    /// - Parameter filter: where it is worked out already; the caller's own as it stands without one.
    init(
        _ options: API.MatchOptions, over weights: Weights, listsNewcomers: Bool = false,
        filter: Matching.SupplierFilter? = nil
    ) throws {
        var weights = weights
        if let changes = options.weights {
            weights = try weights.overriding(changes.dictionary.mapValues(\.double))
        }
        self.init(
            limit: options.limit.count, explain: options.explain,
            language: options.language ?? .en,
            weights: weights,
            filter: try filter ?? options.filter.map(Matching.SupplierFilter.init) ?? Matching.SupplierFilter(),
            listsNewcomers: (options.newcomers ?? listsNewcomers) && options.filter?.newcomers == nil)
    }
}

extension Matching.SupplierFilter {
    /// - Throws: -32602 for conditions that ask what the question is asked for: `Market.filter` knows that.
    init(_ filter: API.SupplierFilter) throws {
        guard filter.unasked != true, filter.near != true else {
            throw RPCError.invalid(
                parameter: filter.unasked == true ? "where.unasked" : "where.near",
                expected: "a question about a need, such as match.category", came: true)
        }
        self.init(
            sizes: filter.size.map(Set.init),
            nuts: try filter.nuts.map { Codes.outermost(try Codes.nuts($0, at: "where.nuts")) },
            includesUnknownPlace: filter.includeUnknownPlace ?? false,
            countries: try filter.country.map { Set(try Codes.countries($0, at: "where.country")) },
            newcomers: filter.newcomers, only: filter.only.map { Set($0.map { SupplierID($0) }) },
            excluded: Set((filter.exclude ?? []).map { SupplierID($0) }))
    }
}

extension MatchQuery {
    init(_ description: NoticeDescription) throws {
        self.init(title: description.title)
        self.description = description.description
        (cpv, cpvPatterns) = try Codes.cpv(description.cpv ?? [], at: "notice.cpv")
        buyerName = description.buyer?.name
        if let number = description.buyer?.id {
            buyerKey = Self.buyerKey(number)
        }
        kind = description.kind
        nuts = try Codes.nuts(description.nuts ?? [], at: "notice.nuts")
        lots = try (description.lots ?? []).enumerated().map { index, lot in
            PastProcurement.LotText(
                id: LotID("\(index + 1)"), title: lot.title ?? "", description: lot.description,
                cpv: try Codes.cpv(lot.cpv ?? [], at: "notice.lots[\(index)].cpv").codes)
        }
    }

    init(_ description: CategoryDescription) throws {
        self.init(
            Category(
                id: "", name: ["": description.name],
                cpv: try Codes.patterns(description.cpv, at: "category.cpv"), keywords: description.keywords ?? []))
    }

    init(_ description: ChallengeDescription) throws {
        self.init(
            Challenge(
                id: "", name: [:], text: description.text,
                cpv: try Codes.patterns(description.cpv ?? [], at: "challenge.cpv"), goals: description.goals ?? []))
    }
}

/// Codes as callers write them.
enum Codes {
    static func nuts(_ texts: [String], at parameter: String) throws(RPCError) -> [NUTSCode] {
        try read(
            texts, at: parameter, expected: "a region of the NUTS such as SE121; there is no such country or region"
        ) {
            NUTSCode($0).flatMap { $0.isKnown ? $0 : nil }
        }
    }

    static func countries(_ texts: [String], at parameter: String) throws(RPCError) -> [String] {
        try read(texts, at: parameter, expected: "a country in ISO 3166 alpha-2, such as SE") {
            CountryCode.isKnown($0) ? CountryCode.alpha2($0) : nil
        }
    }

    /// Those that lie in none of the others, each once: every supplier is held against each.
    static func outermost(_ codes: [NUTSCode]) -> [NUTSCode] {
        // A region comes right before what lies in it.
        Set(codes).sorted().reduce(into: []) { outermost, code in
            if outermost.last?.contains(code) != true { outermost.append(code) }
        }
    }

    static func patterns(_ texts: [String], at parameter: String) throws(RPCError) -> [CPVPattern] {
        try read(texts, at: parameter, expected: "a CPV code or pattern such as 72200000 or 722*") { CPVPattern($0) }
    }

    /// Whole codes apart from patterns.
    static func cpv(
        _ texts: [String], at parameter: String
    ) throws(RPCError) -> (codes: [CPVCode], patterns: [CPVPattern]) {
        let whole = texts.map { CPVCode($0) }
        let rest = texts.indices.filter { whole[$0] == nil }
        return (
            whole.compactMap { $0 },
            try rest.map { index throws(RPCError) in
                try read(
                    [texts[index]], at: parameter, from: index,
                    expected: "a CPV code or pattern such as 72200000 or 722*"
                ) {
                    CPVPattern($0)
                }[0]
            }
        )
    }

    private static func read<Code>(
        _ texts: [String], at parameter: String, from start: Int = 0, expected: String, _ make: (String) -> Code?
    ) throws(RPCError) -> [Code] {
        var codes: [Code] = []
        for (index, text) in texts.enumerated() {
            guard let code = make(text) else {
                throw .invalid(parameter: "\(parameter)[\(start + index)]", expected: expected, came: .string(text))
            }
            codes.append(code)
        }
        return codes
    }
}
