import Testing

@testable import Fetch

@Suite struct WebAddressTests {
    @Test(arguments: [
        "http://a/", "file:///etc/passwd", "ftp://a/", "a", "", "https://u@a/", "https://u:p@a/", "https:///",
        "https://a b/",
    ])
    func whatIsNotFetched(_ text: String) { #expect(WebAddress(text) == nil) }

    @Test func servers() throws {
        let one = try #require(WebAddress("https://Example.org/a/b.xml?x=1"))
        #expect(one.host == "example.org")
        #expect(one.port == 443)
        #expect(one.lastComponent == "b.xml")
        #expect(one.isSameServer(as: try #require(WebAddress("https://EXAMPLE.org:443/"))))
        #expect(!one.isSameServer(as: try #require(WebAddress("https://example.org:444/"))))
        #expect(!one.isSameServer(as: try #require(WebAddress("https://example.org.evil.net/"))))
        #expect(!one.isSameServer(as: try #require(WebAddress("sftp://example.org:443/"))))
    }

    @Test func whatIsPutBehind() throws {
        let one = try #require(WebAddress("https://example.org/a"))
        #expect(try "\(one.appending("b/c"))" == "https://example.org/a/b/c")
        #expect(try "\(one.asking("x=1").asking("y=2"))" == "https://example.org/a?x=1&y=2")
        #expect(WebAddress.escaped("a b/å?") == "a%20b%2F%C3%A5%3F")
    }
}
