import API
import JSON
import JSONRPC
import Testing

/// Whether all types of the contract are written and read by themselves as they are by `Codable`.
@Suite struct ContractCodingTests {
    @Test func examplesAreWrittenTheSameEitherWay() throws {
        for method in Contract.methods { try writeEitherWay(method) }
    }

    private func writeEitherWay<M: Method>(_ method: M.Type) throws {
        let example = M.example
        try expectWrittenAsFoundationDoes(example.parameters)
        try expectWrittenAsFoundationDoes(example.result)
    }

    /// An example is plain: `Codable` isn't asked for it.
    @Test func examplesAreReadPlainly() throws {
        for method in Contract.methods { try readPlainly(method) }
    }

    private func readPlainly<M: Method>(_ method: M.Type) throws {
        let example = M.example
        let parameters = try JSONValue(writing: example.parameters)
        #expect(M.Parameters(plain: parameters) == example.parameters, "\(M.name)")
        let result = try JSONValue(writing: example.result)
        #expect(M.Result(plain: result) == example.result, "\(M.name)")
    }

    /// The same value or the same error, whatever is wrong with one place of an example.
    @Test(arguments: Contract.methods.map { $0.name })
    func whatIsOddIsReadTheSameEitherWay(_ method: String) throws {
        guard let method = Contract.method(named: method) else { return }
        try readOdd(method)
    }

    private func readOdd<M: Method>(_ method: M.Type) throws {
        let example = M.example
        let parameters = try JSONValue(writing: example.parameters)
        for odd in Self.variants(of: parameters) {
            for unknown in [ValueDecoder.UnknownMembers.refused, .refusedInKept] {
                expectSame(M.Parameters.self, odd, unknown)
            }
        }
        let result = try JSONValue(writing: example.result)
        for odd in Self.variants(of: result) { expectSame(M.Result.self, odd, .ignored) }
    }

    private func expectSame<T: Described>(_ type: T.Type, _ value: JSONValue, _ unknown: ValueDecoder.UnknownMembers) {
        let byItself = Result { () throws(ParameterError) in
            try ValueDecoder.decode(type, from: value, unknown: unknown)
        }
        let byCodable = Result { () throws(ParameterError) in
            try ValueDecoder.decodeByCodable(type, from: value, unknown: unknown)
        }
        #expect(byItself == byCodable, "\(type): \(value)")
    }

    /// The value with one place changed: another kind of value, a member less, more or twice, a text that is too long. Of an
    /// array's elements the first one stands for all.
    private static func variants(of value: JSONValue, depth: Int = 0) -> [JSONValue] {
        var all: [JSONValue] = [.null, 7, "x"]
        if depth < 3 {
            all += [
                .bool(true), -1, .number(JSONNumber(parts: 15, places: 1)), [], .object(JSONObject()),
                .string(String(repeating: "x", count: 2001)), "\u{0}", "2021-02-29", "2201-01-01",
            ]
        }
        switch value {
        case .object(let object):
            for (index, member) in object.members.enumerated() {
                var other = object
                other.members.remove(at: index)
                all.append(.object(other))
                other = object
                other.members[index].name += "s"
                all.append(.object(other))
                for variant in variants(of: member.value, depth: depth + 1) {
                    other = object
                    other.members[index].value = variant
                    all.append(.object(other))
                }
            }
            if let first = object.members.first { all.append(.object(JSONObject(object.members + [first]))) }
            all.append(.object(JSONObject(object.members + [.init(name: "unheard-of", value: 1)])))
        case .array(let elements):
            if let first = elements.first {
                all += variants(of: first, depth: depth + 1).map { .array([$0] + elements.dropFirst()) }
            }
            all.append(.array(elements + [nil]))
        default: break
        }
        return all
    }
}
