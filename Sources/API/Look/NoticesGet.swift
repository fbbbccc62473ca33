import JSONRPC

/// All that one notice says.
package enum NoticesGet: Method {
    package static let name = "notices.get"
    package static let summary = "Gives one notice as it was read, with its lots, awards and organisations."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// What to do.
    package struct Parameters: Described {
        package var id: String
        package var version: Int?

        package init(id: String, version: Int? = nil) {
            self.id = id
            self.version = version
        }

        package static let notes = [
            "id": "The id of the notice.",
            "version": "An earlier version; the latest where nothing is said.",
        ]

        package static let bounds: [String: Bound] = [
            "id": .id, "version": .number,
        ]
    }

    /// What came of it.
    package struct Result: Described {
        package var notice: NoticeDetail
        package var cpvNames: [NamedCode]
        package var versions: [Int]
        package var standing: NoticeStanding
        package var changedBy: [String]
        package var modifiedBy: [String]
        package var generation: Int

        package init(
            notice: NoticeDetail, cpvNames: [NamedCode] = [], versions: [Int], standing: NoticeStanding = .current,
            changedBy: [String] = [], modifiedBy: [String] = [], generation: Int
        ) {
            self.notice = notice
            self.cpvNames = cpvNames
            self.versions = versions
            self.standing = standing
            self.changedBy = changedBy
            self.modifiedBy = modifiedBy
            self.generation = generation
        }

        package static let notes = [
            "notice": "The notice.",
            "cpvNames": "What the CPV calls the codes of the notice and its lots, in order of the code.",
            "versions": "The versions that are stored.",
            "standing": "Whether it counts.",
            "changedBy": "The ids of the notices that take its place, sorted.",
            "modifiedBy": "The ids of the notices that modify a contract of this one, sorted.",
            "generation": "The generation of the data that answered.",
        ]
    }

    package static var example: Example<Self> {
        Example(
            Parameters(id: "0422cc77-a2d2-4aca-927c-d28aa9347937"),
            gives: Result(notice: NoticeDetail.example, cpvNames: [NamedCode.example], versions: [1], generation: 7))
    }
}
