import JSON
import JSONRPC
import Procurement

/// Keeps a question to be told of what is new.
package enum WatchesSave: Method {
    package static let name = "watches.save"
    package static let summary =
        "Keeps a watch of the caller's own, new or in place of an earlier one: a question, and what to tell of."
    package static let role = Role.reader
    package static let errors: [ErrorCode] = [.notFound, .storeUnavailable]

    /// The watch. A person may have 200.
    @WireType
    package struct Parameters: Described {
        /// What to call it; one of this name a person.
        @Within(.name) package var name: String
        /// What is watched.
        package var question: WatchQuestion
        /// What to tell of. supplier asks for a need, category, challenge or cpv; status for a supplier.
        @Within(.choices) package var tell: [NewsKind]
        /// The number of a watch of the caller's to put this in place of; a new one where nothing is said.
        @Within(.number) package var watch: Int?
        /// How many months before their end contracts are told: 0 to 120. Default 12.
        @Within(.integer(0...120)) package var months: Int?
        /// Among how many of the first a supplier is told as new: 1 to 100. Default 20.
        @Within(.integer(1...100)) package var first: Int?

        /// Where nothing is said.
        package static let standardMonths = 12
        /// Where nothing is said.
        package static let standardFirst = 20
    }

    /// What is kept.
    @WireType
    package struct Result: Described {
        /// As it is kept. What is stored already is no news to it, but contracts that run out within its months are.
        package var watch: WatchLine
    }

    package static var example: Example<Self> {
        Example(
            Parameters(name: "IT i Uppsala län", question: .example, tell: [.notice, .result, .contract]),
            gives: Result(watch: .example))
    }
}
