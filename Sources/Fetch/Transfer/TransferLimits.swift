/// How patiently and how often servers are asked.
package struct TransferLimits: Sendable, Hashable {
    /// When a request is made again.
    package var retries = RetryPolicy()
    /// All waiting between attempts for one source in one run.
    package var patience: Duration = .seconds(600)
    /// How long one source may take in one run. A server that sends a little at a time doesn't keep the others from theirs;
    /// the next run goes on.
    package var longest: Duration = .seconds(6 * 3600)
    /// Between two requests to the same server.
    package var pause: Duration = .seconds(1)
    /// How long a connection may take to come about.
    package var connect: Duration = .seconds(30)
    /// Without a kilobyte a second for so long, a transfer has stalled.
    package var stall: Duration = .seconds(60)
    /// PEM; `nil`: the system's.
    package var certificates: String?
    /// Where the publisher of a source can turn to: an `https:` or `mailto:` address.
    package var contact: String

    package init(contact: String) { self.contact = contact }
}
