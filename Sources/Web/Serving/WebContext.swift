import Hummingbird

/// What Hummingbird carries along with a request.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who asks; `nil` on one's own port, and for who hasn't signed in.
    var signedIn: SignedIn?

    init(source: ApplicationRequestContextSource) { coreContext = CoreRequestContextStorage(source: source) }
}
