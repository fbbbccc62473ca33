import HTTPTypes
import StrictYAML

/// `web.yaml`: how torg-web.service is reached, and how the web server in front says who has signed in.
package struct ServiceSettings: Sendable, Hashable {
    /// The address that people open, without a path: `https://torg.ekby.se`.
    package let origin: String
    /// Who has signed in.
    let headers: SignInHeaders
    /// Where one signs out; `nil` where there is no such address.
    let signOut: String?
    /// Where to listen, where systemd hands no socket over.
    package let socket: String
    /// The group that may open that socket; `nil` for the program's own.
    package let group: String?

    /// Host and port as a browser sends them, in lower case.
    var host: String { String(origin.drop { $0 != "/" }.dropFirst(2)) }
    var isSecure: Bool { origin.hasPrefix("https:") }

    /// Reads the file at `path`; all that is wrong with it is told at once.
    package static func read(_ path: String) throws(ConfigurationError) -> ServiceSettings {
        try read(try YAMLFile.read(path), path: path)
    }

    static func read(_ root: YAMLNode, path: String) throws(ConfigurationError) -> ServiceSettings {
        let issues = ConfigurationIssues()
        var entries: [YAMLEntry] = []
        switch root.content {
        case .mapping(let keys): entries = keys
        // As it is installed: with everything commented out.
        case .nothing: break
        case .text, .list: issues.add(root.place, "holds \(root.noun)", "write address: https://…")
        }
        let record = YAMLRecord(entries, at: root.place, issues)
        let settings = ServiceSettings(
            origin: origin(record),
            headers: SignInHeaders(
                person: header("person_header", "X-Remote-User", record),
                groups: header("groups_header", "X-Remote-Groups", record), separator: separator(record)),
            signOut: signOut(record),
            socket: record.text("socket", required: false) ?? "/run/torg-web/torg-web.sock",
            group: record.text("group", required: false))
        if settings.headers.person == settings.headers.groups {
            record.report("groups_header", "is the person's header too", "name another")
        }
        record.refuseUnknown()
        try issues.check()
        return settings
    }

    private static func origin(_ record: YAMLRecord) -> String {
        let expected = "the address that people open, such as https://torg.ekby.se"
        guard let entry = record.entry(required: "address", expected: expected) else { return "" }
        guard var text = entry.value.text?.lowercased() else {
            record.report("address", "is \(entry.value.noun)", "write \(expected)")
            return ""
        }
        if text.hasSuffix("/") { text.removeLast() }
        if text.wholeMatch(of: /https?:\/\/[a-z0-9.\-]+(:[0-9]{1,5})?/) == nil {
            record.report("address", "“\(text)” is no address without a path", "write \(expected)")
        }
        return text
    }

    private static func header(_ key: String, _ usual: String, _ record: YAMLRecord) -> HTTPField.Name {
        let text = record.text(key, required: false) ?? usual
        if let name = HTTPField.Name(text), text.utf8.count <= 100 {
            // What every browser may send says nothing of a sign-in.
            if ["host", "cookie", "user-agent", "referer", "origin"].contains(name.canonicalName) {
                record.report(key, "browsers send \(text) themselves", "name a header that the web server sets")
            }
            return name
        }
        record.report(key, "“\(text)” can't be a header's name", "write such as \(usual)")
        return .userAgent
    }

    private static func separator(_ record: YAMLRecord) -> Character {
        let text = record.text("groups_separator", required: false) ?? ";"
        guard let character = text.first, text.utf8.count == 1, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else {
            record.report("groups_separator", "“\(text)” isn't one character", "write such as \";\"")
            return ";"
        }
        return character
    }

    private static func signOut(_ record: YAMLRecord) -> String? {
        guard let text = record.text("sign_out", required: false) else { return nil }
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        if !isPlain || !(text.hasPrefix("https://") || text.hasPrefix("/") && !text.hasPrefix("//")) {
            record.report("sign_out", "“\(text)” is no address", "write a path such as /oidc?logout=… or https://…")
        }
        return text
    }
}
