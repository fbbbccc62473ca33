import API
import Foundation
import JSON
import JSONRPC
import TestSupport
import Testing

@Suite struct ContractTests {
    /// The fixed part of the contract. Methods are added to it; none is taken away or renamed.
    static let fixed = [
        "feed.import", "suppliers.import", "refusals.list", "match.notice", "match.category", "match.challenge",
        "match.supplier", "suppliers.find", "suppliers.get", "notices.find", "notices.get", "categories.list",
        "challenges.list", "matching.backtest", "server.status", "rpc.discover",
    ]

    @Test func hasAllFixedMethodsOnce() {
        let names = Contract.methods.map { $0.name }
        #expect(Set(names).isSuperset(of: Self.fixed))
        #expect(Set(names).count == names.count)
        for name in names { #expect(name.wholeMatch(of: /[a-z]+\.[a-z][a-zA-Z]*/) != nil, "\(name)") }
        #expect(Contract.method(named: "match.notice") == MatchNotice.self)
        #expect(Contract.method(named: "match.nothing") == nil)
    }

    @Test func everyExampleIsReadBackAsWritten() throws {
        for method in Contract.methods { try check(method) }
    }

    private func check<M: Method>(_ method: M.Type) throws {
        let example = M.example
        let parameters = try JSONValue(writing: example.parameters)
        #expect(try ValueDecoder.decode(M.Parameters.self, from: parameters) == example.parameters, "\(M.name)")
        let result = try JSONValue(writing: example.result)
        #expect(try ValueDecoder.decode(M.Result.self, from: result) == example.result, "\(M.name)")
        #expect(result.object != nil, "\(M.name): a result is an object")
    }

    @Test func everyMemberHasANote() {
        #expect(OpenRPC.make().faults == [])
    }

    /// Re-record with TORG_RECORD=1 after a change that is meant.
    @Test func documentIsTheOneOnRecord() throws {
        let document = OpenRPC.document.indented + "\n"
        #expect(document == (try Repository.recorded(document, as: "docs/openrpc.json")))
    }

    @Test func documentHoldsWhatOpenRPCAsksFor() throws {
        let document = OpenRPC.document
        let schemas = try #require(document["components"]?["schemas"]?.object)
        var references: Set<String> = []
        func collect(_ value: JSONValue) {
            switch value {
            case .array(let elements): for element in elements { collect(element) }
            case .object(let object):
                if case .string(let text) = object["$ref"] { references.insert(text) }
                for member in object.members { collect(member.value) }
            default: break
            }
        }
        collect(document)
        #expect(references == Set(schemas.members.map { "#/components/schemas/\($0.name)" }))
        for method in document["methods"]?.array ?? [] {
            #expect(method["name"]?.string != nil && method["params"]?.array != nil)
            // Required parameters stand before optional ones (OpenRPC, Method Object).
            let required = (method["params"]?.array ?? []).map { $0["required"] == true }
            #expect(required == required.sorted { $0 && !$1 }, "\(method["name"] as Any)")
        }
    }

    @Test func schemaOfAMatchSaysWhatTheCodeDoes() throws {
        let methods = try #require(OpenRPC.document["methods"]?.array)
        let match = try #require(methods.first { $0["name"] == "match.notice" })
        let parameters = try #require(match["params"]?.array)
        #expect(
            parameters.compactMap { $0["name"]?.string } == [
                "notice", "limit", "explain", "weights", "where", "language", "newcomers", "fold", "keep",
            ])
        #expect(parameters.map { $0["required"] == true } == [true] + Array(repeating: false, count: 8))
        #expect(parameters[1]["schema"] == ["type": "integer", "minimum": 1, "maximum": 1000, "default": 20])
        #expect(match["result"]?["schema"] == ["$ref": "#/components/schemas/RankedSuppliers"])
        let filter = OpenRPC.document["components"]?["schemas"]?["SupplierFilter"]
        #expect(filter?["additionalProperties"] == false)
        #expect(filter?["properties"]?["size"]?["items"]?["enum"] == ["micro", "small", "medium", "large", "sme"])
        let signal = OpenRPC.document["components"]?["schemas"]?["Signal"]
        #expect(signal?["required"] == ["name", "weight", "points", "because"])
    }
}
