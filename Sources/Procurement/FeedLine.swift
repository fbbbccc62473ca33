/// One line of `torg-feed`'s output.
///
/// With `--announce` it says which file it begins with, so that whoever started it knows which file
/// it died of: `{"reading": "/path"}`. With `--codes` it gives labels of codes instead of notices:
/// `{"code": {"code": "72000000", "english": "IT services", …}, "position": {…}}`. With `--register` it gives the rows of a
/// public register, and last what became of them all: `{"firm": {"number": 5560000000, …}, "line": 2}`, `{"register": {"rows": 1, …}}`.
package enum FeedLine: Sendable, Hashable {
    case reading(file: String)
    case outcome(FeedOutcome)
    case code(CodeLabel, at: FeedPosition)
    /// `line` is where it stands in its file, from 1.
    case firm(RegisteredFirm, line: Int)
    case register(RegisterTally)
}

extension FeedLine: Codable {
    private enum CodingKeys: String, CodingKey { case reading, code, position, firm, line, register }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let file = try container.decodeIfPresent(String.self, forKey: .reading) {
            self = .reading(file: file)
        } else if let label = try container.decodeIfPresent(CodeLabel.self, forKey: .code) {
            self = .code(label, at: try container.decode(FeedPosition.self, forKey: .position))
        } else if let firm = try container.decodeIfPresent(RegisteredFirm.self, forKey: .firm) {
            self = .firm(firm, line: try container.decode(Int.self, forKey: .line))
        } else if let tally = try container.decodeIfPresent(RegisterTally.self, forKey: .register) {
            self = .register(tally)
        } else {
            self = .outcome(try FeedOutcome(from: decoder))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .reading(let file):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(file, forKey: .reading)
        case .code(let label, let position):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(label, forKey: .code)
            try container.encode(position, forKey: .position)
        case .firm(let firm, let line):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(firm, forKey: .firm)
            try container.encode(line, forKey: .line)
        case .register(let tally):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(tally, forKey: .register)
        case .outcome(let outcome):
            try outcome.encode(to: encoder)
        }
    }
}
