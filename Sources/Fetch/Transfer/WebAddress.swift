import CLibCurl

/// An address that may be fetched, taken apart by the parser that libcurl itself goes by.
package struct WebAddress: Sendable, Hashable, CustomStringConvertible {
    /// The protocols that are spoken.
    package enum Scheme: String, Sendable { case https, sftp }

    /// Its protocol.
    package let scheme: Scheme
    /// In small letters.
    package let host: String
    /// Its port, the usual one where none is written.
    package let port: Int
    /// The whole address, as it is asked for.
    package let description: String

    /// `nil` for what is no address, has another scheme, or has a user or password in it.
    package init?(_ text: String) {
        guard let url = curl_url() else { return nil }
        defer { curl_url_cleanup(url) }
        guard curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK else { return nil }
        func part(_ part: CURLUPart, _ flags: Int32 = 0) -> String? {
            var text: UnsafeMutablePointer<CChar>?
            guard curl_url_get(url, part, &text, UInt32(flags)) == CURLUE_OK, let text else { return nil }
            defer { curl_free(text) }
            return String(cString: text)
        }
        guard let scheme = part(CURLUPART_SCHEME).flatMap(Scheme.init(rawValue:)), let host = part(CURLUPART_HOST),
            part(CURLUPART_USER) == nil, part(CURLUPART_PASSWORD) == nil,
            let port = part(CURLUPART_PORT, 1 << 0).flatMap(Int.init), let whole = part(CURLUPART_URL)
        else { return nil }
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
        description = whole
    }

    /// The scheme of a text that may be any address.
    static func scheme(of text: String) -> String { text.split(separator: ":").first.map { $0.lowercased() } ?? "" }

    /// Whether both are on the same server.
    func isSameServer(as other: WebAddress) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }

    /// What stands after the last slash, without a query; empty for a folder.
    package var lastComponent: String {
        let path = description.prefix { $0 != "?" && $0 != "#" }
        return path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? ""
    }

    /// The address with more path behind it.
    func appending(_ text: String) throws(FetchFailure) -> WebAddress {
        try WebAddress.made(description + (description.hasSuffix("/") ? "" : "/") + text)
    }

    /// The address with a query behind it.
    func asking(_ query: String) throws(FetchFailure) -> WebAddress {
        try WebAddress.made(description + (description.contains("?") ? "&" : "?") + query)
    }

    private static func made(_ text: String) throws(FetchFailure) -> WebAddress {
        guard let address = WebAddress(text) else { throw .shape("\(text.printable) is no address") }
        return address
    }

    /// A part of a path or query with all that isn't plain written as `%20`.
    static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 48...57, 65...90, 97...122, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                String(UnicodeScalar(byte))
            default: (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
