/// What became of one notice in a feed file: read, or refused with a reason.
///
/// One line of `torg-feed`'s output is one of these as JSON: `{"notice": {…}}` or `{"refusal": {…}}`.
package enum FeedOutcome: Sendable, Hashable {
    case notice(Notice, at: FeedPosition)
    case refusal(Refusal)
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
    private enum CodingKeys: String, CodingKey { case notice, position, refusal }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        if let refusal = try container.decodeIfPresent(Refusal.self, forKey: .refusal) {
            self = .refusal(refusal)
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
        }
    }
}
