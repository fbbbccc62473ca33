import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Web

@Suite struct SameOriginTests {
    private func isLetIn(_ headers: HTTPFields, origin: String?) -> Bool {
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "torg.ekby.se", path: "/need", headerFields: headers)
        do {
            try SameOrigin.check(Request(head: head, body: .init(buffer: ByteBuffer())), origin: origin)
            return true
        } catch {
            return false
        }
    }

    @Test(arguments: [
        ("https://torg.ekby.se", true), ("http://torg.ekby.se", false), ("https://torg.ekby.se:444", false),
        ("https://torg.ekby.se.evil.example", false), ("null", false), ("", false),
    ])
    func behindAWebServerTheOriginIsTheConfiguredOne(_ origin: String, _ isIn: Bool) {
        #expect(isLetIn([.origin: origin], origin: "https://torg.ekby.se") == isIn)
    }

    @Test func whatTheBrowserSaysOfTheSiteGoesFirst() throws {
        let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
        #expect(isLetIn([site: "same-origin"], origin: "https://torg.ekby.se"))
        for other in ["same-site", "cross-site", "none", ""] {
            #expect(!isLetIn([site: other, .origin: "https://torg.ekby.se"], origin: "https://torg.ekby.se"))
        }
        #expect(!isLetIn([:], origin: nil))
        #expect(isLetIn([.origin: "http://torg.ekby.se"], origin: nil))
    }
}
