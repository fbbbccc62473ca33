import Hummingbird

/// The door of the site behind a web server that signs people in: whoever comes has signed in there, on every request anew.
///
/// So there is no session of Torg's own to be stolen, fixed or kept too long: signing in and out are the web server's.
struct SignInEntrance: RouterMiddleware {
    typealias Context = WebContext

    let site: Site
    let settings: ServiceSettings

    /// What somebody may see who hasn't signed in, or no longer.
    private static func isOpen(_ path: String) -> Bool { path == "/signed-out" || path.hasPrefix("/files/") }

    func handle(
        _ request: Request, context: WebContext, next: @concurrent (Request, WebContext) async throws -> Response
    ) async throws -> Response {
        guard request.head.authority?.lowercased() == settings.host else {
            return site.told(OtherHost(asked: request.head.authority ?? "", host: settings.host), request, context)
        }
        if Self.isOpen(request.uri.path) { return try await next(request, context) }
        var context = context
        do throws(SignInFault) {
            context.signedIn = try settings.headers.signedIn(request.headers)
        } catch {
            return site.told(error, request, context)
        }
        return try await next(request, context)
    }
}

/// The site is asked for under a name that isn't its own.
struct OtherHost: Error {
    let asked: String
    let host: String
}
