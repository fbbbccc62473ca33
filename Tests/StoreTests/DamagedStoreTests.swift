import Foundation
import GRDB
import Procurement
import TestSupport
import Testing

@testable import Store

/// A damaged file is read as far as it goes, and neither written to nor deleted.
@Suite struct DamagedStoreTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private var path: String { folder.file("torg.sqlite") }

    /// A sound store of 300 notices, closed.
    private func fill() throws {
        let store = try Store(path: path)
        try store.takeAll((1...300).map { Samples.notice(NoticeID("n\($0)")) })
        try store.close()
    }

    private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    private func damage(_ change: (inout Data) -> Void) throws -> Data {
        var bytes = try bytes()
        change(&bytes)
        try folder.write(bytes, to: "torg.sqlite")
        return bytes
    }

    /// The page where a table begins, from 0.
    private func page(of table: String) throws -> Int {
        try DatabaseQueue(path: path).read {
            try Int.fetchOne($0, sql: "SELECT rootpage FROM sqlite_master WHERE name = ?", arguments: [table]) ?? 0
        } - 1
    }

    private func expectRefused(_ body: () throws -> Void) {
        let error = #expect(throws: StoreError.self, performing: body)
        guard case .damaged(path, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(error?.description.contains("Nothing was deleted") == true)
        #expect(error?.description.contains("put a backup in its place") == true)
    }

    @Test func damagedPagesAreReadRoundAndKept() throws {
        try fill()
        let register = try page(of: "register")
        let before = try damage {
            $0.replaceSubrange((register * 4096)..<(register * 4096 + 100), with: Data(count: 100))
        }
        let store = try Store(path: path)
        guard case .readOnly(let detail) = store.condition else {
            Issue.record("\(store.condition)")
            return
        }
        #expect(!detail.isEmpty)
        #expect(try store.notice("n7") != nil)
        #expect(try store.counts().notices == 300)
        expectRefused { try store.take(Samples.notice("new")) }
        expectRefused { _ = try store.importRegister(path: folder.write("name\nA AB\n", to: "r.csv")) }
        #expect(throws: StoreError.self) { try store.backup(to: folder.file("copy.sqlite")) }
        try store.close()
        #expect(try bytes() == before)
    }

    @Test(arguments: [0.5, 0.98])
    func aTruncatedFileIsKept(share: Double) throws {
        try fill()
        let before = try damage { $0 = $0.prefix(Int(Double($0.count) * share)) }
        let store = try Store(path: path)
        #expect(store.condition.detail != nil)
        expectRefused { try store.take(Samples.notice("new")) }
        try store.close()
        #expect(try bytes() == before)
    }

    @Test func aFileThatIsNoDatabaseIsKept() throws {
        let content = String(repeating: "not a database ", count: 100)
        try folder.write(content, to: "torg.sqlite")
        let store = try Store(path: path)
        guard case .unreadable = store.condition else {
            Issue.record("\(store.condition)")
            return
        }
        expectRefused { _ = try store.counts() }
        expectRefused { try store.take(Samples.notice("new")) }
        try store.close()
        #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
    }

    @Test func anEmptyFileWithALogIsNoNewStore() throws {
        try folder.write(Data(), to: "torg.sqlite")
        try folder.write("a log that belongs to something", to: "torg.sqlite-wal")
        let store = try Store(path: path)
        #expect(store.condition == .unreadable("the file is empty, and its write-ahead log is not"))
        expectRefused { try store.take(Samples.notice("new")) }
        try store.close()
        #expect(try bytes().isEmpty)
        #expect(FileManager.default.fileExists(atPath: path + "-wal"))
    }

    @Test func anEmptyFileAloneIsANewStore() throws {
        try folder.write(Data(), to: "torg.sqlite")
        let store = try Store(path: path)
        #expect(store.condition == .sound)
        #expect(try store.take(Samples.notice("new")).stored == 1)
    }

    /// Damage that comes while the store is open shows at the first read of it; from then on nothing is written.
    @Test func damageThatShowsLaterEndsTheWriting() throws {
        try fill()
        let store = try Store(path: path)
        let contents = try page(of: "notice_contents")
        _ = try damage { $0.replaceSubrange((contents * 4096)..<(contents * 4096 + 100), with: Data(count: 100)) }
        #expect(store.condition == .sound)
        expectRefused { _ = try store.notice("n7") }
        guard case .readOnly = store.condition else {
            Issue.record("\(store.condition)")
            return
        }
        expectRefused { try store.take(Samples.notice("new")) }
        #expect(try store.counts().notices == 300)
    }
}
