import Foundation
import NoticeFeed
import Procurement
import TestSupport

extension TemporaryFolder {
    /// Reads what was written under `name`; the whole folder where none is given.
    func read(_ name: String? = nil, limits: FeedLimits = FeedLimits()) throws -> [FeedOutcome] {
        try FeedReader(limits: limits).outcomes(name.map(file) ?? path)
    }
}

extension FeedReader {
    /// Everything in a feed.
    func outcomes(_ path: String) throws -> [FeedOutcome] {
        var outcomes: [FeedOutcome] = []
        try read(path) { outcomes.append($0) }
        return outcomes
    }

    /// Everything in a feed file that holds this.
    static func outcomes(of text: String, limits: FeedLimits = FeedLimits()) throws -> [FeedOutcome] {
        try outcomes(bytes: Array(text.utf8), limits: limits)
    }

    static func outcomes(bytes: [UInt8], limits: FeedLimits = FeedLimits()) throws -> [FeedOutcome] {
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "feed.xml")
        return try folder.read("feed.xml", limits: limits)
    }
}

extension FeedOutcome {
    var notice: Notice? { if case .notice(let notice, _) = self { notice } else { nil } }
    var refusal: Refusal? { if case .refusal(let refusal) = self { refusal } else { nil } }

    /// What a test compares: a notice's id, or a refusal's reason in brackets.
    var summary: String { notice?.id.rawValue ?? "[\(refusal?.reason ?? "")]" }

    var position: FeedPosition {
        switch self {
        case .notice(_, let position), .rows(_, let position): position
        case .refusal(let refusal): refusal.position
        }
    }
}
