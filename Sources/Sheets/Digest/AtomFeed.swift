import API
import Procurement

/// A person's news as an Atom feed (RFC 4287), for programs that read those.
package struct AtomFeed: Sendable {
    private let news: [NewsLine]
    private let person: String
    private let language: TextLanguage
    private let at: Moment

    /// - Parameters:
    ///   - news: the latest first.
    ///   - person: whose they are.
    ///   - at: when the feed is made; it counts where there are no news.
    package init(_ news: [NewsLine], of person: String, in language: TextLanguage, at: Moment) {
        self.news = news
        self.person = person
        self.language = language
        self.at = at
    }

    /// The whole file, in UTF-8.
    package var text: String {
        let updated = news.map(\.at).max() ?? at
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>",
            "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(language.rawValue)\">",
            "  <id>\(identifier("news"))</id>",
            "  <title>\(language.pick(sv: "Nytt i dina bevakningar", en: "New to your watches"))</title>",
            "  <updated>\(updated.text)</updated>", "  <author><name>Torg</name></author>",
            "  <generator>Torg</generator>",
        ]
        for line in news {
            let text = line.text.text(in: language)
            lines += [
                "  <entry>", "    <id>\(identifier("news:\(line.id)"))</id>",
                "    <title>\(Self.escaped(line.notice?.title ?? line.supplier?.name ?? text))</title>",
                "    <updated>\(line.at.text)</updated>",
                "    <category term=\"\(line.kind.rawValue)\" label=\"\(Self.escaped(language.news(line.kind)))\"/>",
                "    <category term=\"watch-\(line.watch)\" label=\"\(Self.escaped(line.watchName))\"/>",
                "    <content type=\"text\">\(Self.escaped(text))</content>", "  </entry>",
            ]
        }
        return (lines + ["</feed>", ""]).joined(separator: "\n")
    }

    /// A name that is nobody else's and stays the same (RFC 4151 `tag:`); a user's name may hold what such a name must not.
    private func identifier(_ what: String) -> String {
        let name = person.utf8.map { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                ? String(UnicodeScalar(byte)) : "-" + String(byte, radix: 16)
        }.joined()
        return "tag:torg.example.org,2026:\(name):\(what)"
    }

    private static func escaped(_ text: String) -> String { MailText.escapedMarkup(MailText.line(text)) }
}
