import JSON
import JSONRPC

// The sizes that the contract speaks of. A thousand entries of what people list is more than anyone has, and little enough
// that a plan over all of them is made in seconds.
extension Bound {
    /// What something is called by programs.
    static let id = Bound.text(200)
    /// What something is called by people.
    static let name = Bound.text(300)
    /// Who, where, why: a line or two.
    static let line = Bound.text(2000)
    /// What somebody types to find something. A text of a hundred thousand words would keep a thread busy for seconds.
    static let words = Bound.text(1000)
    /// Four pages and more.
    static let text = Bound.text(20_000)
    /// The `next` of an answer.
    static let cursor = Bound.text(1000)
    /// As long as Linux takes.
    static let path = Bound.text(4096)
    /// CPV and NUTS codes and patterns.
    static let codes = Bound.list(200, of: .text(20))
    /// Codes that the store looks for, each in a look-up of its own.
    static let soughtCodes = Bound.list(100, of: .text(20))
    static let ids = Bound.list(1000, of: .id)
    static let fewIDs = Bound.list(100, of: .text(100))
    /// Sizes of companies, kinds: words of a short list.
    static let choices = Bound.list(20)
    /// Companies, places, seats.
    static let count = Bound.integer(0...10_000)
    static let share = Bound.number(0...1)
    /// The number of something that is kept.
    static let number = Bound.integer(0...9_007_199_254_740_991)
    /// By signal.
    static let weights = Bound.map(100, of: .number(0...1000))
}

extension Bound {
    /// A schema with what the bound adds to it; `nil` where it is of another kind.
    func added(to schema: JSONValue) -> JSONValue? {
        guard var object = schema.object else { return nil }
        switch (self, schema["type"]?.string) {
        case (.integer(let range), "integer"):
            object["minimum"] = .number(JSONNumber(range.lowerBound))
            object["maximum"] = .number(JSONNumber(range.upperBound))
        case (.number(let range), "number"):
            object["minimum"] = Self.number(range.lowerBound)
            object["maximum"] = Self.number(range.upperBound)
        case (.text(let most), "string"):
            object["maxLength"] = .number(JSONNumber(most))
        case (.list(let most, let element), "array"):
            object["maxItems"] = .number(JSONNumber(most))
            if let element {
                guard let items = schema["items"].flatMap(element.added) else { return nil }
                object["items"] = items
            }
        case (.map(let most, let element), "object"):
            object["maxProperties"] = .number(JSONNumber(most))
            object["propertyNames"] = ["maxLength": .number(JSONNumber(Self.longestName))]
            if let element {
                guard let values = schema["additionalProperties"].flatMap(element.added) else { return nil }
                object["additionalProperties"] = values
            }
        default: return nil
        }
        return .object(object)
    }

    private static func number(_ value: Double) -> JSONValue? {
        Int(exactly: value).map { .number(JSONNumber($0)) } ?? JSONNumber(value).map(JSONValue.number)
    }
}
