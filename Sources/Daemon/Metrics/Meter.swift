import JSON
import JSONRPC
import Procurement
import Store
import Synchronization

/// Counts what happens in the daemon, from its start on. What must be right after a restart isn't counted here: it
/// comes from the store.
package final class Meter: Sendable {
    /// How a call ended, in few words, so that the labels stay few.
    enum Outcome: String, CaseIterable {
        case done
        /// The caller's own doing: wrong parameters, nothing there, not allowed, nothing that fits.
        case refused
        /// To be tried again.
        case busy
        /// Torg's own doing, or its store's.
        case failed

        init(_ error: RPCError?) {
            switch error?.code {
            case nil: self = error == nil ? .done : .failed
            case .busy: self = .busy
            case .internalError, .storeUnavailable: self = .failed
            default: self = .refused
            }
        }
    }

    struct Call: Hashable {
        /// A method of the contract; `nil` for any other, however it is called.
        var method: String?
        var outcome: Outcome
    }

    struct Import: Hashable {
        var kind: ImportRecord.Kind
        var isDone: Bool
    }

    /// All counts at one moment.
    struct Counts {
        var calls: [Call: Histogram] = [:]
        var matches = Histogram()
        var matchProcessorSeconds = 0.0
        var imports: [Import: Int] = [:]
        var notices = StoredCounts()
        var refusals: [String: Int] = [:]
        var denials = 0
        var textfileErrors = 0
    }

    /// Reasons come from the feed reader, a process that reads what strangers wrote: there are some thirty, and if there
    /// ever were more than this, the rest would count as one.
    static let mostReasons = 64
    static let otherReasons = "other"

    private let state = Mutex(Counts())

    package init() {}

    var counts: Counts { state.withLock { $0 } }

    /// - Parameters:
    ///   - method: `nil` where it isn't in the contract.
    ///   - error: what it ended in; `nil` where it was answered.
    func called(_ method: String?, _ error: RPCError?, _ duration: Duration) {
        let call = Call(method: method, outcome: Outcome(error))
        state.withLock { $0.calls[call, default: Histogram()].add(duration / .seconds(1)) }
    }

    /// A list was ranked: how long that alone took, without reading the question and writing the answer.
    func matched(in duration: Duration, processorSeconds: Double) {
        state.withLock {
            $0.matches.add(duration / .seconds(1))
            $0.matchProcessorSeconds += processorSeconds
        }
    }

    /// Some outcomes of a feed are committed: to be called once for each commit, and never before it.
    func committed(_ counts: StoredCounts, _ outcomes: [FeedOutcome]) {
        state.withLock { state in
            state.notices = state.notices + counts
            for case .refusal(let refusal) in outcomes {
                let isKnown = state.refusals[refusal.reason] != nil || state.refusals.count < Self.mostReasons
                state.refusals[isKnown ? refusal.reason : Self.otherReasons, default: 0] += 1
            }
        }
    }

    func ended(_ kind: ImportRecord.Kind, isDone: Bool) {
        state.withLock { $0.imports[Import(kind: kind, isDone: isDone), default: 0] += 1 }
    }

    func denied() { state.withLock { $0.denials += 1 } }
    func textfileFailed() { state.withLock { $0.textfileErrors += 1 } }
}
