import API
import Foundation
import FoundationXML
import Procurement
import TestSupport
import Testing

@testable import Sheets

@Suite struct DigestMessageTests {
    private func mail(_ name: String = "Städ på Åsö", title: String, language: TextLanguage = .sv) -> DigestMail {
        var mail = DigestsPrepare.example.result.mails[0]
        mail.language = language
        mail.news[0].watchName = name
        mail.news[0].notice?.title = title
        mail.news[0].text = BilingualText(sv: "Ny upphandling: \(title).", en: "New call for tenders: \(title).")
        return mail
    }

    /// Without the line ends that quoted-printable adds.
    private func unfolded(_ text: String) -> String { text.replacing("=\n", with: "") }

    @Test func theSameMailGivesTheSameBytes() {
        let mail = mail(title: "Skolskjuts")
        let text = DigestMessage(mail, sender: "torg@ekby.example").text
        #expect(text == DigestMessage(mail, sender: "torg@ekby.example").text)
        #expect(text.contains("\nMessage-ID: <torg.1f0c2a@ekby.example>\n"))
        #expect(text.contains("\nDate: 1 Mar 2026 00:00:00 +0000\n"))
        #expect(unfolded(text).contains("Sluta: torg watch mail --every never."))
        let english = DigestMessage(self.mail(title: "Buses", language: .en), sender: "torg@ekby.example").text
        #expect(unfolded(english).contains("Stop: torg watch mail --every never."))
    }

    /// No name makes a header, ends one, or makes markup.
    @Test(arguments: [
        "A\r\nBcc: bo@x.y", "A\nSubject: B", "<script>alert(1)</script>", "=?utf-8?Q?=0ABcc?=", "a\u{2028}b",
    ])
    func aHostileNameIsTextAlone(name: String) throws {
        let text = DigestMessage(mail(name, title: name), sender: "torg@ekby.example").text
        let head = try #require(text.components(separatedBy: "\n\n").first)
        let names = head.split(separator: "\n").filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Auto-Submitted", "Content-Language",
                "Content-Type",
            ])
        let html = try #require(unfolded(text).components(separatedBy: "<!DOCTYPE html>").last)
        #expect(!html.contains("<script") && !text.contains("\r"))
    }

    @Test func headersAndBodiesAreOfSevenBitsAndShortLines() {
        let long = String(repeating: "Åäö och räksmörgås = ", count: 40)
        let text = DigestMessage(mail(long, title: long), sender: "torg@ekby.example").text
        #expect(text.utf8.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A) })
        #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
    }

    @Test func quotedPrintableKeepsWhatMailersTouch() {
        #expect(MailText.quotedPrintable("From anna\n.\nslut ") == "=46rom anna\n=2E\nslut=20")
        #expect(MailText.quotedPrintable("1 = 1\tå") == "1 =3D 1=09=C3=A5")
    }

    @Test func anAtomFeedIsWellFormedAndHasWhatIsRequired() throws {
        var line = NewsLine.sample
        line.notice?.title = "<b>A & B\u{1}</b>"
        let feed = AtomFeed([line], of: "anna å", in: .sv, at: Moment(secondsSinceEpoch: 0))
        let document = try XMLDocument(xmlString: feed.text)
        let root = try #require(document.rootElement())
        #expect(root.name == "feed" && root.uri == "http://www.w3.org/2005/Atom")
        for name in ["id", "title", "updated", "author"] { #expect(root.elements(forName: name).count == 1, "\(name)") }
        let entry = try #require(root.elements(forName: "entry").first)
        #expect(entry.elements(forName: "title").first?.stringValue == "<b>A & B </b>")
        #expect(entry.elements(forName: "id").first?.stringValue == "tag:torg.example.org,2026:anna-20-c3-a5:news:31")
        #expect(entry.elements(forName: "updated").first?.stringValue == "2026-03-01T00:00:00Z")
        let empty = AtomFeed([], of: "anna", in: .en, at: Moment(secondsSinceEpoch: 0)).text
        #expect(try XMLDocument(xmlString: empty).rootElement()?.elements(forName: "updated").count == 1)
    }
}

extension NewsLine {
    static var sample: NewsLine { WatchesNews.example.result.news[0] }
}
