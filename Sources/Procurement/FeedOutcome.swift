/// What became of one notice in a feed file: read, or refused with a reason.
///
/// One line of `torg-feed`'s output is one of these as JSON: `{"notice": {…}}`, `{"refusal": {…}}` or `{"rows": {…}}`.
package enum FeedOutcome: Sendable, Hashable {
    case notice(Notice, at: FeedPosition)
    case refusal(Refusal)
    /// What became of the rows of a file that is a table, after the last of them.
    case rows(RowCounts, at: FeedPosition)
}

/// What became of the rows of a table.
package struct RowCounts: Sendable, Hashable, Codable {
    /// The first few that were mended, each with its line and what was wrong.
    package var examples: [String] = []
    /// Read as something else than they say: quotes that make no sense, numbers and days that are none.
    package var mended = 0
    /// Rows that tell of a natural person, who isn't kept.
    package var persons = 0
    /// All of them.
    package var read = 0
    /// Left out; the first few are refusals of their own.
    package var refused = 0

    /// How many examples are kept.
    package static let mostExamples = 5

    /// Nothing yet.
    package init() {}

    /// Counts a row that was mended.
    package mutating func mend(line: Int, _ what: String) {
        mended += 1
        if examples.count < Self.mostExamples { examples.append("line \(line): \(what)") }
    }
}

/// Where in a feed something stands.
package struct FeedPosition: Sendable, Hashable, Codable {
    /// The path as it was given; a member of an archive follows after `!`: `2021.tar.gz!2021-05/a.xml`.
    package var file: String
    /// From 1; `nil` where a line means nothing (an archive that can't be opened).
    package var line: Int?

    package init(file: String, line: Int? = nil) {
        self.file = file
        self.line = line
    }
}

/// Why something in a feed could not be read as a notice.
package struct Refusal: Sendable, Hashable, Codable {
    /// A stable word for programs, such as `not-xml`, `doctype`, `too-large`, `no-notice-id`, `unknown-format`.
    package var reason: String
    /// For people: what was wrong and what would be right.
    package var detail: String
    package var position: FeedPosition
    package var noticeID: NoticeID?

    package init(reason: String, detail: String, position: FeedPosition, noticeID: NoticeID? = nil) {
        self.reason = reason
        self.detail = detail
        self.position = position
        self.noticeID = noticeID
    }
}

extension FeedOutcome: Codable {
    private enum CodingKeys: String, CodingKey { case notice, position, refusal, rows }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let refusal = try container.decodeIfPresent(Refusal.self, forKey: .refusal) {
            self = .refusal(refusal)
        } else if let counts = try container.decodeIfPresent(RowCounts.self, forKey: .rows) {
            self = .rows(counts, at: try container.decode(FeedPosition.self, forKey: .position))
        } else {
            self = .notice(
                try container.decode(Notice.self, forKey: .notice),
                at: try container.decode(FeedPosition.self, forKey: .position))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .notice(let notice, let position):
            try container.encode(notice, forKey: .notice)
            try container.encode(position, forKey: .position)
        case .refusal(let refusal):
            try container.encode(refusal, forKey: .refusal)
        case .rows(let counts, let position):
            try container.encode(counts, forKey: .rows)
            try container.encode(position, forKey: .position)
        }
    }
}
