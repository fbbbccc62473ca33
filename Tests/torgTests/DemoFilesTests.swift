import Foundation
import Testing

@testable import torg

struct DemoFilesTests {
    /// A folder with what a demonstration shows below it.
    private func folder(_ data: String, _ config: String) throws -> URL {
        let root = FileManager.default.temporaryDirectory.appending(path: "demo-\(UUID().uuidString)")
        for path in ["\(data)/notices/a.xml", "\(data)/suppliers.csv", "\(config)/torg.yaml"] {
            let file = root.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: file)
        }
        return root
    }

    @Test("a program of a clone's build finds the clone's fixtures")
    func clone() throws {
        let root = try folder("Fixtures", "config")
        defer { try? FileManager.default.removeItem(at: root) }
        let files = DemoFiles(of: root.appending(path: ".build/x86_64-unknown-linux-gnu/release/torg"))
        #expect(files?.notices == root.appending(path: "Fixtures/notices"))
        #expect(files?.configuration == root.appending(path: "config/torg.yaml"))
    }

    @Test("an installed program finds what the package has for it")
    func package() throws {
        let root = try folder("usr/share/torg/demo", "usr/share/torg/demo/config")
        defer { try? FileManager.default.removeItem(at: root) }
        let files = DemoFiles(of: root.appending(path: "usr/bin/torg"))
        #expect(files?.suppliers == root.appending(path: "usr/share/torg/demo/suppliers.csv"))
    }

    @Test("half of it is none")
    func half() throws {
        let root = try folder("Fixtures", "config")
        defer { try? FileManager.default.removeItem(at: root) }
        try FileManager.default.removeItem(at: root.appending(path: "Fixtures/suppliers.csv"))
        #expect(DemoFiles(of: root.appending(path: ".build/debug/torg")) == nil)
    }
}
