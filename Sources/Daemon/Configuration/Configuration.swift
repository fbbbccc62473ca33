import API
import Language
import Procurement

/// Everything that an operator can set, checked and with all defaults filled in. `config/torg.yaml` says what each
/// key means. It never changes: to reload is to load anew and swap.
package struct Configuration: Sendable, Hashable {
    /// The socket and its limits: `rpc`.
    package struct RPC: Sendable, Hashable {
        /// Absolute path of the Unix socket.
        package var socket: String
        /// The group that may connect, by name or number; `nil` leaves the socket to the daemon's own group.
        package var group: String?
        package var maxMessageBytes: Int
        package var maxResponseBytes: Int
        /// Calls in one JSON-RPC batch.
        package var maxBatch: Int
        /// Nesting of arrays and objects in one message.
        package var maxDepth: Int
        package var maxConnections: Int
        package var maxConnectionsPerUser: Int
        /// Bytes of answers that clients haven't taken yet, in all and of one user.
        package var maxUnwrittenBytes: Int
        package var maxUnwrittenBytesPerUser: Int
        /// How long one message may take from its first byte to its newline.
        package var readTimeout: Duration
        /// How long a client may leave an answer unread.
        package var writeTimeout: Duration
    }

    /// Feed files and the process that reads them: `feeds`.
    package struct Feeds: Sendable, Hashable {
        /// The `torg-feed` program; `nil` stands for the one beside the daemon's own.
        package var program: String?
        /// The folder of mappings for exports without a schema of their own; `nil` for none.
        package var mappings: String?
        /// Processor time for one file.
        package var cpuTime: Duration
        /// Wall-clock time for one file.
        package var wallTime: Duration
        /// Address space of the process, in bytes.
        package var memoryBytes: Int
        /// The largest file that is read, in bytes; archives count unpacked.
        package var fileBytes: Int
        /// Countries in ISO 3166 alpha-2 whose buyers' notices are stored; empty: all.
        package var countries: [String]
    }

    /// Whose questions they are, where a question names no buyer and no place: `office`.
    package struct Office: Sendable, Hashable {
        /// Empty where nothing is said.
        package var name = ""
        /// As it is written; empty where nothing is said.
        package var number = ""
        /// Those that are written, else that of the municipality's county; empty where nothing is said.
        package var nuts: [NUTSCode] = []
    }

    /// Where the definitions of a kind are, one truth at a time.
    package enum DefinitionHome: Sendable, Hashable {
        /// The file that `torg.yaml` names, and it alone.
        case file(String)
        /// The store, which once takes over what the file beside `torg.yaml` has; `nil` where there is no such file.
        case store(from: String?)

        /// The file that has them; `nil` where the store does.
        package var file: String? {
            if case .file(let path) = self { path } else { nil }
        }
    }

    /// What the matcher works with: `matching`, read from its files.
    package struct Matching: Sendable, Hashable {
        /// In the order of the file; empty without one.
        package var categories: [Category]
        /// In the order of the file; empty without one.
        package var challenges: [Challenge]
        package var categoriesHome = DefinitionHome.store(from: nil)
        package var challengesHome = DefinitionHome.store(from: nil)
        /// `nil` without a file.
        package var weights: Weights?
        /// The everyday words that stand for others; those that Torg is shipped with, without a file.
        package var words: EverydayWords
        /// Whose questions they are.
        package var office = Office()
    }

    /// Signal → weight, finite and at least 0. A signal that isn't there keeps its built-in weight.
    package struct Weights: Sendable, Hashable {
        /// For every kind of question.
        package var all: [String: Double]
        /// By kind of question, over `all`.
        package var byKind: [String: [String: Double]]

        package init(all: [String: Double] = [:], byKind: [String: [String: Double]] = [:]) {
            self.all = all
            self.byKind = byKind
        }
    }

    /// Who has a role, by user and group name or number; of those whom a delegate speaks for, by the names that they sign in with.
    package struct Members: Sendable, Hashable {
        package var users: [String]
        package var groups: [String]
        /// Persons as the sign-in names them: `anna@ekby.se`.
        package var people: [String] = []
        /// Groups of the directory that people sign in with.
        package var directoryGroups: [String] = []

        package var isEmpty: Bool {
            users.isEmpty && groups.isEmpty && people.isEmpty && directoryGroups.isEmpty
        }
    }

    /// Whose word is taken for whom they speak: `roles.delegates`.
    package struct Delegates: Sendable, Hashable {
        /// Users of this machine, such as torg-web.
        package var users: [String]
        /// The highest role that anybody has through them.
        package var ceiling: Role
    }

    /// Who may do what: `roles`.
    package struct Roles: Sendable, Hashable {
        package var reader: Members
        package var manager: Members
        package var admin: Members
        package var delegates = Delegates(users: [], ceiling: .manager)
        /// Who may read everybody's news to mail them, and is a reader besides.
        package var notifier = Members(users: [], groups: [])
    }

    /// The mails that tell people what is new: `notify`.
    package struct Notify: Sendable, Hashable {
        /// Whose mails they are; `nil` stands for torg at the machine's own name.
        package var sender: MailAddress?
        /// Where mails may go; empty: anywhere.
        package var domains: [String]
    }

    /// What is kept in dossiers: `dossier`. Plans always are.
    package struct Dossier: Sendable, Hashable {
        package enum Lists: String, Sendable, Hashable, CaseIterable {
            /// Each list that is asked for, unless the caller says not to.
            case always
            /// Where the caller says so.
            case onRequest = "on_request"
        }

        package var lists: Lists
    }

    /// What is logged, and how: `log`.
    package struct Log: Sendable, Hashable {
        /// The levels of swift-log.
        package enum Level: String, Sendable, Hashable, CaseIterable {
            case trace, debug, info, notice, warning, error, critical
        }

        package enum Format: String, Sendable, Hashable, CaseIterable {
            /// `journal` under systemd, else `text`.
            case auto
            case text
            case journal
        }

        package var level: Level
        package var format: Format
    }

    /// What is measured, and where it is written: `metrics`.
    package struct Metrics: Sendable, Hashable {
        /// A file for node_exporter's textfile collector.
        package struct Textfile: Sendable, Hashable {
            package var path: String
            /// How often it is written.
            package var interval: Duration
        }

        /// `nil` where none is wanted.
        package var textfile: Textfile?
    }

    /// Copies of the store for followers: `store.publish`.
    package struct Publish: Sendable, Hashable {
        /// The folder that they are put into.
        package var folder: String
        /// How often it is looked whether something changed.
        package var interval: Duration
        /// How many are kept.
        package var keep: Int
    }

    /// Copies of another's store, which are served and never written to: `store.follow`.
    package struct Follow: Sendable, Hashable {
        /// The folder that they come to.
        package var folder: String
        /// Where the leader is, in words or as an address, for whoever wants to write.
        package var leader: String
    }

    /// The file that it was read from; `nil` without one.
    package var file: String?
    package var rpc: RPC
    /// Absolute path of the database: `store.path`.
    package var storePath: String
    /// `nil` where nothing is published.
    package var publish: Publish?
    /// `nil` where no other is followed.
    package var follow: Follow?
    package var feeds: Feeds
    package var matching: Matching
    package var dossier: Dossier
    package var roles: Roles
    package var log: Log
    package var metrics: Metrics
    /// The file in which torg-fetch says how its sources are, there or not: `fetching.status`.
    package var fetchingStatus: String
    package var notify: Notify
}
