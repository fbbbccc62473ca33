import API
import JSON
import JSONRPC
import Procurement
import Transport

/// One request for a page: what it says, for whom, in which language.
struct Visit: Sendable {
    /// The last part of the path, decoded and without the ending of a file; empty for a page without one.
    let id: String
    /// What the address says.
    let asked: Form
    /// What the form says that was sent; empty where none was.
    let sent: Form
    /// Which file is asked for; `nil` for the page.
    let file: FileKind?
    let language: TextLanguage
    /// The path of the page, for what leads back to it.
    let here: String
    let daemon: DaemonAsPerson
    /// How the web server in front signs people in; `nil` on one's own port.
    let service: ServiceSettings?

    /// Who asks, behind a web server that signs people in; `nil` on one's own port.
    var signedIn: SignedIn? { daemon.person }
    var reader: Reader { Reader(language: language) }

    func call<M: Method>(_ method: M.Type, _ parameters: M.Parameters) async throws -> M.Result {
        try await daemon.call(method, parameters)
    }

    /// The same, or `nil` where the one who asks may not.
    func callWhereAllowed<M: Method>(_ method: M.Type, _ parameters: M.Parameters) async throws -> M.Result? {
        do {
            return try await daemon.call(method, parameters)
        } catch let error as RPCClientError {
            if case .remote(let answer) = error, answer.code == .notAllowed { return nil }
            throw error
        }
    }

    /// The same, or `nil` where what was asked for isn't there.
    func callWhereFound<M: Method>(_ method: M.Type, _ parameters: M.Parameters) async throws -> M.Result? {
        do {
            return try await daemon.call(method, parameters)
        } catch RPCClientError.remote(let answer) where answer.code == .notFound {
            return nil
        }
    }
}

/// What a visit ends in.
enum Answer: Sendable {
    /// A page: its template, its title, and what fills it.
    case page(String, title: String, Fields)
    /// Bytes to be saved under a name.
    case file(FileKind, [UInt8], name: String)
    /// Bytes of another kind to be saved under a name.
    case document([UInt8], mediaType: String, name: String)
    /// An Atom feed.
    case feed(String)
    /// Somewhere else, asked for with GET.
    case seeOther(Address)
}
