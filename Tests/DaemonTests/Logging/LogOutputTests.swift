import Foundation
import Logging
import Synchronization
import Testing

@testable import Daemon

/// What is logged, as journald, a terminal and a file get it.
@Suite struct LogOutputTests {
    private func logger(_ sink: any LogSink) -> Logger {
        var logger = Logger(label: "torgd") { _ in EntryLogHandler(sink) }
        logger.logLevel = .debug
        return logger
    }

    /// Hands entries to the test.
    private final class Kept: LogSink {
        let entries = Mutex<[LogEntry]>([])
        func write(_ entry: LogEntry) { entries.withLock { $0.append(entry) } }
    }

    // MARK: The journal

    @Test func journaldGetsAFieldForEverything() throws {
        let journal = try FakeJournal()
        let log = logger(try #require(JournalLog(path: journal.path, fallback: Kept())))
        log.notice("import done", metadata: ["import": "7", "notices_stored": "12", "seconds": "0.5"])
        let fields = Dictionary(uniqueKeysWithValues: try #require(try journal.next()))
        #expect(fields["MESSAGE"] == "import done import=7 notices_stored=12 seconds=0.5")
        #expect(fields["PRIORITY"] == "5")
        #expect(fields["SYSLOG_IDENTIFIER"] == "torgd")
        #expect(fields["TORG_IMPORT"] == "7")
        #expect(fields["TORG_NOTICES_STORED"] == "12")
        #expect(fields["TORG_SECONDS"] == "0.5")
        #expect(fields["CODE_FILE"]?.hasSuffix("LogOutputTests.swift") == true)
        #expect(fields["CODE_FILE"]?.hasPrefix("/") == false, "no paths of the machine that it was built on")
        #expect(try journal.next() == nil, "one entry, one datagram")
    }

    @Test func anEntryCannotPassForAnother() throws {
        let journal = try FakeJournal()
        let log = logger(try #require(JournalLog(path: journal.path, fallback: Kept())))
        let path = "a\nPRIORITY=0\nMESSAGE=all is lost\n\u{1B}[2J"
        log.error("can't read \(path)", metadata: ["path": "\(path)", "na-me\n": "x"])
        let fields = try #require(try journal.next())
        #expect(fields.filter { $0.name == "PRIORITY" }.map(\.value) == ["3"])
        #expect(fields.filter { $0.name == "MESSAGE" }.count == 1)
        #expect(fields.first { $0.name == "TORG_PATH" }?.value == path)
        #expect(fields.first { $0.name == "TORG_NA_ME_" }?.value == "x")
        #expect(fields.first { $0.name == "MESSAGE" }?.value.contains("\n") == false)
    }

    @Test func whatIsTooLongIsCutAndSaysSo() throws {
        let journal = try FakeJournal()
        let kept = Kept()
        let log = logger(try #require(JournalLog(path: journal.path, fallback: kept)))
        let long = String(repeating: "å", count: 10_000)
        var metadata = Logger.Metadata()
        for number in 0..<30 { metadata["field\(number)"] = "\(long)" }
        log.info("\(long)", metadata: metadata)
        let fields = try #require(try journal.next())
        #expect(fields.allSatisfy { $0.value.utf8.count < JournalLog.longestValue + 100 })
        #expect(fields.first?.value.hasSuffix("more bytes cut)") == true)
        #expect(kept.entries.withLock { $0.isEmpty })
    }

    @Test func whatTheJournalDoesNotTakeGoesToTheFallback() throws {
        let kept = Kept()
        let log = logger(try #require(JournalLog(path: "/nowhere/journal", fallback: kept)))
        log.warning("denied", metadata: ["times": "3"])
        let entry = try #require(kept.entries.withLock { $0.first })
        #expect(LineLog(descriptor: 2, style: .prefixed).line(entry) == "<4>denied times=3")
    }

    // MARK: Lines

    @Test func linesArePlainUnlessAPersonLooks() throws {
        let kept = Kept()
        logger(kept).error("two\nlines", metadata: ["a": "b"])
        let entry = try #require(kept.entries.withLock { $0.first })
        let plain = LineLog(descriptor: 2, style: .plain) { Date(timeIntervalSince1970: 0) }
        #expect(plain.line(entry) == "1970-01-01T00:00:00Z error torgd: two\\u{a}lines a=b")
        let coloured = LineLog(descriptor: 2, style: .coloured) { Date(timeIntervalSince1970: 0) }
        #expect(coloured.line(entry).contains("\u{1B}[1;31merror\u{1B}[0m two\\u{a}lines a=b"))
    }

    @Test func personalNumbersStayOutOfEverything() throws {
        let kept = Kept()
        var log = logger(kept)
        log[metadataKey: "who"] = "19811218-9876"
        log.error(
            "read /srv/811218-9876.xml",
            metadata: ["path": "811218-9876", "all": ["198112189876", "x"], "map": ["k": "8112189876"]])
        let entry = try #require(kept.entries.withLock { $0.first })
        let line = LineLog(descriptor: 2, style: .plain).line(entry)
        let datagram = String(decoding: JournalLog.message(entry), as: UTF8.self)
        for text in [line, datagram] { #expect(!text.contains("9876"), "\(text)") }
    }

    // MARK: Which of them

    @Test func takesTheJournalWhereStandardErrorIsItsStream() throws {
        let pipe = Pipe()
        let descriptor = pipe.fileHandleForWriting.fileDescriptor
        var status = stat()
        #expect(fstat(descriptor, &status) == 0)
        let stream = "\(status.st_dev):\(status.st_ino)"
        #expect(LogOutput.isJournal(descriptor, stream))
        #expect(!LogOutput.isJournal(descriptor, "\(status.st_dev):\(status.st_ino + 1)"))
        for bad in [nil, "", "1", "a:b", "1:2:3"] { #expect(!LogOutput.isJournal(descriptor, bad)) }

        let journal = ["JOURNAL_STREAM": stream]
        #expect(LogOutput.sink(.auto, descriptor: descriptor, environment: journal) is JournalLog)
        #expect((LogOutput.sink(.auto, descriptor: descriptor, environment: [:]) as? LineLog)?.style == .plain)
        #expect((LogOutput.sink(.text, descriptor: descriptor, environment: journal) as? LineLog)?.style == .plain)
        #expect(LogOutput.sink(.journal, descriptor: descriptor, environment: [:]) is JournalLog)
    }

    @Test func colourIsForTerminalsThatWantIt() throws {
        let terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        defer { close(terminal) }
        try #require(isatty(terminal) == 1)
        func style(_ environment: [String: String]) -> LineLog.Style? {
            (LogOutput.sink(.auto, descriptor: terminal, environment: environment) as? LineLog)?.style
        }
        #expect(style(["TERM": "xterm"]) == .coloured)
        #expect(style(["TERM": "xterm", "NO_COLOR": "1"]) == .plain)
        #expect(style(["TERM": "dumb"]) == .plain)
    }
}
