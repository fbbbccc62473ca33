import Foundation
import TestSupport
import Testing

@testable import torg

/// A folder that files are taken from, without a daemon.
@Suite struct DropFolderTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func taken() throws -> DropFolder { try DropFolder(path: folder.path, settleTime: .seconds(0)) }

    @Test func takesWholeFilesByNameAndTellsWhyItLeavesTheRest() throws {
        for name in ["b.xml", "a.xml", "c.xml.part", "d.tmp", ".hidden", "sub/e.xml"] {
            try folder.write("<a/>", to: name)
        }
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link"), withDestinationPath: folder.file("a.xml"))
        #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
        let (ready, left) = try taken().files()
        #expect(ready == ["a.xml", "b.xml", "sub/e.xml"])
        #expect(
            left.map { "\($0.name) \($0.reason.rawValue)" } == [
                ".hidden hidden", "c.xml.part unfinished", "d.tmp unfinished", "link link", "pipe noFile",
            ])
        #expect(left.filter(\.needsHands).map(\.name) == ["link", "pipe"])
    }

    @Test func whatIsPutAwayIsNoLongerThere() throws {
        try folder.write("<a/>", to: "a.xml")
        let drop = try taken()
        #expect(try drop.move("a.xml", to: .refused) == folder.file("refused/a.xml"))
        #expect(try drop.files().ready == [])
        #expect(try DropFolder.left(in: folder.path) == [])
    }

    /// What lies in a folder is put away under the same name, and its folder stays for what comes next.
    @Test func foldersAreGoneInto() throws {
        for name in ["ted/2026/a.xml", "uhm/b.csv", "done/old.xml", "ted/done/c.xml", ".hidden/d.xml", "uhm/.e"] {
            try folder.write("<a/>", to: name)
        }
        let drop = try taken()
        let (ready, left) = try drop.files()
        #expect(ready == ["ted/2026/a.xml", "ted/done/c.xml", "uhm/b.csv"])
        #expect(left.map(\.name) == [".hidden", "uhm/.e"] && left.allSatisfy { !$0.needsHands })
        #expect(try drop.move("ted/2026/a.xml", to: .done) == folder.file("done/ted/2026/a.xml"))
        try drop.remove("uhm/b.csv")
        #expect(try drop.files().ready == ["ted/done/c.xml"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("ted")).sorted() == ["2026", "done"])
    }

    /// Nobody has a reason to go so deep, and a folder may lead anywhere.
    @Test func aFolderTooDeepIsTold() throws {
        try folder.write("<a/>", to: (0..<12).map { "\($0)" }.joined(separator: "/") + "/a.xml")
        let left = try taken().files().left
        #expect(left == [LeftEntry(name: "0/1/2/3/4/5/6/7/8", reason: .folder)] && left[0].needsHands)
    }

    /// Nothing could be put away from it, and a run must not end because of it.
    @Test(arguments: [0o000, 0o500, 0o055]) func aFolderThatSomebodyKeepsToHimselfIsTold(mode: mode_t) throws {
        try folder.write("<a/>", to: "own/a.xml")
        try folder.write("<a/>", to: "b.xml")
        #expect(chmod(folder.file("own"), mode) == 0)
        defer { chmod(folder.file("own"), 0o700) }
        let (ready, left) = try taken().files()
        #expect(ready == ["b.xml"] && left == [LeftEntry(name: "own", reason: .folder)])
        #expect(try DropFolder.left(in: folder.path) == left)
    }

    @Test func nothingIsOverwritten() throws {
        let drop = try taken()
        for text in ["first", "second", "third"] {
            try folder.write(text, to: "a.xml")
            _ = try drop.move("a.xml", to: .done)
        }
        let done = try ["a.xml", "a.xml.2", "a.xml.3"].map {
            try String(contentsOfFile: folder.file("done/" + $0), encoding: .utf8)
        }
        #expect(done == ["first", "second", "third"])
    }

    /// A name has 255 bytes at most, and a second file of it gets a number behind.
    @Test func theLongestNameHasRoomForItsNumber() throws {
        let name = String(repeating: "å", count: 127)
        let drop = try taken()
        for text in ["first", "second"] {
            try folder.write(text, to: name)
            _ = try drop.move(name, to: .done)
        }
        let done = try FileManager.default.contentsOfDirectory(atPath: folder.file("done")).sorted {
            $0.count < $1.count
        }
        #expect(done == [String(repeating: "å", count: 120) + ".2", name])
    }

    /// In Latin-1, as an old system writes it; twice the same in what can be read of it.
    @Test func aNameThatIsNotUTF8IsSpelledOut() throws {
        try folder.write("there already", to: "ink%F6p.xml")
        let latin = Array(folder.file("ink").utf8) + [0xF6] + Array("p.xml\0".utf8)
        #expect(close(open(latin.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY | O_CLOEXEC, 0o640)) == 0)
        #expect(try taken().files().ready == ["ink%F6p.xml", "2.ink%F6p.xml"])
    }

    @Test func whatSomeoneStillWritesIsLeft() throws {
        let path = try folder.write("<half", to: "a.xml")
        let writer = try #require(FileHandle(forWritingAtPath: path))
        let drop = try taken()
        #expect(try drop.files().left == [LeftEntry(name: "a.xml", reason: .unfinished)])
        try writer.close()
        #expect(try drop.files().ready == ["a.xml"])
    }

    @Test func isHeldByOneRunAtATime() throws {
        let first = try taken()
        let error = #expect(throws: DropFolderError.self) { _ = try taken() }
        #expect(error?.exitCode == 75 && error?.description.contains("another torg collect") == true)
        withExtendedLifetime(first) {}
    }

    @Test func aFolderThatIsNoneIsMissingInput() throws {
        let file = try folder.write("", to: "a.xml")
        for path in [file, folder.file("none")] {
            let error = #expect(throws: DropFolderError.self) { _ = try DropFolder(path: path, settleTime: .zero) }
            #expect(error?.exitCode == 66, "\(path)")
        }
    }
}
