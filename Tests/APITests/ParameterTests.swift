import API
import JSON
import JSONRPC
import Procurement
import Testing

/// The parameters as the contract writes them.
@Suite struct ParameterTests {
    private func read<T: Decodable>(_ type: T.Type, _ text: String) throws -> T {
        try ValueDecoder.decode(type, from: try JSONParser.parse(text))
    }

    private func error<T: Decodable>(_ type: T.Type, _ text: String) throws -> ParameterError {
        try #require(throws: ParameterError.self) { try read(type, text) }
    }

    @Test func readsADescribedNotice() throws {
        let parameters = try read(
            MatchNotice.Parameters.self,
            #"""
            {"notice": {"title": "Städning", "description": "x", "cpv": ["90910000"], "buyer": {"name": "Ekby"},
             "kind": "services", "nuts": ["SE121"], "lots": [{"title": "Norr", "cpv": ["90911000"]}]},
             "limit": 5, "explain": false, "weights": {"experience": 0.5, "cpv": 0},
             "where": {"size": ["micro", "small"], "nuts": ["SE121"], "newcomers": true, "exclude": ["s1"]}}
            """#)
        #expect(
            parameters
                == MatchNotice.Parameters(
                    notice: .described(
                        NoticeDescription(
                            title: "Städning", description: "x", cpv: ["90910000"], buyer: BuyerQuery(name: "Ekby"),
                            kind: .services, nuts: ["SE121"], lots: [LotDescription(title: "Norr", cpv: ["90911000"])])),
                    options: MatchOptions(
                        limit: 5, explain: false, weights: ["experience": Points(0.5), "cpv": .zero],
                        filter: SupplierFilter(
                            size: [.micro, .small], nuts: ["SE121"], newcomers: true, exclude: ["s1"]))))
    }

    @Test func readsEitherForm() throws {
        #expect(try read(MatchNotice.Parameters.self, #"{"notice":{"id":"n1"}}"#).notice == .stored(id: "n1"))
        #expect(try read(MatchNotice.Parameters.self, #"{"notice":"n1"}"#).notice == .stored(id: "n1"))
        #expect(
            try read(MatchingExplain.Parameters.self, #"{"need":{"notice":"n1"},"supplier":"s1"}"#).need
                == .notice(.stored(id: "n1")))
        #expect(try read(MatchCategory.Parameters.self, #"{"category":"it"}"#).category == .configured("it"))
        #expect(
            try read(MatchCategory.Parameters.self, #"{"category":{"name":"IT","cpv":["722*"]}}"#).category
                == .described(CategoryDescription(name: "IT", cpv: ["722*"])))
        #expect(
            try read(MatchChallenge.Parameters.self, #"{"challenge":{"text":"x","goals":["env-imp"]}}"#).challenge
                == .described(ChallengeDescription(text: "x", goals: ["env-imp"])))
    }

    @Test func fillsInTheDefaults() throws {
        let options = try read(MatchSupplier.Parameters.self, #"{"supplier":"s1"}"#).options
        #expect(options == MatchOptions(limit: 20, explain: true))
        #expect(try JSONText(writing: options).bytes == Array("{}".utf8))
    }

    @Test(arguments: [
        (#"{"category":"it","limit":0}"#, "limit", "a whole number from 1 to 1000"),
        (#"{"category":"it","limit":1001}"#, "limit", "a whole number from 1 to 1000"),
        (#"{"category":"it","limit":"5"}"#, "limit", "a whole number from 1 to 1000"),
        (#"{"category":"it","weights":{"cpv":"x"}}"#, "weights.cpv", "a number"),
        (#"{"category":"it","weights":{"cpv":1e300}}"#, "weights.cpv", "a number from 0 to 1000"),
        (#"{"category":"it","weights":{"cpv":1,"size":-0.5}}"#, "weights.size", "a number from 0 to 1000"),
        (#"{"category":7}"#, "category", "the id of one as a string, or an object that describes it"),
        (#"{"category":{"name":"IT"}}"#, "category.cpv", "a value: it is required"),
        (
            #"{"category":{"name":"IT","cpv":[],"keyword":[]}}"#, "category.keyword",
            "a known name (did you mean “keywords”?)"
        ),
        (#"{"category":"it","where":{"sizes":[]}}"#, "where.sizes", "a known name (did you mean “size”?)"),
        (#"{"category":"it","limits":5}"#, "limits", "a known name (did you mean “limit”?)"),
    ])
    func saysWhatIsWrong(text: String, parameter: String, expected: String) throws {
        let error = try error(MatchCategory.Parameters.self, text)
        #expect(error.parameter == parameter)
        #expect(error.expected == expected)
    }

    @Test func refusesUnknownMembersOfEitherForm() throws {
        #expect(
            try error(MatchNotice.Parameters.self, #"{"notice":{"id":"n1","title":"x"}}"#).parameter == "notice.title")
        #expect(try error(MatchNotice.Parameters.self, #"{"notice":{"titel":"x"}}"#).expected.contains("“title”"))
        #expect(try error(NoParameters.self, #"{"x":1}"#).expected == "no parameters")
    }

    @Test func readsTheOtherParameters() throws {
        #expect(try read(FeedImport.Parameters.self, #"{"paths":["/a"]}"#).paths == ["/a"])
        #expect(try read(SuppliersImport.Parameters.self, #"{"path":"/a.csv"}"#).path == "/a.csv")
        #expect(try read(RefusalsList.Parameters.self, "{}") == RefusalsList.Parameters())
        let backtest = try read(MatchingBacktest.Parameters.self, #"{"from":"2021-09-01","embargoDays":90}"#)
        #expect(backtest == MatchingBacktest.Parameters(from: CalendarDate(nearestTo: 2021, 9, 1), embargoDays: 90))
        #expect(try error(MatchingBacktest.Parameters.self, #"{"from":"2021-02-29"}"#).parameter == "from")
        let find = try read(SuppliersFind.Parameters.self, #"{"query":"x","where":{"newcomers":false},"limit":3}"#)
        #expect(find == SuppliersFind.Parameters(query: "x", filter: SupplierFilter(newcomers: false), limit: 3))
    }
}
