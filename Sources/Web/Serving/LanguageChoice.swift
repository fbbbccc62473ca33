import HTTPTypes
import Hummingbird
import Procurement

/// In which language somebody reads: what they chose, else what their browser asks for, else Swedish.
///
/// It isn't in the address: whoever is mailed a link reads it in their own.
enum LanguageChoice {
    private static let cookie = "torg-language"

    static func language(of request: Request) -> TextLanguage {
        if let chosen = request.cookies[cookie].flatMap({ TextLanguage(rawValue: $0.value) }) { return chosen }
        return preferred(request.headers[.acceptLanguage] ?? "")
    }

    /// The first of `sv` and `en` by the weights of `Accept-Language` (RFC 9110, 12.5.4); Swedish where neither is asked for.
    static func preferred(_ header: String) -> TextLanguage {
        var best: (language: TextLanguage, weight: Double) = (.sv, 0)
        for part in header.prefix(500).split(separator: ",") {
            let sides = part.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
            guard let tag = sides.first?.prefix(2).lowercased(), let language = TextLanguage(rawValue: tag) else {
                continue
            }
            let weight = sides.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best.weight { best = (language, weight) }
        }
        return best.language
    }

    /// Keeps a choice, and goes back to the page that it was made on.
    ///
    /// - Parameter isSecure: whether the cookie is for TLS alone.
    static func answer(_ request: Request, _ context: WebContext, isSecure: Bool) -> Response {
        let chosen = context.parameters.get("id").flatMap(TextLanguage.init(rawValue:)) ?? .sv
        let back = Form(request.uri.query ?? "")["back"] ?? "/"
        var response = Response(status: .seeOther, headers: [.location: ownPath(back)])
        // Sent along a link from elsewhere too, a mail or the sign-in: it says nothing of who one is.
        response.setCookie(
            Cookie(
                name: cookie, value: chosen.rawValue, maxAge: 365 * 86_400, path: "/", secure: isSecure, httpOnly: true,
                sameSite: .lax))
        return response
    }

    /// The path, where it is one of this site and nobody else's: `//elsewhere` and `/\elsewhere` are other hosts to a browser.
    static func ownPath(_ path: String) -> String {
        let isOwn =
            path.first == "/" && !path.dropFirst().hasPrefix("/")
            && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        return isOwn ? path : "/"
    }
}
