import JSON

/// One thing that was looked at, how it is, and what to do about it.
package struct Finding: Equatable, Sendable {
    /// Whether something has to be done.
    package enum State: String {
        /// As it should be.
        case good
        /// Worth knowing; nothing has to be done.
        case notice
        /// Something has to be done.
        case bad
    }

    /// What was looked at, such as “store”.
    package let subject: String
    /// How it is.
    package let state: State
    /// The same in words.
    package let text: String
    /// What belongs to it, such as each mistake in a file; `nil` where the text says it all.
    package var lines: [String]?
    /// What to do; `nil` where nothing is to be done.
    package let remedy: String?

    /// The form of “torg doctor --json”.
    package var json: JSONValue {
        var object: JSONObject = ["subject": .string(subject), "state": .string(state.rawValue), "text": .string(text)]
        object["lines"] = lines.map { .array($0.map(JSONValue.string)) }
        object["remedy"] = remedy.map(JSONValue.string)
        return .object(object)
    }

    /// It is as it should be.
    package static func good(_ subject: String, _ text: String) -> Finding {
        Finding(subject: subject, state: .good, text: text, remedy: nil)
    }

    /// It is worth knowing.
    package static func notice(_ subject: String, _ text: String, _ remedy: String? = nil) -> Finding {
        Finding(subject: subject, state: .notice, text: text, remedy: remedy)
    }

    /// Something has to be done.
    package static func bad(_ subject: String, _ text: String, _ remedy: String, lines: [String]? = nil) -> Finding {
        Finding(subject: subject, state: .bad, text: text, lines: lines, remedy: remedy)
    }
}
