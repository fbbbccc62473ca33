import JSONRPC

/// Why one supplier stands where it stands, on the list or not.
package enum MatchingExplain: Method {
    package static let name = "matching.explain"
    package static let summary =
        "Tells where one supplier stands for a need and why; and what keeps it off the list, where it isn't on it."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound]

    /// The need, the supplier, and how to answer.
    package struct Parameters: Described, KeptOnRequest {
        package var need: NeedQuery
        package var supplier: String
        package var options: MatchOptions
        package var keep: Bool? { options.keep }

        package init(need: NeedQuery, supplier: String, options: MatchOptions = MatchOptions()) {
            self.need = need
            self.supplier = supplier
            self.options = options
        }

        private enum CodingKeys: String, CodingKey { case need, supplier }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            need = try container.decode(NeedQuery.self, forKey: .need)
            supplier = try container.decode(String.self, forKey: .supplier)
            options = try MatchOptions(from: decoder)
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(need, forKey: .need)
            try container.encode(supplier, forKey: .supplier)
            try options.encode(to: encoder)
        }

        package static let notes = MatchOptions.notes.merging([
            "need": "One of category, challenge and notice, as the match of that name takes it.",
            "supplier": "The id of the supplier; see suppliers.find.",
            "limit": "How long the list is that it may stand on: 1 to 1000, 20 where nothing is said.",
        ]) { _, own in own }

        package static let bounds: [String: Bound] = MatchOptions.bounds.merging(["supplier": .id]) { _, own in own }
    }

    /// Where it stands.
    package struct Result: KeptAnswer {
        package var supplier: SupplierReference
        package var rank: Int?
        package var score: Points?
        package var signals: [Signal]
        package var evidence: [Evidence]
        package var considered: Int
        package var scoreOfLastPlace: Points?
        package var reasons: [String]
        package var dataThrough: Day?
        package var generation: Int
        package var weights: SortedMap<Points>
        package var dossier: DossierReference?

        package init(
            supplier: SupplierReference, rank: Int? = nil, score: Points? = nil, signals: [Signal] = [],
            evidence: [Evidence] = [], considered: Int, scoreOfLastPlace: Points? = nil, reasons: [String] = [],
            dataThrough: Day? = nil, generation: Int, weights: SortedMap<Points>, dossier: DossierReference? = nil
        ) {
            self.supplier = supplier
            self.rank = rank
            self.score = score
            self.signals = signals
            self.evidence = evidence
            self.considered = considered
            self.scoreOfLastPlace = scoreOfLastPlace
            self.reasons = reasons
            self.dataThrough = dataThrough
            self.generation = generation
            self.weights = weights
            self.dossier = dossier
        }

        package static let notes = [
            "supplier": "Who it is.",
            "rank": "Its place among all that were considered, from 1; absent when the filter leaves it out.",
            "score": "From 0 to 1: the sum of the points of its signals; absent when the filter leaves it out.",
            "signals": "What makes up its score; empty when the filter leaves it out.",
            "evidence": "Past notices that speak for it; empty when explain is false.",
            "considered": "How many suppliers were looked at.",
            "scoreOfLastPlace": "The score of the last place on the list; absent when the supplier is on the list.",
            "reasons":
                "Sentences: what keeps it off the list, and what would change that, the largest gain first. Empty when "
                + "it is on the list.",
            "dataThrough": "The date of the newest notice that counts; absent without any.",
            "generation": "The generation of the data that answered.",
            "weights": "The weights in force, by signal.",
            "dossier": "Where the answer is kept; absent where it isn't.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(need: .category(.configured("it")), supplier: "SE4999022611", options: MatchOptions(limit: 10)),
            gives: Result(
                supplier: SupplierReference(
                    id: "SE4999022611", name: "Sundhamra Informationsteknik AB", size: .small, newcomer: false),
                rank: 14, score: Points(millionths: 484_000),
                signals: [
                    Signal(
                        name: "experience", value: Points(millionths: 910_000), weight: Points(millionths: 400_000),
                        points: Points(millionths: 364_000), because: "Won 3 procurements much like this one."),
                    Signal(
                        name: "scope", value: Points(millionths: 200_000), weight: Points(millionths: 600_000),
                        points: Points(millionths: 120_000), because: "Won once in 722."),
                ],
                considered: 9036, scoreOfLastPlace: Points(millionths: 512_000),
                reasons: [
                    "Ranked 14 with 0.484; place 10 has 0.512.",
                    "Wins or register codes in these CPV groups would give up to 0.03 more. Won once in 722.",
                ],
                dataThrough: Day("2021-10-22"), generation: 7,
                weights: ["experience": Points(millionths: 400_000), "scope": Points(millionths: 600_000)]))
    }
}
