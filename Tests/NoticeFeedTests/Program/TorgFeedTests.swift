import Foundation
import TestSupport
import Testing

@Suite(
    .enabled(
        if: FileManager.default.isExecutableFile(atPath: Programs.path("torg-feed")),
        "torg-feed is not built beside the tests"))
struct TorgFeedTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "<ContractNotice><ID>1</ID><ProcurementProject><Name>x</Name></ProcurementProject></ContractNotice>",
            to: "good/a.xml")
        try folder.write(
            "<ContractNotice><ID>2</ID><ProcurementProject><Name>x</Name></ProcurementProject></ContractNotice>",
            to: "good/b.xml")
        try folder.write("<a><b></a>", to: "bad/c.xml")
    }

    private func run(_ arguments: String...) throws -> ProgramRun { try ProgramRun("torg-feed", arguments) }

    @Test func printsOneOutcomeALine() throws {
        let result = try run(folder.path + "/good")
        #expect(result.code == 0)
        #expect(result.errors == "")
        #expect(try result.objects.compactMap { ($0["notice"] as? [String: Any])?["id"] as? String } == ["1", "2"])
        #expect(
            result.output.hasSuffix(
                "\"position\":{\"file\":\"\(folder.path)/good/b.xml\",\"line\":1}}\n"), "keys are sorted, slashes plain"
        )
    }

    @Test func saysByItsStatusHowItWent() throws {
        #expect(try run(folder.path + "/good", folder.path + "/bad").code == 1)
        #expect(try run(folder.path + "/bad").code == 65)
        #expect(try run(folder.path + "/none").code == 65)
        #expect(try run().code == 64)
        #expect(try run("--no-such-option", folder.path).code == 64)
        #expect(try run("--memory", "1", folder.path).code == 64)
        #expect(try run("--mappings", folder.path + "/none", folder.path).code == 64)
        #expect(try run("--mapping", folder.path + "/bad/c.xml", folder.path).code == 78)
    }

    @Test func aPathThatIsNotThereIsARefusal() throws {
        let result = try run(folder.path + "/none", folder.path + "/good")
        #expect(result.code == 1)
        let refusal = try result.objects.first?["refusal"] as? [String: Any]
        #expect(refusal?["reason"] as? String == "not-found")
    }

    @Test func announcesEachFile() throws {
        let objects = try run("--announce", folder.path).objects
        #expect(
            objects.map { Array($0.keys.sorted()) } == [
                ["reading"], ["refusal"], ["reading"], ["notice", "position"], ["reading"], ["notice", "position"],
            ])
        #expect(objects.first?["reading"] as? String == folder.path + "/bad/c.xml")
    }

    @Test func takesPathsFromStandardInput() throws {
        let paths = [folder.path + "/good/b.xml", folder.path + "/good/a.xml"]
        let result = try ProgramRun("torg-feed", ["--paths-from-stdin"], input: paths.joined(separator: "\0"))
        #expect(try result.objects.compactMap { ($0["notice"] as? [String: Any])?["id"] as? String } == ["2", "1"])
    }

    @Test func sumsUpInATable() throws {
        let result = try run("--summary", folder.path)
        #expect(
            result.output == """
                          notices  lots  awards  winners  no winner  withheld
                eforms –        2     0       0        0          0         0
                total           2     0       0        0          0         0

                refused 1
                  not-xml 1

                """)
    }

    @Test func libxml2PrintsNothing() throws {
        try folder.write("<a xmlns='not a uri' b:c=''>&x;", to: "bad/d.xml")
        try folder.write("<!DOCTYPE a SYSTEM 'http://localhost:1/x'><a/>", to: "bad/e.xml")
        #expect(try run(folder.path).errors == "")
    }

    @Test func isQuietWhenItsReaderLeaves() throws {
        let many = (0..<20_000).map {
            "<ContractNotice><ID>\($0)</ID><ProcurementProject><Name>x</Name></ProcurementProject></ContractNotice>"
        }.joined()
        try folder.write("<a>\(many)</a>", to: "many.xml")
        let program = Programs.path("torg-feed")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "{ '\(program)' '\(folder.path)/many.xml'; echo $? >&2; } | head -c 10"]
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = Pipe()
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text == "0\n")
    }

    @Test func saysWhenItsOutputFails() throws {
        let program = Programs.path("torg-feed")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "'\(program)' '\(folder.path)/good' > /dev/full"]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 75)
        #expect(text.contains("standard output could not be written"))
    }

    @Test func endsWhenItUsesTooMuchProcessorTime() throws {
        // Text outside any notice has no limit but time.
        let line = String(repeating: "<a>x</a>", count: 1 << 20)
        try folder.write("<r>" + String(repeating: line, count: 16), to: "long.xml")
        let result = try run("--cpu-seconds", "1", folder.path + "/long.xml")
        #expect(result.code == -SIGXCPU)
    }

    @Test func endsWhenItWaitsTooLong() throws {
        // Nobody reads what it prints, so it waits for room in the pipe.
        let many = (0..<20_000).map {
            "<ContractNotice><ID>\($0)</ID><ProcurementProject><Name>x</Name></ProcurementProject></ContractNotice>"
        }.joined()
        try folder.write("<a>\(many)</a>", to: "many.xml")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Programs.path("torg-feed"))
        process.arguments = ["--wall-seconds", "1", folder.path + "/many.xml"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == SIGALRM)
        withExtendedLifetime(output) {}
    }

    @Test func endsWhenItNeedsTooMuchMemory() throws {
        let texts = String(repeating: "<a>\(String(repeating: "x", count: 1 << 20))</a>", count: 30)
        try folder.write(
            "<ContractNotice><ID>1</ID><ProcurementProject><Name>x</Name></ProcurementProject>\(texts)</ContractNotice>",
            to: "large.xml")
        #expect(try run(folder.path + "/large.xml").code == 0)
        let result = try run("--memory", "\(try addressSpace() + 24)", folder.path + "/large.xml")
        #expect(result.code < 0 || result.output.contains("\"no-memory\""))
    }

    /// The least that is accepted is enough for ordinary notices; what is refused is told with what to do.
    @Test func theLeastMemoryIsEnoughToBegin() throws {
        let refused = try run("--memory", "127", folder.path + "/good")
        #expect(refused.code == 64)
        #expect(refused.errors.contains("128 or more"))
        #expect(try run("--memory", "128", folder.path + "/good").code == 0)
    }

    /// Megabytes of address space that the program takes before it reads anything.
    private func addressSpace() throws -> Int {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Programs.path("torg-feed"))
        process.arguments = ["--announce", "--paths-from-stdin"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data("\(folder.path)/good/a.xml\0\(folder.path)/good/b.xml\0".utf8))
        _ = output.fileHandleForReading.availableData
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        let size = status.split(separator: "\n").first { $0.hasPrefix("VmSize:") }
        return (try #require(size.flatMap { Int($0.filter(\.isNumber)) })) >> 10
    }

    @Test func refusesAFileAboveItsSize() throws {
        let file = folder.path + "/good/a.xml"
        let size = try Data(contentsOf: URL(fileURLWithPath: file)).count
        #expect(try run("--file-bytes", "\(size - 1)", file).output.contains("\"file-too-large\""))
        #expect(try run("--file-bytes", "\(size)", file).code == 0)
        #expect(try run("--file-bytes", "0", file).code == 64)
    }

    /// Whatever its parent left open is closed before a byte is read.
    @Test func keepsNothingThatItWasHanded() throws {
        let program = Programs.path("torg-feed")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        // Descriptor 9 is open where the shell starts it, as an archive or a store might be.
        process.arguments = [
            "-c", "exec 9<'\(folder.path)/bad/c.xml'; exec '\(program)' --announce --paths-from-stdin",
        ]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data("\(folder.path)/good/a.xml\0\(folder.path)/good/b.xml\0".utf8))
        _ = output.fileHandleForReading.availableData
        let open = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process.processIdentifier)/fd")
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(!open.contains("9"))
    }

    @Test func holdsAnEFormsNoticeOfThreeMegabytesIn64() throws {
        let lot = EFormsExample.lot(
            "LOT",
            project: "<cbc:Name>\(String(repeating: "x", count: 100))</cbc:Name><cbc:Description>"
                + "\(String(repeating: "y ", count: 1900))</cbc:Description>")
        let notice = EFormsExample(body: String(repeating: lot, count: 700)).xml
        #expect(notice.utf8.count > 2_800_000)
        try folder.write(notice, to: "large.xml")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Programs.path("torg-feed"))
        process.arguments = ["--announce", "--paths-from-stdin"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // Once the second file is announced the first is done, and the program waits for a third path.
        let paths = "\(folder.path)/large.xml\0\(folder.path)/good/a.xml\0"
        input.fileHandleForWriting.write(Data(paths.utf8))
        let announcement = Data("{\"reading\":\"\(folder.path)/good/a.xml\"}\n".utf8)
        var text = Data()
        while text.suffix(announcement.count) != announcement {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            text += more
        }
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(text.count > 2_500_000)
        // `VmHWM:     28388 kB`
        let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }.flatMap { Int($0.filter(\.isNumber)) }
        #expect(try #require(peak) < 64 << 10)
    }
}

extension ProgramRun {
    /// The lines of standard output as JSON objects.
    fileprivate var objects: [[String: Any]] {
        get throws {
            try output.split(separator: "\n").map {
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
            }
        }
    }
}
