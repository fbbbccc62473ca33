import Files
import Foundation
import Glibc
import Testing

@Suite struct FolderWalkTests {
    private final class Folder {
        let path = NSTemporaryDirectory() + "torg-walk-" + UUID().uuidString
        deinit { try? FileManager.default.removeItem(atPath: path) }

        init(_ names: [String]) throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for name in names {
                let file = URL(fileURLWithPath: "\(path)/\(name)")
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data().write(to: file)
            }
        }
    }

    /// What a walk comes upon, without the folder's own path.
    private func walk(_ folder: Folder) -> [String] {
        var found: [String] = []
        FolderWalk.visit(folder.path) { visit in
            switch visit {
            case .entry(let path, let entry): found.append("\(path.dropFirst(folder.path.count + 1)) \(entry.kind)")
            case .unreadable(let error): found.append("\(error.path.dropFirst(folder.path.count + 1)) \(error.call)")
            }
        }
        return found
    }

    @Test func walksInTheOrderOfPathsAndPassesOverWhatIsHidden() throws {
        let folder = try Folder(["b", "a/y", "a/x/1", ".hidden", ".folder/z", "c"])
        #expect(walk(folder) == ["a/x/1 file", "a/y file", "b file", "c file"])
    }

    @Test func linksAndOtherThingsAreEntries() throws {
        let folder = try Folder(["a"])
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/loop", withDestinationPath: folder.path)
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        #expect(walk(folder) == ["a file", "loop link", "pipe other"])
    }

    @Test func aNameThatIsNoTextIsKeptAsItsBytes() throws {
        let folder = try Folder([])
        let name: [UInt8] = [0x61, 0xF6]
        let descriptor = open(
            Array("\(folder.path)/".utf8CString.dropLast()) + name.map { CChar(bitPattern: $0) } + [0],
            O_CREAT | O_WRONLY, 0o600)
        close(descriptor)
        let entry = try #require(try FolderEntry.all(in: folder.path).first)
        #expect(entry.bytes == name && entry.name == "a\u{FFFD}" && !entry.isText)
        #expect(entry.status(in: folder.path)?.st_size == 0)
    }

    @Test func aFolderThatIsNotThereIsTold() {
        let error = #expect(throws: FolderError.self) { try FolderEntry.all(in: "/nowhere/at/all") }
        #expect(error == FolderError(path: "/nowhere/at/all", call: "opendir", number: ENOENT))
    }
}
