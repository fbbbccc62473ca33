import JSON

/// A value that isn't what was asked for: which one, what would have been right, and what came.
package struct ParameterError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The path of the value: `notice.lots[2].title`; empty for the whole.
    package var parameter: String
    /// With an article where it is a thing: `a string`, `a whole number from 1 to 1000`.
    package var expected: String
    /// Fit to be shown: shortened, and with anything like a personal number hidden.
    package var came: String

    package init(parameter: String, expected: String, came: String) {
        self.parameter = parameter
        self.expected = expected
        self.came = came
    }

    package init(path: [any CodingKey], expected: String, came: JSONValue) {
        self.init(parameter: Self.text(of: path), expected: expected, came: Excerpt.of(came))
    }

    package var description: String {
        "\(parameter.isEmpty ? "The parameters" : "“\(parameter)”"): expected \(expected), came \(came)"
    }

    /// `notice.lots[2].title`
    package static func text(of path: [any CodingKey]) -> String {
        path.reduce(into: "") { text, key in
            if let index = key.intValue {
                text += "[\(index)]"
            } else {
                text += (text.isEmpty ? "" : ".") + key.stringValue
            }
        }
    }
}
