import JSON

extension JSONNumber {
    /// A number by its text, as the parser reads it.
    package init(text: String) {
        guard case .number(let number) = try? JSONParser.parse(text) else { fatalError("not a number: \(text)") }
        self = number
    }
}
