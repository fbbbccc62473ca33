/// One line of `torg-feed`'s output.
///
/// With `--announce` it says which file it begins with, so that whoever started it knows which file
/// it died of: `{"reading": "/path"}`.
package enum FeedLine: Sendable, Hashable {
    case reading(file: String)
    case outcome(FeedOutcome)
}

extension FeedLine: Codable {
    private enum CodingKeys: String, CodingKey { case reading }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let file = try container.decodeIfPresent(String.self, forKey: .reading) {
            self = .reading(file: file)
        } else {
            self = .outcome(try FeedOutcome(from: decoder))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .reading(let file):
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(file, forKey: .reading)
        case .outcome(let outcome):
            try outcome.encode(to: encoder)
        }
    }
}
