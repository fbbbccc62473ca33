import Foundation
import NoticeFeed
import Procurement

/// A folder of its own for one test, gone when the test is.
final class FeedFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "torg-feed-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Writes a file, and the folders that it lies in.
    @discardableResult
    func write(_ data: Data, to name: String) throws -> String {
        let file = path + "/" + name
        let folder = (file as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try data.write(to: URL(fileURLWithPath: file))
        return file
    }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String { try write(Data(bytes), to: name) }

    /// Reads what was written under `name`; the whole folder where none is given.
    func read(_ name: String? = nil, limits: FeedLimits = FeedLimits()) throws -> [FeedOutcome] {
        try FeedReader(limits: limits).outcomes(name.map { path + "/" + $0 } ?? path)
    }

    /// Reads `text` as a feed file.
    static func read(_ text: String, limits: FeedLimits = FeedLimits()) throws -> [FeedOutcome] {
        try read(Data(text.utf8), limits: limits)
    }

    static func read(bytes: [UInt8], limits: FeedLimits = FeedLimits()) throws -> [FeedOutcome] {
        try read(Data(bytes), limits: limits)
    }

    private static func read(_ data: Data, limits: FeedLimits) throws -> [FeedOutcome] {
        let folder = try FeedFolder()
        try folder.write(data, to: "feed.xml")
        return try folder.read("feed.xml", limits: limits)
    }
}

extension FeedReader {
    /// Everything in a feed.
    func outcomes(_ path: String) throws -> [FeedOutcome] {
        var outcomes: [FeedOutcome] = []
        try read(path) { outcomes.append($0) }
        return outcomes
    }
}

extension FeedOutcome {
    var notice: Notice? { if case .notice(let notice, _) = self { notice } else { nil } }
    var refusal: Refusal? { if case .refusal(let refusal) = self { refusal } else { nil } }

    /// What a test compares: a notice's id, or a refusal's reason in brackets.
    var summary: String { notice?.id.rawValue ?? "[\(refusal?.reason ?? "")]" }

    var position: FeedPosition {
        switch self {
        case .notice(_, let position): position
        case .refusal(let refusal): refusal.position
        }
    }
}
