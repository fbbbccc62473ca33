import API
import Procurement

/// A person's news as a mail: the same in plain text and in HTML (RFC 2046 `multipart/alternative`), in the language that the
/// person wants, with how often they are mailed and how to stop it.
///
/// The same mail gives the same bytes, however often it is made.
package struct DigestMessage: Sendable {
    private let mail: DigestMail
    private let sender: String
    private let language: TextLanguage

    /// - Parameter sender: the address that it comes from.
    package init(_ mail: DigestMail, sender: String) {
        self.mail = mail
        self.sender = sender
        language = mail.language
    }

    /// What the mailer is given, with a line feed behind each line.
    package var text: String {
        // No line of quoted-printable has it.
        let boundary = "=_torg_\(mail.id)"
        let lines = [
            "From: Torg <\(MailText.line(sender))>", "To: <\(MailText.line(mail.address))>",
            "Subject: \(MailText.header(subject))", "Date: \(Self.date(mail.prepared))",
            "Message-ID: <\(MailText.line(mail.messageId))>", "MIME-Version: 1.0",
            // So that nobody's “I am away” answers it (RFC 3834).
            "Auto-Submitted: auto-generated", "Content-Language: \(language.rawValue)",
            "Content-Type: multipart/alternative; boundary=\"\(boundary)\"", "",
            "--\(boundary)", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable",
            "",
            MailText.quotedPrintable(plain), "--\(boundary)", "Content-Type: text/html; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable", "", MailText.quotedPrintable(html), "--\(boundary)--", "",
        ]
        return lines.joined(separator: "\n")
    }

    /// How much of watches' names a subject holds, in characters.
    private static let longestSubject = 120

    package var subject: String {
        let names = digest.watches.map(\.name).joined(separator: ", ")
        let short = names.count > Self.longestSubject ? names.prefix(Self.longestSubject) + "…" : names[...]
        return language.pick(sv: "Torg: \(mail.count) nytt i \(short)", en: "Torg: \(mail.count) new in \(short)")
    }

    private var digest: Digest { Digest(mail.news) }

    private var head: String {
        let day = mail.prepared.text.prefix(10)
        return language.pick(sv: "Nytt i dina bevakningar, \(day)", en: "New to your watches, \(day)")
    }

    /// What there is beyond the mail.
    private var rest: String? {
        let more = mail.count - mail.news.count
        return more <= 0
            ? nil
            : language.pick(
                sv: "Och \(more) till: torg digest visar dem.", en: "And \(more) more: torg digest shows them.")
    }

    private var foot: [String] {
        let often = language.interval(mail.every)
        return [
            language.pick(
                sv: "Du får det här \(often) när något är nytt, eftersom du bad Torg om det.",
                en: "You get this \(often) when something is new, because you asked Torg for it."),
            language.pick(
                sv:
                    "Ändra hur ofta: torg watch mail --every daily (eller weekly). Sluta: torg watch mail --every never.",
                en: "Change how often: torg watch mail --every daily (or weekly). Stop: torg watch mail --every never."),
        ]
    }

    private func sentence(_ line: NewsLine) -> String { MailText.line(line.text.text(in: language)) }

    private var plain: String {
        var lines = [head, ""]
        for (name, news) in digest.watches {
            lines.append(MailText.line(name))
            lines += news.flatMap { line in
                ["- " + sentence(line)] + (line.notice.map { ["  " + MailText.line($0.id)] } ?? [])
            }
            lines.append("")
        }
        if let rest { lines += [rest, ""] }
        return (lines + ["-- "] + foot).joined(separator: "\n")
    }

    private var html: String {
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"\(language.rawValue)\">", "<head><meta charset=\"utf-8\">",
            "<title>\(Self.escaped(head))</title></head>", "<body style=\"font-family: sans-serif\">",
            "<h1 style=\"font-size: 1.3em\">\(Self.escaped(head))</h1>",
        ]
        for (name, news) in digest.watches {
            lines += ["<h2 style=\"font-size: 1.1em\">\(Self.escaped(name))</h2>", "<ul>"]
            for line in news {
                let id = line.notice.map { "<br><small>\(Self.escaped($0.id))</small>" } ?? ""
                lines.append("<li>\(MailText.escapedMarkup(sentence(line)))\(id)</li>")
            }
            lines.append("</ul>")
        }
        if let rest { lines.append("<p>\(Self.escaped(rest))</p>") }
        lines.append("<hr>")
        lines += foot.map { "<p><small>\(Self.escaped($0))</small></p>" }
        return (lines + ["</body>", "</html>"]).joined(separator: "\n")
    }

    private static func escaped(_ text: String) -> String { MailText.escapedMarkup(MailText.line(text)) }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// As RFC 5322 writes it, in UTC: `30 Nov 2026 22:15:00 +0000`.
    static func date(_ moment: Moment) -> String {
        let parts = moment.text.prefix(10).split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3, months.indices.contains(parts[1] - 1) else { return "1 Jan 1970 00:00:00 +0000" }
        return "\(parts[2]) \(months[parts[1] - 1]) \(parts[0]) \(moment.text.dropFirst(11).prefix(8)) +0000"
    }
}
