import JSON

/// One thing that was looked at, how it is, and what to do about it.
struct Finding: Equatable {
    enum State: String {
        /// As it should be.
        case good
        /// Worth knowing; nothing has to be done.
        case notice
        /// Something has to be done.
        case bad
    }

    let subject: String
    let state: State
    let text: String
    /// What belongs to it, such as each mistake in a file; `nil` where the text says it all.
    var lines: [String]?
    /// What to do; `nil` where nothing is to be done.
    let remedy: String?

    var json: JSONValue {
        var object: JSONObject = ["subject": .string(subject), "state": .string(state.rawValue), "text": .string(text)]
        object["lines"] = lines.map { .array($0.map(JSONValue.string)) }
        object["remedy"] = remedy.map(JSONValue.string)
        return .object(object)
    }

    static func good(_ subject: String, _ text: String) -> Finding {
        Finding(subject: subject, state: .good, text: text, remedy: nil)
    }

    static func notice(_ subject: String, _ text: String, _ remedy: String? = nil) -> Finding {
        Finding(subject: subject, state: .notice, text: text, remedy: remedy)
    }

    static func bad(_ subject: String, _ text: String, _ remedy: String, lines: [String]? = nil) -> Finding {
        Finding(subject: subject, state: .bad, text: text, lines: lines, remedy: remedy)
    }
}
