import JSONRPC

/// What is known of a need in plain words, before anyone is asked.
package enum NeedsExplore: Method {
    package static let name = "needs.explore"
    package static let summary =
        "Explores a need in plain words: what it touches, how others bought the like, from whom, and what to ask."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// The need.
    package struct Parameters: Described, KeptOnRequest {
        package var text: String
        package var buyer: BuyerQuery?
        package var nuts: [String]?
        package var limit: Limit
        package var language: TextLanguage?
        package var keep: Bool?

        /// How many of each list where nothing is said.
        package static let standardLimit = Limit(clamping: 10)
        /// Characters: more than four pages.
        package static let longestText = 20_000

        package init(
            text: String, buyer: BuyerQuery? = nil, nuts: [String]? = nil, limit: Limit = Self.standardLimit,
            language: TextLanguage? = nil, keep: Bool? = nil
        ) {
            self.text = text
            self.buyer = buyer
            self.nuts = nuts
            self.limit = limit
            self.language = language
            self.keep = keep
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            text = try container.decode(String.self, forKey: .text)
            buyer = try container.decodeIfPresent(BuyerQuery.self, forKey: .buyer)
            nuts = try container.decodeIfPresent([String].self, forKey: .nuts)
            limit = try container.decodeIfPresent(Limit.self, forKey: .limit) ?? Self.standardLimit
            language = try container.decodeIfPresent(TextLanguage.self, forKey: .language)
            keep = try container.decodeIfPresent(Bool.self, forKey: .keep)
        }

        /// Leaves out what is as it would be anyway.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(text, forKey: .text)
            try container.encodeIfPresent(buyer, forKey: .buyer)
            try container.encodeIfPresent(nuts, forKey: .nuts)
            if limit != Self.standardLimit { try container.encode(limit, forKey: .limit) }
            try container.encodeIfPresent(language, forKey: .language)
            try container.encodeIfPresent(keep, forKey: .keep)
        }

        private enum CodingKeys: String, CodingKey { case text, buyer, nuts, limit, language, keep }

        package static let notes = [
            "text": "The need as people write it, in Swedish or English, at most 20000 characters.",
            "buyer": "Who buys.",
            "nuts": "Where it is to be done, such as SE121.",
            "limit":
                "How many procurements and how many suppliers of each kind at most: 1 to 1000, 10 where nothing is said.",
            "language": "The language of reasons and questions: sv, or en where nothing is said.",
            "keep": "Whether the answer is kept in a dossier; where nothing is said, as dossier.lists has it.",
        ]

        package static let bounds: [String: Bound] = ["text": .text(Self.longestText), "nuts": .codes]
    }

    /// What is known.
    package struct Result: Described, KeptAnswer {
        package var reach: NeedReach
        package var because: String
        package var words: [NeedWord]
        package var categories: [TouchedCategory]
        package var challenges: [TouchedChallenge]
        package var cpv: [TouchedBranch]
        package var similar: [SimilarProcurement]
        package var summary: ProcurementSummary
        package var established: [SupplierMatch]
        package var newcomers: [SupplierMatch]
        package var missing: [NeedQuestion]
        package var names: NeedNames
        package var setting: QuestionSetting?
        package var remarks: [String]?
        package var dataThrough: Day?
        package var generation: Int
        package var dossier: DossierReference?

        package init(
            reach: NeedReach, because: String, words: [NeedWord], categories: [TouchedCategory],
            challenges: [TouchedChallenge], cpv: [TouchedBranch],
            similar: [SimilarProcurement], summary: ProcurementSummary, established: [SupplierMatch],
            newcomers: [SupplierMatch], missing: [NeedQuestion], names: NeedNames,
            setting: QuestionSetting? = nil, remarks: [String]? = nil, dataThrough: Day? = nil, generation: Int,
            dossier: DossierReference? = nil
        ) {
            self.reach = reach
            self.because = because
            self.words = words
            self.categories = categories
            self.challenges = challenges
            self.cpv = cpv
            self.similar = similar
            self.summary = summary
            self.established = established
            self.newcomers = newcomers
            self.missing = missing
            self.names = names
            self.setting = setting
            self.remarks = remarks
            self.dataThrough = dataThrough
            self.generation = generation
            self.dossier = dossier
        }

        package static let notes = [
            "reach": "How far the answer reaches.",
            "because": "The same in a sentence, with the words that nothing is known of.",
            "words": "The words that the answer was looked up by: at most 12, the telling ones.",
            "categories": "The configured categories that it touches, the nearest first.",
            "challenges": "The configured challenges that it touches by name, in the order of the configuration.",
            "cpv": "The groups of the CPV that it touches, the nearest first.",
            "similar": "Procurements that others have made, the most alike first; those that nobody won too.",
            "summary": "How others went about it, over all similar procurements (at most 40), not those listed alone.",
            "established": "Suppliers that have won something, the best match first.",
            "newcomers": "Suppliers that have won nothing in the data, the best match first.",
            "missing": "What a supplier would have to ask about the text.",
            "setting": "The buyer and the places that the question was asked for; absent without any.",
            "remarks": "Sentences on what in the question is not known; absent where all is.",
            "names": "Names in the text that may point to one maker or supplier.",
            "dataThrough": "The date of the newest notice that counts; absent without any.",
            "generation": "The generation of the data that answered.",
            "dossier": "Where the answer is kept; absent where it isn't.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(text: "Vi behöver SharePoint till 300 lärare", limit: 1),
            gives: Result(
                reach: .well, because: "12 procurements are like this need.",
                words: [
                    NeedWord(
                        word: "sharepoint", procurements: 12, inCodes: false, weight: Points(millionths: 1_000_000),
                        known: Points(millionths: 1_000_000))
                ],
                categories: [
                    TouchedCategory(
                        category: NamedReference(id: "it", name: "IT"), similar: 10, keywords: [], cpv: [],
                        because: "10 of the 12 similar procurements lie in it.")
                ],
                challenges: [],
                cpv: [
                    TouchedBranch(
                        code: "48200000", name: "Networking, Internet and intranet software package", similar: 7,
                        named: [], because: "7 of the 12 similar procurements lie in it.")
                ],
                similar: [
                    SimilarProcurement(
                        noticeId: "0422cc77-a2d2-4aca-927c-d28aa9347937", title: "Intranät", buyer: "Norrvika kommun",
                        date: Day("2021-05-03"),
                        cpv: ["48200000"], procedure: "open",
                        value: .stated(Amount(amount: "1250000.00", currency: "SEK")), outcome: .awarded,
                        lots: [LotResult(tenders: .stated(3), outcome: .awarded)],
                        similarity: Points(millionths: 873_400))
                ], summary: .example, established: RankedSuppliers.example.matches, newcomers: [],
                missing: [
                    NeedQuestion(topic: .budget, question: "What budget or price range is there?")
                ],
                names: NeedNames(
                    warning: "The text names SharePoint without “or equivalent”.", allowsEquivalents: false,
                    found: [NameFinding(name: "SharePoint", kind: .product, certainty: .likely, offset: 12)]),
                dataThrough: Day("2021-10-22"), generation: 7))
    }
}
