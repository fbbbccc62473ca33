import Containers
import JSON
import JSONRPC
import TestSupport
import Testing

@Suite struct LineFramerTests {
    private func frames(_ framer: inout LineFramer) -> [LineFramer.Frame] {
        var all: [LineFramer.Frame] = []
        while let frame = framer.next() { all.append(frame) }
        return all
    }

    private func line(_ text: String) -> LineFramer.Frame { .message(Array(text.utf8)) }

    @Test func cutsLines() {
        var framer = LineFramer()
        framer.append(Array("a\n\nb\r\nå".utf8))
        #expect(frames(&framer) == [line("a"), line(""), line("b\r")])
        #expect(framer.isInsideLine)
        framer.append(Array("\n".utf8))
        #expect(frames(&framer) == [line("å")])
        #expect(!framer.isInsideLine)
        #expect(framer.finish() == nil)
    }

    @Test func takesTheLastLineWithoutALineFeed() {
        var framer = LineFramer()
        framer.append(Array("a\nb".utf8))
        #expect(framer.next() == line("a"))
        #expect(framer.next() == nil)
        #expect(framer.finish() == line("b"))
        #expect(framer.finish() == nil)
    }

    @Test func holdsTheLimitExactly() {
        var framer = LineFramer(limit: 4)
        framer.append(Array("1234\n12345\nok\n".utf8))
        #expect(frames(&framer) == [line("1234"), .tooLarge, line("ok")])
    }

    @Test func tellsOnceAndSkipsToTheLineFeed() {
        var framer = LineFramer(limit: 4)
        var told = 0
        for byte in "123456789 123456789\nok\n".utf8 {
            framer.append([byte])
            while let frame = framer.next() {
                if frame == .tooLarge { told += 1 } else { #expect(frame == line("ok")) }
            }
        }
        #expect(told == 1)
        framer.append(Array("123456".utf8))
        #expect(framer.next() == .tooLarge)
        #expect(framer.finish() == nil)
    }

    /// However a stream is cut into chunks, its lines are the same.
    @Test func doesNotCareAboutChunks() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<300 {
            let limit = 12
            let texts = (0..<20).map { _ in String(repeating: "ö", count: Int.random(in: 0...8, using: &random)) }
            let stream = Array(texts.map { $0 + "\n" }.joined().utf8)
            var framer = LineFramer(limit: limit)
            var seen: [LineFramer.Frame] = []
            var rest = stream[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...40, using: &random)
                framer.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
                seen += frames(&framer)
            }
            #expect(seen == texts.map { $0.utf8.count > limit ? .tooLarge : line($0) })
        }
    }
}
