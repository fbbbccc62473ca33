import Foundation
import Procurement
import Testing

@testable import Fetch

@Suite struct PackageTests {
    private let day = CalendarDate("2026-07-14")!
    private let folder = NSTemporaryDirectory() + "torg-fetch-\(UUID().uuidString)"

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    private func notice(_ country: String) -> [UInt8] {
        Array(
            "<TED_EXPORT><ISO_COUNTRY VALUE=\"\(country)\"/>\(String(repeating: country, count: 100))</TED_EXPORT>".utf8
        )
    }

    private func package(_ name: String) throws -> String {
        let path = "\(folder)/\(name)"
        let writer = try PackageWriter(path: path, day: day)
        for (index, country) in ["SE", "DE", "SE", "NO"].enumerated() {
            try writer.add("20260714_136/0000000\(index)_2026.xml", notice(country))
        }
        try writer.finish()
        return path
    }

    private func names(_ path: String) throws -> [String] {
        let reader = try PackageReader(path: path)
        var names: [String] = []
        while let member = try reader.next() { names.append(member.path) }
        return names
    }

    @Test func keepsWhatIsAskedFor() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let filter = PackageFilter(countries: ["SE"])
        let count = try filter.copy(PackageReader(path: try package("a")), to: "\(folder)/b", day: day)
        #expect(count == .init(received: 4, kept: 2, new: ["0-2026", "2-2026"]))
        #expect(try names("\(folder)/b") == ["20260714_136/00000000_2026.xml", "20260714_136/00000002_2026.xml"])
        let again = try filter.copy(PackageReader(path: "\(folder)/a"), to: "\(folder)/c", day: day, known: ["0-2026"])
        #expect(again == .init(received: 4, kept: 2, new: ["2-2026"]))
        #expect(try names("\(folder)/c") == ["20260714_136/00000002_2026.xml"])
    }

    @Test func theSameFilesGiveTheSameBytes() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(
            FileManager.default.contents(atPath: try package("a"))
                == FileManager.default.contents(atPath: try package("b")))
    }

    @Test func whatIsCutShortIsBroken() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let whole = try #require(FileManager.default.contents(atPath: try package("a")))
        for length in stride(from: 0, to: whole.count - 8, by: 7) {
            try whole.prefix(length).write(to: URL(filePath: "\(folder)/cut"))
            #expect(throws: FetchFailure.self, "\(length) of \(whole.count)") { try names("\(folder)/cut") }
        }
    }

    @Test func aBombIsStopped() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let writer = try PackageWriter(path: "\(folder)/bomb", day: day)
        try writer.add("a.xml", [UInt8](repeating: 0x20, count: 8 << 20))
        try writer.finish()
        var limits = PackageReader.Limits()
        limits.ratioFloor = 1 << 20
        let reader = try PackageReader(path: "\(folder)/bomb", limits: limits)
        #expect(throws: FetchFailure.self) { try reader.next() }
    }

    @Test(arguments: ["../../x.xml", "/etc/x.xml", "./x.xml", "a/b/../x.xml"])
    func noPathLeadsOut(_ path: String) {
        let safe = PackageFilter.safe(path)
        #expect(!safe.hasPrefix("/") && !safe.split(separator: "/").contains("..") && safe.hasSuffix("x.xml"))
    }

    @Test func aZipIsWholeWhenItsDirectoryIs() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        // An empty file “a” in a zip, with nothing packed.
        let local: [UInt8] =
            [0x50, 0x4B, 3, 4, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0] + [UInt8](repeating: 0, count: 12) + [1, 0, 0, 0, 0x61]
        let directory: [UInt8] =
            [0x50, 0x4B, 1, 2, 10, 0, 10, 0] + [UInt8](repeating: 0, count: 20) + [1, 0]
            + [UInt8](repeating: 0, count: 16) + [0x61]
        let end: [UInt8] =
            [
                0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, UInt8(directory.count), 0, 0, 0, UInt8(local.count), 0, 0, 0,
                0, 0,
            ]
        let whole = local + directory + end
        let path = "\(folder)/a.zip"
        try Data(whole).write(to: URL(filePath: path))
        #expect(try FileCheck(path: path, kind: .zip).zipEntries() == 1)
        for length in 0..<whole.count {
            try Data(whole.prefix(length)).write(to: URL(filePath: path))
            #expect(throws: FetchFailure.self) { try FileCheck(path: path, kind: .zip).digest() }
        }
        // The directory is said to be where it isn't.
        var moved = whole
        moved[whole.count - 6] = 3
        try Data(moved).write(to: URL(filePath: path))
        #expect(throws: FetchFailure.self) { try FileCheck(path: path, kind: .zip).digest() }
    }
}
