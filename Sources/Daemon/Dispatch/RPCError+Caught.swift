import Dialogue
import JSON
import JSONRPC
import Matching
import PersonalNumbers
import Procurement
import Store

/// What was asked for by its id isn't there.
struct NotFound: Error, Sendable {
    /// The parameter that named it, such as `category`.
    var parameter: String
    var id: String
    /// The nearest id that is there, or where to look for one.
    var hint: String
}

/// Nothing can be answered from yet: the first index is still being built.
struct NotReady: Error, Sendable {
    /// How far it is; `nil` just before it is begun.
    var progress: IndexProgress.Stand?
}

extension RPCError {
    /// The error of the contract for whatever a handler throws: the one place where the two meet.
    init(caught error: any Error) {
        switch error {
        case let error as RPCError: self = error
        case let error as ParameterError: self = .invalid(error)
        case let error as NotFound:
            self.init(
                .notFound, "There is no \(error.parameter) “\(Excerpt.glimpse(error.id))”; \(error.hint)",
                detail: .init(parameter: error.parameter, expected: error.hint, came: Excerpt.glimpse(error.id)))
        case let error as NotReady:
            self.init(
                .busy,
                "The index is being built, \(error.progress?.percent ?? 0) % done; try again in a moment. "
                    + "server.status tells how far it is",
                detail: .init(expected: "an index", came: error.progress?.description ?? "none yet"))
        case let error as WeightsError:
            self.init(
                .invalidParameters, error.description,
                detail: .init(parameter: "weights", expected: "signals of matching, each with a number from 0 up"))
        case let error as ImportError:
            self.init(
                .importFailed, error.description.withoutPersonalNumbers,
                detail: .init(expected: "files that can be read", came: "one that can't"))
        case let error as StoreError: self.init(error)
        case let error as Infeasible: self.init(error)
        case let error as DialogueError: self.init(error)
        case is CancellationError:
            self.init(
                .busy, "The daemon is stopping; call again when it is up",
                detail: .init(expected: "a daemon that is up", came: "one that is stopping"))
        default:
            self.init(
                .internalError, "Something went wrong in Torg itself; the log of the daemon says what",
                detail: .init(expected: "an answer", came: "an error of Torg's own"))
        }
    }

    private init(_ error: StoreError) {
        // A path may hold a number too.
        let description = error.description.withoutPersonalNumbers
        switch error {
        case .registerUnreadable, .codeListUnreadable:
            self.init(
                .importFailed, description, detail: .init(parameter: "path", expected: "a file that can be read"))
        case .additionRefused(let parameter, let reason):
            self.init(.invalidParameters, description, detail: .init(parameter: parameter, came: reason))
        case .saveRefused(let parameter, let expected, let reason):
            self.init(
                .invalidParameters, description,
                detail: .init(parameter: parameter, expected: expected, came: reason.withoutPersonalNumbers))
        case .purgeRefused: self.init(.invalidParameters, description, detail: .init(came: description))
        case .backupRefused(let path, _):
            self.init(
                .invalidParameters, description,
                detail: .init(
                    parameter: "path", expected: "an absolute path in a folder that is there, where nothing is yet",
                    came: path.withoutPersonalNumbers))
        case .invalidCursor(let cursor):
            self.init(
                .invalidParameters, StoreError.invalidCursor(Excerpt.glimpse(cursor)).description,
                detail: .init(
                    parameter: "after", expected: "the next of an earlier answer", came: Excerpt.glimpse(cursor)))
        case .notTheLeader(let leader):
            self.init(
                .notTheLeader, description,
                detail: .init(expected: "the leader: \(leader.withoutPersonalNumbers)", came: "a follower"))
        case .unexamined: self.init(.busy, description, detail: .init(expected: "a store that was looked through"))
        case .tooManyRegistrations(let most):
            self.init(.busy, description, detail: .init(expected: "at most \(most) companies a day", came: "one more"))
        case .tooManyWatches: self.init(.invalidParameters, description, detail: .init(came: "one more"))
        case .watchNameTaken(let name):
            self.init(
                .invalidParameters, description,
                detail: .init(parameter: "name", expected: "a name of its own", came: Excerpt.glimpse(name)))
        case .tooManyShortlisted(let most):
            self.init(
                .invalidParameters, description,
                detail: .init(parameter: "suppliers", expected: "at most \(most) on one shortlist", came: "more"))
        case .inconsistent:
            self.init(.internalError, description, detail: .init(expected: "an answer", came: "an error of Torg's own"))
        default: self.init(.storeUnavailable, description, detail: .init(expected: "a store that can be used"))
        }
    }
}
