import Foundation
import TestSupport
import Testing

/// `torg collect`: files of a drop folder, taken in and put away.
@Suite(.serialized) struct CollectTests {
    private let daemon: RunningDaemon
    private let folder: String
    private let example = Repository.path("docs/formats/examples/eforms-award-notice.xml")

    init() throws {
        daemon = try RunningDaemon()
        folder = daemon.folder + "/drop"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    }

    private func put(_ name: String, _ text: String? = nil) throws {
        if let text {
            try text.write(toFile: folder + "/" + name, atomically: false, encoding: .utf8)
        } else {
            try FileManager.default.copyItem(atPath: example, toPath: folder + "/" + name)
        }
    }

    private func collect(_ more: String...) throws -> ProgramRun {
        try ProgramRun("torg", ["--socket", daemon.socket, "collect", folder] + more)
    }

    private func names(_ place: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder + "/" + place).filter { !$0.hasPrefix(".") }.sorted()
    }

    @Test func putsEachFileWhereItBelongs() throws {
        defer { daemon.remove() }
        try put("2-good.xml")
        try put("1-bad.xml", "<notices><oops")
        try put("3-later.xml.part", "<half")
        let run = try collect()
        #expect(run.code == 1)
        #expect(try names("done") == ["2-good.xml"])
        #expect(try names("refused") == ["1-bad.xml"])
        #expect(try names("") == ["3-later.xml.part", "done", "refused"])
        #expect(run.output.contains("1 files taken in, 1 refused, 1 left"))
        // By name, and the same once more changes nothing but gets a number.
        let lines = run.output.split(separator: "\n")
        #expect(lines[0].hasPrefix("1-bad.xml: 1 notices, 0 stored"))
        #expect(lines[1].hasPrefix("2-good.xml: 1 notices, 1 stored"))
        try put("2-good.xml")
        let again = try collect()
        #expect(again.code == 0)
        #expect(again.output.contains("1 unchanged"))
        #expect(try names("done") == ["2-good.xml", "2-good.xml.2"])
    }

    @Test func leavesAFileAloneThatSomeoneStillWrites() throws {
        defer { daemon.remove() }
        try put("slow.xml")
        let writer = try #require(FileHandle(forWritingAtPath: folder + "/slow.xml"))
        let during = try collect("--settle", "0")
        #expect(during.output.contains("slow.xml: still being written"))
        #expect(try names("") == ["done", "refused", "slow.xml"])
        try writer.close()
        #expect(try collect("--settle", "0").code == 0)
        #expect(try names("done") == ["slow.xml"])
    }

    /// Each thing in the folder is taken, or told with the reason.
    @Test func nothingIsPassedOverInSilence() throws {
        defer { daemon.remove() }
        let files = FileManager.default
        try files.createDirectory(atPath: folder + "/2026-11", withIntermediateDirectories: false)
        try put("2026-11/inside.xml")
        try files.createSymbolicLink(atPath: folder + "/link.xml", withDestinationPath: example)
        try put(".hidden.xml")
        #expect(mkfifo(folder + "/pipe", 0o600) == 0)
        try put("rad\nbrytning \u{202E}.xml")
        // Latin-1, as an old system writes it.
        let latin = Array("\(folder)/ink".utf8) + [0xF6, UInt8(ascii: "p"), 0]
        #expect(close(open(latin.map { CChar(bitPattern: $0) }, O_CREAT | O_WRONLY | O_CLOEXEC, 0o640)) == 0)
        let run = try collect("--settle", "0")
        #expect(try names("done") == ["2026-11", "rad\nbrytning \u{202E}.xml"])
        #expect(try names("done/2026-11") == ["inside.xml"])
        #expect(try names("refused") == ["ink%F6p"], "an empty file")
        for line in [
            "2026-11/inside.xml: 1 notices, 1 stored", "link.xml: a link; it isn't followed", ".hidden.xml: hidden",
            "pipe: neither file nor folder", "rad brytning ?.xml: 1 notices, 0 stored, 1 unchanged", "ink%F6p: ",
            "2 files taken in, 1 refused, 3 left where they are",
        ] {
            #expect(run.output.contains(line), "\(line) is not in \(run.output)")
        }
        #expect(run.output.split(separator: "\n").count == 7)
        let doctor = try ProgramRun("torg", ["--socket", daemon.socket, "doctor", "--drop-folder", folder])
        #expect(doctor.output.contains("BAD   drop folder: \(folder) holds what isn't taken in"))
        #expect(doctor.output.contains("link.xml: a link"))
        #expect(!doctor.output.contains(".hidden.xml"))
        let json = try ProgramRun("torg", ["--socket", daemon.socket, "--json", "collect", folder])
        #expect(json.output.contains(#"{"file":"link.xml","left":"link"}"#))
    }

    /// Registers and lists of codes are told from notices by what is in them; what is nobody's export is named.
    @Test func registersAndCodesAreRecognised() throws {
        defer { daemon.remove() }
        let files = FileManager.default
        try files.createDirectory(atPath: folder + "/bolagsverket", withIntermediateDirectories: false)
        try Data(ArchiveBuilder.zip([("bolagsverket_bulkfil.txt", RegisterTests.example)]))
            .write(to: URL(filePath: folder + "/bolagsverket/bolagsverket_bulkfil.zip"))
        try put("codes.csv", "code,label_en\n90911200,Cleaning\n")
        try put("own.csv", "name,id\nEgen AB,556703-7485\n")
        try put("report.pdf", "%PDF-1.7")
        try put("empty.csv", "name,id\nx,1\n")
        let run = try collect("--settle", "0")
        #expect(run.code == 1)
        for line in [
            "bolagsverket/bolagsverket_bulkfil.zip: bolagsverket: 2 rows: 1 stored", "1 natural persons left out",
            "codes.csv: 1 codes, 1 stored", "own.csv: 1 rows: 1 stored", "report.pdf: it is a PDF document",
            "3 files taken in, 2 refused, 0 left",
        ] {
            #expect(run.output.contains(line), "\(line) is not in \(run.output)")
        }
        // A register's file names natural persons, and isn't kept.
        #expect(try names("done") == ["codes.csv", "own.csv"])
        #expect(try names("refused") == ["empty.csv", "report.pdf"])
        #expect(try names("bolagsverket") == [])
    }

    /// The code by which the unit tells a store that takes no more, which is an alarm, from a daemon that isn't there.
    @Test func aStoreThatTakesNoMoreIsNoMissingDaemon() throws {
        let first = daemon
        first.stop()
        chmod(first.folder + "/torg.sqlite", 0o400)
        let second = try RunningDaemon(folder: first.folder)
        defer { second.remove() }
        try put("a.xml")
        let run = try collect()
        #expect(run.code == 74)
        #expect(run.errors.contains("can only be read: its mode is 0400"))
        #expect(try names("") == ["a.xml", "done", "refused"])
    }

    @Test func leavesFilesWhereTheyAreWithoutADaemon() throws {
        defer { daemon.remove() }
        try put("a.xml")
        daemon.stop()
        let run = try collect()
        #expect(run.code == 69)
        #expect(try names("") == ["a.xml", "done", "refused"])
    }

    @Test func oneRunAtATime() throws {
        defer { daemon.remove() }
        try put("a.xml")
        let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(lock) }
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let run = try collect()
        #expect(run.code == 75)
        #expect(run.errors.contains("another torg collect"))
        #expect(try names("") == ["a.xml"])
    }
}
