import JSONRPC

/// What could not be read, and why.
package enum RefusalsList: Method {
    package static let name = "refusals.list"
    package static let summary =
        "Lists what the imports refused, the latest first, each with its file, line and reason."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.storeUnavailable]

    /// What to do.
    package struct Parameters: Described {
        package var limit: Limit?
        package var after: String?

        package init(limit: Limit? = nil, after: String? = nil) {
            self.limit = limit
            self.after = after
        }

        package static let notes = [
            "limit": "How many at most: 1 to 1000, 20 where nothing is said.",
            "after": "The next member of the answer before: goes on where that ended.",
        ]

        package static let bounds: [String: Bound] = ["after": .cursor]
    }

    /// What came of it.
    package struct Result: Described {
        package var refusals: [Refusal]
        package var next: String?

        package init(refusals: [Refusal], next: String? = nil) {
            self.refusals = refusals
            self.next = next
        }

        package static let notes = [
            "refusals": "The refusals.",
            "next": "Where to go on; absent when there are no more.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(limit: 1),
            gives: Result(
                refusals: [
                    Refusal(
                        id: 41, file: "2021-05.tar.gz!2021-05/broken.xml", line: 12, reason: "not-xml",
                        detail: "The file ends inside the element ContractAwardNotice.",
                        at: Moment(secondsSinceEpoch: 1_767_225_600))
                ],
                next: "41"))
    }
}

/// One thing that an import refused.
package struct Refusal: Described {
    package var id: Int
    package var file: String
    package var line: Int?
    package var noticeId: String?
    package var reason: String
    package var detail: String
    package var at: Moment

    package init(
        id: Int, file: String, line: Int? = nil, noticeId: String? = nil, reason: String, detail: String, at: Moment
    ) {
        self.id = id
        self.file = file
        self.line = line
        self.noticeId = noticeId
        self.reason = reason
        self.detail = detail
        self.at = at
    }

    package static let notes = [
        "id": "Its number.",
        "file": "The file as it was given; a member of an archive follows after an exclamation mark.",
        "line": "The line, from 1; absent where lines mean nothing.",
        "noticeId": "The notice, where its id could be read.",
        "reason": "A stable word for programs, such as not-xml.",
        "detail": "For people: what was wrong, and what would be right.",
        "at": "When it was refused.",
    ]
}
