import CLibCurl

/// Status and header fields of an answer.
package struct ResponseHead: Sendable {
    /// 0 before there is any, and for SFTP.
    package private(set) var status = 0
    private var fields: [String: String] = [:]
    private var bytes = 0

    /// Of all header lines together.
    static let most = 64 << 10

    /// Takes a line of the header; a new status line begins anew.
    ///
    /// - Returns: `false` where there are too many.
    mutating func take(_ line: String) -> Bool {
        bytes += line.utf8.count
        if line.hasPrefix("HTTP/") {
            fields = [:]
            // One that can't be read isn't none.
            status = line.split(separator: " ").dropFirst().first.flatMap { Int($0.prefix { $0.isNumber }) } ?? -1
        } else if let colon = line.firstIndex(of: ":") {
            let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
            fields[line[..<colon].lowercased()] = String(value.prefix { $0 != "\r\n" && $0 != "\r" && $0 != "\n" })
        }
        return bytes <= Self.most
    }

    subscript(name: String) -> String? { fields[name] }

    var validators: Validators { Validators(etag: fields["etag"], lastModified: fields["last-modified"]) }

    /// Seconds since 1970 of a date in a header field.
    func time(_ name: String) -> Int? {
        guard let text = fields[name] else { return nil }
        let time = curl_getdate(text, nil)
        return time < 0 ? nil : time
    }

    /// Bytes of the whole file, where the server says so.
    var total: Int? {
        if status == 206 { return contentRange?.total }
        return fields["content-length"].flatMap { Int($0) }
    }

    /// `bytes 100-199/200`
    var contentRange: (start: Int, total: Int?)? {
        guard let text = fields["content-range"], text.hasPrefix("bytes ") else { return nil }
        let parts = text.dropFirst(6).split(separator: "/")
        guard let start = parts.first?.split(separator: "-").first.flatMap({ Int($0) }) else { return nil }
        return (start, parts.count > 1 ? Int(parts[1]) : nil)
    }

    /// Seconds to wait, from `Retry-After` as a number or a date.
    func retryAfter(now: Int) -> Int? {
        guard let text = fields["retry-after"] else { return nil }
        if let seconds = Int(text) { return max(0, seconds) }
        return time("retry-after").map { max(0, $0 - now) }
    }
}
