/// Every error code that a call can end in: those of JSON-RPC 2.0, section 5.1, and Torg's own.
package enum ErrorCode: Int, Sendable, Hashable, CaseIterable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParameters = -32602
    case internalError = -32603

    /// The thing that was asked for by its id isn't there.
    case notFound = -32001
    /// The caller's role doesn't reach; or the configuration has what is to be changed, and nobody may change it here.
    case notAllowed = -32002
    /// Too many connections, or the daemon is stopping: the same call can be sent again later.
    case busy = -32003
    /// A message, a batch or an answer above its limit.
    case tooLarge = -32004
    case storeUnavailable = -32005
    case importFailed = -32006
    /// A plan that can't be made as asked. `error.data.infeasible` names each constraint in the way, with the smallest
    /// change that helps.
    case infeasible = -32007
    /// What was asked for writes, and this daemon follows another: `error.message` names the leader.
    case notTheLeader = -32008

    /// The short sentence that goes with the code.
    package var title: String {
        switch self {
        case .parseError: "Parse error"
        case .invalidRequest: "Invalid Request"
        case .methodNotFound: "Method not found"
        case .invalidParameters: "Invalid params"
        case .internalError: "Internal error"
        case .notFound: "Not found"
        case .notAllowed: "Not allowed"
        case .busy: "Busy"
        case .tooLarge: "Too large"
        case .storeUnavailable: "Store unavailable"
        case .importFailed: "Import failed"
        case .infeasible: "Infeasible"
        case .notTheLeader: "Not the leader"
        }
    }
}
