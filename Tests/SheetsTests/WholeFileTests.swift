import Foundation
import TestSupport
import Testing

@testable import Sheets

@Suite struct WholeFileTests {
    @Test func whatFailsHalfWayLeavesTheOldFileAndNothingElse() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("old", to: "list.csv")
        #expect(throws: SheetError.self) {
            try WholeFile.write(to: file) { (beside: String) throws(SheetError) in
                try? "half".write(toFile: beside, atomically: false, encoding: .utf8)
                throw SheetError.workbook(file, words: "no room")
            }
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["list.csv"])
    }

    @Test func writesAllAndFollowsALink() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("old", to: "there/list.csv")
        try FileManager.default.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: file)
        let bytes = [UInt8](repeating: 7, count: 300_000)
        try WholeFile.write(bytes, to: folder.file("link"))
        #expect(try Data(contentsOf: URL(filePath: file)) == Data(bytes))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.file("there")) == ["list.csv"])
    }

    @Test func aFolderOrADeviceIsRefused() throws {
        let folder = try TemporaryFolder()
        #expect(throws: SheetError.notAFile(folder.path)) { try WholeFile.write([1], to: folder.path) }
        #expect(throws: SheetError.notAFile("/dev/null")) { try WholeFile.write([1], to: "/dev/null") }
    }

    @Test func aMissingFolderIsTold() throws {
        let folder = try TemporaryFolder()
        let error = #expect(throws: SheetError.self) { try WholeFile.write([1], to: folder.file("gone/list.csv")) }
        #expect(error?.description.contains("gone/list.csv") == true)
        #expect(error?.isUsage == false)
    }
}
