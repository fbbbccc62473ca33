/// Why something could not be fetched. An answer that isn't the data is always one of these.
package enum FetchFailure: Error, Sendable, Hashable {
    // What the server answered.

    /// 202 or a firewall's header in place of the data.
    case challenge
    /// HTML in place of the data.
    case page
    /// Success with nothing in it.
    case empty
    /// 404 or 410.
    case notFound
    /// 404 long after the data should have been there.
    case overdue(days: Int)
    /// 429, with the seconds of `Retry-After` where it says so.
    case tooMany(retryAfter: Int?)
    /// 5xx.
    case server(status: Int, retryAfter: Int?)
    /// 401 or 403.
    case denied(status: Int)
    case status(Int)
    case redirectElsewhere(String)
    case redirectUnencrypted
    case redirectLoop

    // What came.

    /// The search service says that it ran out of time: `timedOut`.
    case partial
    case fewer(expected: Int, received: Int)
    case wrongLength(expected: Int, received: Int)
    case wrongKind(expected: ContentKind)
    case broken(String)
    case shape(String)
    case tooLarge(limit: Int)
    /// The source has had its bytes of this run; the next one goes on.
    case tooMuch(limit: Int)
    /// The source has had its time in this run; the next one goes on.
    case overtime(Duration)

    // The way there.

    case unreachable(String)
    case cut(received: Int)
    case stalled
    case certificateExpired
    case certificateNotYetValid
    case certificateUntrusted(String)
    /// The server's clock less ours, in seconds.
    case clock(ahead: Int)
    /// The SSH server's key isn't the one in the configuration.
    case hostKey
    case login

    // This machine.

    case credential(name: String)
    case disk(path: String, call: String, number: Int32)
    case interrupted
}

extension FetchFailure {
    /// The name of the kind, for programs: the case as it is written.
    package var kind: String {
        switch self {
        case .challenge: "challenge"
        case .page: "page"
        case .empty: "empty"
        case .notFound: "notFound"
        case .overdue: "overdue"
        case .tooMany: "tooMany"
        case .server: "server"
        case .denied: "denied"
        case .status: "status"
        case .redirectElsewhere: "redirectElsewhere"
        case .redirectUnencrypted: "redirectUnencrypted"
        case .redirectLoop: "redirectLoop"
        case .partial: "partial"
        case .fewer: "fewer"
        case .wrongLength: "wrongLength"
        case .wrongKind: "wrongKind"
        case .broken: "broken"
        case .shape: "shape"
        case .tooLarge: "tooLarge"
        case .tooMuch: "tooMuch"
        case .overtime: "overtime"
        case .unreachable: "unreachable"
        case .cut: "cut"
        case .stalled: "stalled"
        case .certificateExpired: "certificateExpired"
        case .certificateNotYetValid: "certificateNotYetValid"
        case .certificateUntrusted: "certificateUntrusted"
        case .clock: "clock"
        case .hostKey: "hostKey"
        case .login: "login"
        case .credential: "credential"
        case .disk: "disk"
        case .interrupted: "interrupted"
        }
    }

    /// Whether the same request may succeed in a moment.
    package var isTransient: Bool {
        switch self {
        case .tooMany, .server, .partial, .wrongLength, .unreachable, .cut, .stalled: true
        default: false
        }
    }

    /// Whether the next file of the same source would fare no better.
    package var endsSource: Bool {
        switch self {
        case .challenge, .tooMany, .server, .denied, .redirectElsewhere, .redirectUnencrypted, .redirectLoop,
            .unreachable, .stalled, .certificateExpired, .certificateNotYetValid, .certificateUntrusted, .clock,
            .hostKey, .login, .credential, .tooMuch, .overtime, .disk, .interrupted:
            true
        default: false
        }
    }

    /// Whether the fault is this machine's, or nobody's: what has come is as good as it was.
    var isOurs: Bool {
        switch self {
        case .disk, .interrupted, .tooMuch, .overtime: true
        default: false
        }
    }

    /// Whether nobody was there to answer.
    package var isUnreachable: Bool { if case .unreachable = self { true } else { false } }

    /// Seconds that the server asks to be left alone for; `nil` where it doesn't say.
    package var retryAfter: Int? {
        switch self {
        case .tooMany(let seconds), .server(_, let seconds): seconds
        default: nil
        }
    }
}
