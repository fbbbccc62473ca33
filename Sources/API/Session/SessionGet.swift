import JSON
import JSONRPC

/// Who one is.
package enum SessionGet: Method {
    package static let name = "session.get"
    package static let summary =
        "Tells who one is to the daemon, with which role, and why. Everybody who may connect may ask."
    package static let role = Role.reader

    package typealias Parameters = NoParameters
    package typealias Result = SessionStand

    package static var example: Example<Self> { Example(NoParameters(), gives: SessionStand.example) }
}
