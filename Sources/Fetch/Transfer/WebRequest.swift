/// One thing to ask a server for.
package struct WebRequest: Sendable {
    /// How to log in, secrets included.
    package enum Login: Sendable {
        case none
        case basic(user: String, password: String)
        /// A header with a secret value.
        case header(name: String, value: String)
        case sftpPassword(user: String, password: String, hostKey: String)
        /// The path of a private key.
        case sftpKey(user: String, file: String, hostKey: String)
    }

    /// Where it is.
    package var address: WebAddress
    /// JSON to send; `nil` asks with GET.
    package var body: String?
    /// How to log in there.
    package var login = Login.none
    /// What is there already: the server may answer that it is unchanged.
    package var known: Validators?
    /// What must come.
    package var kind: ContentKind
    /// The least time since the request before it to the same server, in the configured pauses.
    package var pauses = 1

    package init(_ address: WebAddress, kind: ContentKind) {
        self.address = address
        self.kind = kind
    }
}

/// What a server says that tells one edition of a file from another.
package struct Validators: Sendable, Hashable, Codable {
    /// The ETag, with its quotes.
    package var etag: String?
    /// The time of the last change, as the server writes it.
    package var lastModified: String?

    package init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }

    var isEmpty: Bool { etag == nil && lastModified == nil }
    /// What `If-Range` may name: not an ETag that only promises the same meaning.
    var strong: String? { etag.flatMap { $0.hasPrefix("W/") ? nil : $0 } ?? lastModified }
}
