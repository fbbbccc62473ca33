extension ResponseHead {
    /// How far a server's clock may be from ours, in seconds.
    static let clockTolerance = 2 * 3600

    /// Whether a body of this status is the data. 0 is SFTP, which has none.
    var isData: Bool { status == 200 || status == 206 || status == 0 }
    var isRedirect: Bool { [301, 302, 303, 307, 308].contains(status) }

    /// What time it is by the server, in seconds since 1970; `nil` where it doesn't say.
    ///
    /// An answer out of a cache between has the time at which the cache got it, and how long ago that is (RFC 9111, 5.1).
    private var clock: Int? {
        guard let time = time("date") else { return nil }
        return time + min(Self.oldestInCache, max(0, self["age"].flatMap { Int($0) } ?? 0))
    }

    /// Nothing that is fetched lies in caches for longer than a year, in seconds.
    private static let oldestInCache = 366 * 86_400

    /// Refuses every answer that isn't the data, or word that it is unchanged.
    ///
    /// - Parameter now: seconds since 1970 by our clock.
    func judge(now: Int) throws(FetchFailure) {
        guard status != 0 else { return }
        // First of all: with a wrong clock nothing that is told by days is right.
        if let theirs = clock, abs(theirs - now) > Self.clockTolerance { throw .clock(ahead: theirs - now) }
        if status == 202 || self["x-amzn-waf-action"] != nil { throw .challenge }
        switch status {
        case 200, 206, 304: return
        case 204: throw .empty
        case 401, 403, 407: throw .denied(status: status)
        case 404, 410: throw .notFound
        case 429: throw .tooMany(retryAfter: retryAfter(now: now))
        case 500...599: throw .server(status: status, retryAfter: retryAfter(now: now))
        default: throw .status(status)
        }
    }
}
