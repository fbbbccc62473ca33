import Procurement
import Testing

@Suite struct MailAddressTests {
    @Test(arguments: ["anna@ekby.example", "a.b+c@x.y", "o'hara@Ekby.Example", "torg@localhost"])
    func readsWhatPeopleHave(text: String) {
        #expect(MailAddress(text)?.text.lowercased() == text.lowercased())
    }

    /// Nothing that ends a header, begins another, or is an option to a mailer.
    @Test(arguments: [
        "", "anna", "@ekby.example", "anna@", "a@b@c", "anna@ekby.example\nBcc: bo@x.y", "anna@ekby.example\r",
        "a b@x.y",
        "-oQ/tmp@x.y", "a..b@x.y", ".a@x.y", "a@-x.y", "a@x..y", "a@x_y", "a,b@x.y", "<a@x.y>", "\"a b\"@x.y", "å@x.y",
        "a@å.se", "a@[127.0.0.1]", "a\u{0}@x.y", "a@x.y,b@x.y", "a;b@x.y", "a\\b@x.y",
    ])
    func refusesAllElse(text: String) { #expect(MailAddress(text) == nil) }

    @Test func isBounded() {
        #expect(MailAddress(String(repeating: "a", count: 65) + "@x.y") == nil)
        #expect(MailAddress("a@" + String(repeating: "b.", count: 130) + "se") == nil)
    }
}
