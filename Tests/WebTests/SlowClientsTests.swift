import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

/// On a clock that the test moves.
@Suite struct SlowClientsTests {
    private let loop = EmbeddedEventLoop()
    private let channel: EmbeddedChannel
    private let head = HTTPRequestPart.head(
        HTTPRequest(method: .post, scheme: "http", authority: "torg.ekby.se", path: "/need"))

    init() throws {
        channel = EmbeddedChannel(
            handler: SlowClients(sending: .seconds(30), taking: .minutes(5)), loop: loop)
        try channel.connect(to: SocketAddress(unixDomainSocketPath: "/s")).wait()
    }

    private func answer() throws {
        try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
        try channel.writeOutbound(HTTPResponsePart.end(nil))
    }

    @Test func formByTheByteIsWaitedForNoLongerThanOneInOnePiece() throws {
        try channel.writeInbound(head)
        for _ in 0..<29 {
            loop.advanceTime(by: .seconds(1))
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "a")))
        }
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test func restOfARequestIsWaitedForNoLongerWhereItWasAnsweredBefore() throws {
        try channel.writeInbound(head)
        try answer()
        loop.advanceTime(by: .seconds(29))
        #expect(channel.isActive)
        loop.advanceTime(by: .seconds(1))
        #expect(!channel.isActive)
    }

    @Test func pageHasItsTimeAndAnAnswerThatIsAwayEndsIt() throws {
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        loop.advanceTime(by: .seconds(299))
        #expect(channel.isActive)
        try answer()
        loop.advanceTime(by: .hours(1))
        #expect(channel.isActive)
        // The next request has a time of its own.
        try channel.writeInbound(head)
        loop.advanceTime(by: .seconds(30))
        #expect(!channel.isActive)
    }

    @Test func answerThatIsntMadeOrTakenIsntWaitedForWithoutEnd() throws {
        try channel.writeInbound(head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        loop.advanceTime(by: .minutes(5))
        #expect(!channel.isActive)
    }
}
