import JSON
import JSONRPC
import Procurement

/// All that one notice says.
package enum NoticesGet: Method {
    package static let name = "notices.get"
    package static let summary = "Gives one notice as it was read, with its lots, awards and organisations."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// What to do.
    @WireType
    package struct Parameters: Described {
        /// The id of the notice.
        @Within(.id) package var id: String
        /// An earlier version; the latest where nothing is said.
        @Within(.number) package var version: Int?
    }

    /// What came of it.
    @WireType
    package struct Result: Described {
        /// The notice.
        package var notice: NoticeDetail
        /// What the CPV calls the codes of the notice and its lots, in order of the code.
        package var cpvNames: [NamedCode] = []
        /// The versions that are stored.
        package var versions: [Int]
        /// Whether it counts.
        package var standing: NoticeStanding = .current
        /// The ids of the notices that take its place, sorted.
        package var changedBy: [String] = []
        /// The ids of the notices that modify a contract of this one, sorted.
        package var modifiedBy: [String] = []
        /// The generation of the data that answered.
        package var generation: Int
    }

    package static var example: Example<Self> {
        Example(
            Parameters(id: "0422cc77-a2d2-4aca-927c-d28aa9347937"),
            gives: Result(notice: NoticeDetail.example, cpvNames: [NamedCode.example], versions: [1], generation: 7))
    }
}
