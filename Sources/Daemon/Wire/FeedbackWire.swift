import API
import Foundation
import JSONRPC
import Procurement
import Store

extension FeedbackEntry {
    /// - Throws: where the need that was kept can't be read any more.
    init(_ stored: StoredFeedback) throws {
        self.init(
            id: Int(stored.id),
            need: try ValueDecoder.decode(NeedQuery.self, from: try JSONParser.parse(stored.feedback.need)),
            supplier: stored.feedback.supplier.rawValue, verdict: FeedbackVerdict(stored.feedback.verdict),
            reason: stored.feedback.reason, by: stored.feedback.by, at: Moment(stored.at))
    }
}

extension FeedbackVerdict {
    init(_ verdict: Feedback.Verdict) {
        self =
            switch verdict {
            case .suggested: .suggested
            case .accepted: .accepted
            case .rejected: .rejected
            }
    }

    var verdict: Feedback.Verdict {
        switch self {
        case .suggested: .suggested
        case .accepted: .accepted
        case .rejected: .rejected
        }
    }
}

/// The name of a user of this machine.
enum UserName {
    /// `uid 1000` where the machine has no name for the number.
    static func of(_ uid: UInt32) -> String {
        var record = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16384)
        guard getpwuid_r(uid, &record, &buffer, buffer.count, &found) == 0, let found else { return "uid \(uid)" }
        return String(cString: found.pointee.pw_name)
    }
}
