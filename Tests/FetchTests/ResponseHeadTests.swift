import Testing

@testable import Fetch

@Suite struct ResponseHeadTests {
    /// 1 March 2026, noon.
    private let now = 1_772_366_400

    private func head(_ lines: String...) -> ResponseHead {
        var head = ResponseHead()
        for line in lines { _ = head.take(line + "\r\n") }
        return head
    }

    private func judged(_ lines: String...) -> FetchFailure? {
        var head = ResponseHead()
        for line in lines { _ = head.take(line + "\r\n") }
        do throws(FetchFailure) {
            try head.judge(now: now)
            return nil
        } catch {
            return error
        }
    }

    /// A cache on the way says when it got the answer, and how long ago that is.
    @Test func anAnswerOutOfACacheIsNoWrongClock() {
        let yesterday = "Date: Sat, 28 Feb 2026 12:00:00 GMT"
        #expect(judged("HTTP/2 200", yesterday) == .clock(ahead: -86_400))
        #expect(judged("HTTP/2 200", yesterday, "Age: 86390") == nil)
        #expect(judged("HTTP/2 200", yesterday, "Age: \(Int.max)") == .clock(ahead: 365 * 86_400))
        #expect(judged("HTTP/2 200", "Date: Sun, 01 Mar 2026 12:00:00 GMT", "Age: -90000") == nil)
    }

    @Test func whatIsTheDataAndWhatIsNot() {
        #expect(judged("HTTP/1.1 200 OK") == nil)
        #expect(judged("HTTP/2 206") == nil)
        #expect(judged("HTTP/2 304") == nil)
        #expect(judged("HTTP/2 202", "content-length: 0") == .challenge)
        #expect(judged("HTTP/2 200", "X-Amzn-Waf-Action: challenge") == .challenge)
        #expect(judged("HTTP/2 204") == .empty)
        #expect(judged("HTTP/2 404") == .notFound)
        #expect(judged("HTTP/2 403") == .denied(status: 403))
        #expect(judged("HTTP/2 429") == .tooMany(retryAfter: nil))
        #expect(judged("HTTP/2 429", "Retry-After: 120") == .tooMany(retryAfter: 120))
        #expect(
            judged("HTTP/2 503", "Retry-After: Sun, 01 Mar 2026 12:01:00 GMT") == .server(status: 503, retryAfter: 60))
        #expect(judged("HTTP/2 400") == .status(400))
        #expect(judged("HTTP/1.1 \u{1}") == .status(-1))
    }

    @Test func aClockThatIsHoursOffIsToldFirst() {
        #expect(judged("HTTP/2 404", "Date: Sun, 01 Mar 2026 17:00:00 GMT") == .clock(ahead: 5 * 3600))
        #expect(judged("HTTP/2 200", "Date: Sun, 01 Mar 2026 12:30:00 GMT") == nil)
    }

    @Test func aNewStatusLineBeginsAnew() {
        let head = head("HTTP/1.1 100 Continue", "ETag: \"a\"", "HTTP/1.1 200 OK", "Content-Length: 7")
        #expect(head.status == 200)
        #expect(head["etag"] == nil)
        #expect(head.total == 7)
    }

    @Test func theWholeOfARange() {
        let head = head("HTTP/1.1 206 Partial", "Content-Length: 10", "Content-Range: bytes 90-99/100")
        #expect(head.total == 100)
        #expect(head.contentRange?.start == 90)
    }
}
