import API
import Dialogue
import JSON
import JSONRPC
import Matching
import Procurement
import Store
import Testing

@testable import Daemon

/// From a request on the wire to the planner's, and back.
@Suite struct TimetableSchedulingTests {
    /// On a market that knows nobody.
    private func scheduling(_ more: String, companies: String) throws -> TimetableScheduling {
        let facts = MarketFacts(suppliers: [], procurements: [])
        let snapshot = IndexBuilder().build(facts)
        let market = Market(
            snapshot: snapshot, needs: NeedIndex(facts, in: snapshot), categories: [], challenges: [],
            weights: .standard)
        let store = try Store.inMemory()
        let basis = try PlanBasis(market, weights: nil, memory: DialogueMemory(event: nil, in: store))
        let text = """
            {"hosts": [{"id": "it", "name": "Kategori IT"}, {"id": "mat"}], "companies": \(companies),
             "slots": {"starts": "09:00", "count": 2, "minutes": 20}\(more)}
            """
        let parameters = try ValueDecoder.decode(
            MeetingsSchedule.Parameters.self, from: try JSONParser.parse(Array(text.utf8)))
        return try TimetableScheduling(parameters, on: basis, in: store)
    }

    private func fault(_ more: String = "", companies: String = #"[{"name": "Ett AB"}]"#) throws -> ParameterError {
        try #require(
            #expect(throws: ParameterError.self) { _ = try scheduling(more, companies: companies) })
    }

    /// The dearest counts in full, each one below it less; a company that said nothing takes all alike.
    @Test func wishListsBecomeScores() throws {
        let request = try scheduling(
            "", companies: #"[{"name": "Ett AB", "wishes": ["mat", "it"]}, {"name": "Två AB"}]"#
        ).request
        #expect(request.companies.map(\.name) == ["Ett AB", "Två AB"])
        let scores = request.wishes.map { "\($0.company) \($0.host) \($0.companyScore) \($0.hostScore)" }
        #expect(
            Set(scores) == [
                "registered-1 mat 1000000 500000", "registered-1 it 500000 500000",
                "registered-2 mat 500000 500000", "registered-2 it 500000 500000",
            ])
    }

    @Test func whatIsStatedOfAPairGoesBeforeWhatFollows() throws {
        let request = try scheduling(
            #", "wishes": [{"company": "Ett AB", "host": "it", "companyScore": 0.25, "hostScore": 1}]"#,
            companies: #"[{"name": "Ett AB", "wishes": ["mat"]}]"#
        ).request
        let it = try #require(request.wishes.first { $0.host == "it" })
        #expect(it.companyScore == 250_000 && it.hostScore == 1_000_000)
    }

    @Test func generalNumbersHoldWhereACompanyOrHostHasNoneOfItsOwn() throws {
        let request = try scheduling(
            #", "companyMinimum": 1, "companyMaximum": 2, "hostMaximum": 3, "spareTables": 1"#,
            companies: #"[{"name": "Ett AB"}, {"name": "Två AB", "minimum": 0, "maximum": 1}]"#
        ).request
        #expect(request.companies.map(\.minimum) == [1, 0] && request.companies.map(\.maximum) == [2, 1])
        #expect(request.hosts.map(\.maximum) == [3, 3] && request.hosts.map(\.name) == ["Kategori IT", "mat"])
        #expect(request.tables == 2 && request.spareTables == 1, "a table for each host")
    }

    @Test func decisionsByHandKeepWhoseTheyAreAndNoPersonalNumber() throws {
        let request = try scheduling(
            #"""
            , "edits": [
                {"edit": "swap", "company": "Ett AB", "with": "Två AB", "host": "it", "by": "anna", "note": "811228-9874 bad"},
                {"edit": "move", "company": "Ett AB", "host": "mat", "slot": "2", "by": "bo", "note": "hinner inte"}]
            """#, companies: #"[{"name": "Ett AB"}, {"name": "Två AB"}]"#
        ).request
        #expect(
            request.edits.map(\.change) == [
                .forbid(company: "registered-1", host: "it"), .pin(company: "registered-2", host: "it", slot: nil),
                .pin(company: "registered-1", host: "mat", slot: "2"),
            ])
        #expect(request.edits.map(\.by) == ["anna", "anna", "bo"])
        #expect(!request.edits[0].note.contains("9874"))
    }

    @Test func whatIsMissingIsNamedByItsPlace() throws {
        let edit = #""company": "Ett AB", "host": "it", "by": "a", "note": "b""#
        #expect(try fault(#", "edits": [{"edit": "move", \#(edit)}]"#).parameter == "edits[0].slot")
        #expect(try fault(#", "edits": [{"edit": "swap", \#(edit)}]"#).parameter == "edits[0].with")
        #expect(try fault(companies: #"[{"name": "A"}, {"minimum": 1}]"#).parameter == "companies[1].name")
        #expect(
            try fault(companies: #"[{"name": "A", "wishes": ["it", "iit"]}]"#).parameter == "companies[0].wishes[1]")
    }

    @Test func theTimetableComesBackInTheWordsOfTheRequest() throws {
        let result = try scheduling(
            #", "edits": [{"edit": "ban", "company": "Ett AB", "host": "mat", "by": "anna", "note": "jäv"}]"#,
            companies: #"[{"name": "Ett AB", "wishes": ["it", "mat"]}]"#
        ).result()
        #expect(result.meetings.map { "\($0.company) \($0.host) \($0.table)" } == ["registered-1 it 1"])
        #expect(result.companies.map(\.name) == ["Ett AB"] && result.hosts.map(\.name) == ["Kategori IT", "mat"])
        #expect(result.unscheduled.map { "\($0.host) \($0.reason.rawValue)" } == ["mat forbidden"])
        #expect(result.edits.map(\.edit) == ["ban"] && result.edits.map(\.by) == ["anna"])
    }
}
