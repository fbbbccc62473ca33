import JSON
import JSONRPC

/// One method of the contract: its name, who may call it, what goes in and what comes out.
///
/// A method is one file with one type that conforms to this, and one line in `Contract.methods`. The same types
/// serve the call, the client and the OpenRPC document, so none of them can fall behind.
package protocol Method: Sendable {
    associatedtype Parameters: Described
    associatedtype Result: Described

    /// `noun.verb`, as it stands in a request.
    static var name: String { get }
    /// One sentence for people.
    static var summary: String { get }
    /// The least role that may call it.
    static var role: Role { get }
    /// The errors of its own that it can end in; those of JSON-RPC itself, -32002, -32003 and, on a
    /// follower, -32008 go without saying.
    static var errors: [ErrorCode] { get }
    static var example: Example<Self> { get }
}

extension Method {
    package static var errors: [ErrorCode] { [] }
}

/// A call with its answer, for the documentation and the tests.
package struct Example<M: Method>: Sendable {
    package var parameters: M.Parameters
    package var result: M.Result

    package init(_ parameters: M.Parameters, gives result: M.Result) {
        self.parameters = parameters
        self.result = result
    }
}

/// Who someone is to Torg. Each role may do all that the ones before it may.
package enum Role: String, WireWord, Comparable {
    /// Looks and matches.
    case reader
    /// Plans the dialogue with suppliers, and keeps its records.
    case manager
    /// Changes what is stored.
    case admin

    package static func < (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.reader, .manager), (.reader, .admin), (.manager, .admin): true
        default: false
        }
    }
}
