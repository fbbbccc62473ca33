import HTTPTypes
import Hummingbird
import NIOConcurrencyHelpers
import Procurement

/// The door of a site that somebody has started for oneself: a token that is good once, and the cookie that it is changed for.
///
/// Everybody on the machine can reach the port, and so can a page from anywhere that the same person reads (DNS rebinding): so
/// nothing is shown without the cookie, and nothing under another host's name.
struct OwnEntrance: RouterMiddleware {
    typealias Context = WebContext

    private struct State {
        var token: String?
        var session: String?
    }

    private let state: NIOLockedValueBox<State>
    /// The names under which the site may be asked for, with the port.
    private let hosts: Set<String>
    private let cookie: String
    /// To be told to whoever starts it.
    let token: String

    init(port: Int) {
        token = Self.secret()
        state = NIOLockedValueBox(State(token: token, session: nil))
        hosts = ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"]
        // Cookies know no ports: another Torg on this machine has its own.
        cookie = "torg-session-\(port)"
    }

    /// 256 bits of the system's randomness, in hexadecimal.
    private static func secret() -> String {
        var random = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let digits = String(random.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard let host = request.head.authority, hosts.contains(host) else {
            return Self.refusal(status: .misdirectedRequest, request)
        }
        if request.uri.path == "/enter" { return enter(request) }
        if request.uri.path.hasPrefix("/files/") { return try await next(request, context) }
        let session = state.withLockedValue { $0.session }
        guard let session, let shown = request.cookies[cookie]?.value, Self.isEqual(shown, session) else {
            return Self.refusal(status: .unauthorized, request)
        }
        return try await next(request, context)
    }

    private func enter(_ request: Request) -> Response {
        let shown = Form(request.uri.query ?? "")["token"] ?? ""
        let session: String? = state.withLockedValue { state in
            guard let token = state.token, Self.isEqual(shown, token) else { return nil }
            state.token = nil
            let session = Self.secret()
            state.session = session
            return session
        }
        guard let session else { return Self.refusal(status: .unauthorized, request) }
        // A page that leads on, in place of a redirect: where the way here began at another program or a file, a browser wouldn't
        // send a cookie of SameSite=Strict along a redirect.
        let onward = """
            <!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>Torg</title>
            <a href="/">Torg</a>
            """
        var response = Response(
            status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: onward)))
        response.setCookie(Cookie(name: cookie, value: session, path: "/", httpOnly: true, sameSite: .strict))
        return response
    }

    /// In a time that doesn't tell how much of it is right.
    private static func isEqual(_ left: String, _ right: String) -> Bool {
        let (left, right) = (Array(left.utf8), Array(right.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func refusal(status: HTTPResponse.Status, _ request: Request) -> Response {
        let text = LanguageChoice.language(of: request).pick(
            sv: "Den här adressen gäller en gång. Kör “torg web” igen för att få en ny.\n",
            en: "This address is good once. Run “torg web” again for a new one.\n")
        return Response(
            status: status, headers: [.contentType: "text/plain; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
