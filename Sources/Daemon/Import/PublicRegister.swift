import Foundation
import Procurement
import Store

/// Takes what `torg-feed` says of a public register's file into the store, some thousands of rows at a time.
struct PublicRegister {
    /// Rows in one transaction. Their firms lie scattered in the store, so that the more come at once, the more of them share
    /// a page.
    private static let chunk = 20_000

    private let path: String
    private let store: Store
    private let id: ImportID
    private var pending: [(firm: RegisteredFirm, line: Int)] = []
    private var refusals: [Refusal] = []
    private var taken = TakenFirms()
    private var tally: RegisterTally?
    private(set) var counts = RegisterCounts()

    init(path: String, store: Store) throws {
        self.path = path
        self.store = store
        id = try store.beginImport(.register, paths: [path])
    }

    /// Whether a file is a public register's or packed, by its first bytes. Anything else is an office's own.
    static func isOne(_ path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path),
            let start = try? file.read(upToCount: 4096)
        else { return false }
        if start.starts(with: [0x1F, 0x8B]) || start.starts(with: Array("PK".utf8)) { return true }
        return RegisterColumns(firstLine: String(decoding: start.prefix { $0 != 10 }, as: UTF8.self)).source != nil
    }

    mutating func take(_ line: FeedLine) throws {
        switch line {
        case .firm(let firm, let line):
            pending.append((firm, line))
            if pending.count == Self.chunk { try commit() }
        case .outcome(.refusal(let refusal)): refusals.append(refusal)
        case .register(let tally): self.tally = tally
        case .outcome(.notice), .outcome(.rows), .reading, .code: break
        }
    }

    /// Commits what is left, and lists what was refused.
    ///
    /// - Returns: `nil` where the reader died before it could tell.
    /// - Throws: also where nothing in the file could be read.
    mutating func finish() throws -> RegisterTally? {
        try commit()
        let refused = tally.map(\.refusedCount) ?? refusals.count
        try store.refuse(refusals, count: refused, into: id)
        counts.refused += refused
        _ = try store.finishImport(id, files: 1)
        if counts.seen == counts.refused, tally?.persons ?? 0 == 0, let first = refusals.first {
            throw StoreError.registerUnreadable(path: path, reason: first.detail)
        }
        return tally
    }

    private mutating func commit() throws {
        guard !pending.isEmpty else { return }
        let part = try store.importFirms(pending, from: path, into: id, taken: &taken)
        counts.stored += part.stored
        counts.unchanged += part.unchanged
        counts.refused += part.refused
        pending.removeAll(keepingCapacity: true)
    }
}
