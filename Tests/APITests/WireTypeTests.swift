import API
import JSON
import JSONRPC
import Procurement
import Testing

@WireType
struct Order: Described {
    /// What is "asked" for; \ is a stroke.
    /// In two lines.
    @Named("in") @Within(.text(5)) package var place: String?
    /// How many.
    @Within(.integer(0...9)) package var count: Int
    /// How large.
    package var sizes: [SupplierSize] = []
    /// Whether at once.
    @Defaulted package var isUrgent: Bool = true
    /// How many and one.
    @Derived package var more: Int { count + 1 }
    @Inlined(["limit": "How many lines."]) package var options: MatchOptions = MatchOptions(limit: 5)

    package var isLarge: Bool { count > 5 }
    package static let none = Order(count: 0)
}

@WireType
struct Hint: Described {
    /// Who.
    package var name: String?
    /// How sure.
    package var certainty: Points?
    /// How often.
    package var count: Int
}

/// What a wire type has of its declaration.
@Suite struct WireTypeTests {
    private func text(_ value: some JSONWritable) throws -> String {
        String(decoding: try JSONText(writing: value).bytes, as: UTF8.self)
    }

    @Test func notesAreTheComments() {
        #expect(Order.notes["in"] == #"What is "asked" for; \ is a stroke. In two lines."#)
        #expect(Order.notes["place"] == nil && Order.notes["isLarge"] == nil && Order.notes["none"] == nil)
        #expect(Order.notes["limit"] == "How many lines.")
        #expect(Order.notes["explain"] == MatchOptions.notes["explain"])
        #expect(Order.bounds["in"] == .text(5) && Order.bounds["count"] == .integer(0...9))
        #expect(Order.bounds["weights"] == MatchOptions.bounds["weights"])
        #expect(Hint.bounds == [:])
    }

    @Test func initialValuesAreDefaults() {
        let order = Order(count: 7)
        #expect(order.place == nil && order.sizes == [] && order.isUrgent && order.options.limit == 5)
    }

    private static let orders: [(Order, String)] = [
        (Order(count: 7), #"{"count":7,"sizes":[],"more":8,"limit":5}"#),
        (
            Order(
                place: "Ekby", count: 1, sizes: [.micro, .sme], isUrgent: false,
                options: MatchOptions(filter: SupplierFilter(newcomers: true))),
            #"{"in":"Ekby","count":1,"sizes":["micro","sme"],"isUrgent":false,"more":2,"where":{"newcomers":true}}"#
        ),
        (Order(place: "\n", count: 1), #"{"in":"\n","count":1,"sizes":[],"more":2,"limit":5}"#),
    ]

    @Test(arguments: orders)
    func writesEitherWay(_ order: Order, _ written: String) throws {
        #expect(try text(order) == written)
        try expectWrittenAsFoundationDoes(order)
    }

    private static let hints: [(Hint, String)] = [
        (Hint(count: 1), #"{"count":1}"#), (Hint(name: "", count: 1), #"{"name":"","count":1}"#),
        (Hint(certainty: .one, count: 1), #"{"certainty":1,"count":1}"#),
        (Hint(name: "a", certainty: .one, count: 1), #"{"name":"a","certainty":1,"count":1}"#),
    ]

    @Test(arguments: hints)
    func setsCommasWhereTheFirstMembersMayBeAbsent(_ hint: Hint, _ written: String) throws {
        #expect(try text(hint) == written)
        try expectWrittenAsFoundationDoes(hint)
    }

    @Test func readsWhatItWrote() throws {
        let order = Order(place: "Ekby", count: 1, sizes: [.micro], isUrgent: false, options: MatchOptions(limit: 3))
        let value = try JSONValue(writing: order)
        #expect(Order(plain: value) == order)
        #expect(try ValueDecoder.decodeByCodable(Order.self, from: value) == order)
    }

    @Test(arguments: [
        (#"{"count":1,"sizes":[]}"#, "more", "a value: it is required"),
        (#"{"count":1,"sizes":[],"more":"x"}"#, "more", "a whole number"),
        (#"{"count":10,"sizes":[],"more":1}"#, "count", "a whole number from 0 to 9"),
        (#"{"in":"123456","count":1,"sizes":[],"more":1}"#, "in", "a text of at most 5 characters"),
        (#"{"count":1,"more":1}"#, "sizes", "a value: it is required"),
        (#"{"count":1,"sizes":["large","huge"],"more":1}"#, "sizes[1]", "“sme”"),
        (#"{"count":1,"sizes":[],"isUrgent":0,"more":1}"#, "isUrgent", "true or false"),
        (#"{"count":1,"sizes":[],"more":1,"limt":1}"#, "limt", "a known name (did you mean “limit”?)"),
        (#"{"cuont":1,"sizes":[],"more":1}"#, "cuont", "a known name (did you mean “count”?)"),
        (#"{"count":1,"count":1,"sizes":[],"more":1}"#, "count", "each name once"),
    ])
    func saysWhatIsWrong(_ text: String, _ parameter: String, _ expected: String) throws {
        let error = try #require(throws: ParameterError.self) {
            try ValueDecoder.decode(Order.self, from: try JSONParser.parse(text))
        }
        #expect(error.parameter == parameter)
        #expect(error.expected.hasSuffix(expected))
    }
}
