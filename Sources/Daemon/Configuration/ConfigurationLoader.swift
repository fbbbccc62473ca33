import API
import Matching
import Procurement
import StrictYAML

/// Reads `torg.yaml`, the files it names and the environment into one checked `Configuration`.
package struct ConfigurationLoader {
    /// What torg-feed accepts: less, and it ends before it has read anything.
    private static let leastFeedMemory = 128 << 20

    private let source: ConfigurationSource
    private let signals: [String]

    /// - Parameter signals: the names that weights may be given to.
    package init(source: ConfigurationSource, signals: [String]) {
        self.source = source
        self.signals = signals
    }

    /// Loads the configuration; called again, it loads it anew.
    ///
    /// A key is taken from the environment (`TORG_RPC_SOCKET`), else from the file, else from where systemd points
    /// (`RUNTIME_DIRECTORY`, `STATE_DIRECTORY`), else from the defaults.
    ///
    /// - Parameter file: the path that the operator gave. Without one it is `TORG_CONFIG`, else `torg.yaml` in
    ///   `$CONFIGURATION_DIRECTORY`, else `/etc/torg/torg.yaml`; where none of these is there, no file is needed.
    /// - Throws: every issue of every file at once.
    package func load(file: String? = nil) throws(ConfigurationError) -> Configuration {
        let issues = ConfigurationIssues()
        let path = configurationFile(given: file)
        let nothing = YAMLNode(.nothing, at: .init(file: path ?? "torg.yaml", line: 1))
        let root = path.flatMap { read($0, issues) } ?? nothing
        var settings = Settings(root: root, source: source, issues)
        let sections = sections(&settings, besides: path)
        settings.refuseUnknown()

        let categories = read(sections.categories.path, issues).map { CategoryFile.read($0, issues) }
        let challenges = read(sections.challenges.path, issues).map { ChallengeFile.read($0, issues) }
        let weights = read(sections.weights, issues).map { WeightsFile.read($0, signals: signals, issues) }
        let words = read(sections.words, issues).map { WordsFile.read($0, issues) }
        try issues.check()
        return Configuration(
            file: path, rpc: sections.rpc, storePath: sections.storePath, publish: sections.publish,
            follow: sections.follow,
            feeds: sections.feeds,
            matching: Configuration.Matching(
                categories: categories ?? [], challenges: challenges ?? [], categoriesHome: sections.categories,
                challengesHome: sections.challenges, weights: weights,
                words: words ?? WordsFile.builtIn, office: sections.office),
            dossier: sections.dossier, roles: sections.roles, log: sections.log,
            metrics: sections.metrics, fetchingStatus: sections.fetchingStatus, notify: sections.notify)
    }

    /// Every key of `torg.yaml`, in the order of `Configuration`.
    package static var keys: [String] {
        let nowhere = ConfigurationSource(
            workingFolder: "/", environment: [:], text: { _ in "" }, kind: { _ in .absent })
        let root = YAMLNode(.nothing, at: .init(file: "torg.yaml"))
        var settings = Settings(root: root, source: nowhere, ConfigurationIssues())
        _ = ConfigurationLoader(source: nowhere, signals: []).sections(&settings, besides: nil)
        return settings.knownKeys
    }

    // MARK: Sections

    /// What `torg.yaml` and the environment say, before the files that it names are read.
    private struct Sections {
        var rpc: Configuration.RPC
        var storePath: String
        var publish: Configuration.Publish?
        var follow: Configuration.Follow?
        var feeds: Configuration.Feeds
        var office: Configuration.Office
        var categories: Configuration.DefinitionHome
        var challenges: Configuration.DefinitionHome
        var weights: String?
        var words: String?
        var dossier: Configuration.Dossier
        var roles: Configuration.Roles
        var log: Configuration.Log
        var metrics: Configuration.Metrics
        var fetchingStatus: String
        var notify: Configuration.Notify
    }

    private func sections(_ settings: inout Settings, besides file: String?) -> Sections {
        Sections(
            rpc: rpc(&settings),
            storePath: settings.path("store.path") ?? below("STATE_DIRECTORY", "/var/lib/torg", "torg.sqlite"),
            publish: publish(&settings), follow: follow(&settings),
            feeds: feeds(&settings, besides: file),
            office: office(&settings),
            categories: home("categories", &settings, besides: file),
            challenges: home("challenges", &settings, besides: file),
            weights: matchingFile("weights", &settings, besides: file),
            words: matchingFile("words", &settings, besides: file),
            dossier: Configuration.Dossier(lists: settings.choice("dossier.lists", default: .onRequest)),
            roles: Configuration.Roles(
                reader: members("reader", &settings), manager: members("manager", &settings),
                admin: members("admin", &settings),
                delegates: Configuration.Delegates(
                    users: settings.words("roles.delegates.users"),
                    ceiling: settings.choice("roles.delegates.ceiling", default: .manager)),
                notifier: Configuration.Members(
                    users: settings.words("roles.notifier.users"), groups: settings.words("roles.notifier.groups"))),
            log: Configuration.Log(
                level: settings.choice("log.level", default: .info),
                format: settings.choice("log.format", default: .auto)),
            metrics: metrics(&settings),
            fetchingStatus: settings.path("fetching.status") ?? "/var/lib/torg-fetch/status.json",
            notify: notify(&settings))
    }

    private func publish(_ settings: inout Settings) -> Configuration.Publish? {
        let folder = settings.path("store.publish.folder")
        let interval = settings.duration(
            "store.publish.interval", default: .seconds(600), in: .seconds(1)...(.seconds(86_400)))
        let keep = settings.count("store.publish.keep", default: 3, in: 1...100)
        return folder.map { .init(folder: $0, interval: interval, keep: keep) }
    }

    private func follow(_ settings: inout Settings) -> Configuration.Follow? {
        let folder = settings.path("store.follow.folder")
        let leader = settings.text("store.follow.leader")
        guard let folder else { return nil }
        if (leader ?? "").isEmpty {
            settings.report(
                "store.follow.leader", problem: "says nothing",
                remedy:
                    "write where the leader is, such as https://torg.ekby.example: whoever wants to write is told so")
        }
        return .init(folder: folder, leader: leader ?? "")
    }

    private func notify(_ settings: inout Settings) -> Configuration.Notify {
        let written = settings.text("notify.sender")
        let sender = written.flatMap { MailAddress($0) }
        if let written, sender == nil {
            settings.report(
                "notify.sender", problem: "“\(written)” is no mail address",
                remedy: "write one such as torg@ekby.example")
        }
        let domains = settings.words("notify.domains").map { $0.lowercased() }
        for domain in domains where MailAddress("anna@\(domain)") == nil {
            settings.report(
                "notify.domains", problem: "“\(domain)” is no domain",
                remedy: "write what stands behind the @, such as ekby.example")
        }
        return Configuration.Notify(sender: sender, domains: domains)
    }

    private func metrics(_ settings: inout Settings) -> Configuration.Metrics {
        let path = settings.path("metrics.textfile")
        let interval = settings.duration(
            "metrics.interval", default: .seconds(30), in: .seconds(1)...(.seconds(3600)))
        if let path, !path.hasSuffix(".prom") {
            settings.report(
                "metrics.textfile", problem: "\(path) does not end in .prom",
                remedy: "write a name that does: node_exporter reads no others")
        }
        return Configuration.Metrics(textfile: path.map { .init(path: $0, interval: interval) })
    }

    private func rpc(_ settings: inout Settings) -> Configuration.RPC {
        let fallback = source.environment["TORG_SOCKET"].flatMap { $0.isEmpty ? nil : $0 }
            .map { Path.resolve($0, in: source.workingFolder) }
        let socket = settings.path("rpc.socket") ?? fallback ?? below("RUNTIME_DIRECTORY", "/run/torg", "torg.sock")
        // sockaddr_un holds 108 bytes on Linux and 104 elsewhere, the closing NUL among them.
        if socket.utf8.count > 103 {
            settings.report(
                "rpc.socket", problem: "\(socket) has \(socket.utf8.count) bytes",
                remedy: "write a path of at most 103 bytes")
        }
        var rpc = Configuration.RPC(
            socket: socket,
            group: settings.text("rpc.group"),
            maxMessageBytes: settings.bytes("rpc.max_message", default: 1 << 20, in: 1024...(256 << 20)),
            maxResponseBytes: settings.bytes("rpc.max_response", default: 64 << 20, in: 1024...(1 << 30)),
            maxBatch: settings.count("rpc.max_batch", default: 100, in: 1...10_000),
            maxDepth: settings.count("rpc.max_depth", default: 64, in: 8...512),
            maxConnections: settings.count("rpc.max_connections", default: 512, in: 1...100_000),
            maxConnectionsPerUser: settings.count("rpc.max_connections_per_user", default: 256, in: 1...100_000),
            maxUnwrittenBytes: 0, maxUnwrittenBytesPerUser: 0, readTimeout: .zero, writeTimeout: .zero)
        // The largest answer could never be given where it doesn't fit.
        rpc.maxUnwrittenBytes = settings.bytes(
            "rpc.max_unwritten", default: max(256 << 20, rpc.maxResponseBytes), in: 1024...(64 << 30))
        rpc.maxUnwrittenBytesPerUser = settings.bytes(
            "rpc.max_unwritten_per_user", default: max(64 << 20, rpc.maxResponseBytes), in: 1024...(64 << 30))
        for (key, bytes, other, least) in [
            ("rpc.max_unwritten_per_user", rpc.maxUnwrittenBytesPerUser, "rpc.max_response", rpc.maxResponseBytes),
            ("rpc.max_unwritten", rpc.maxUnwrittenBytes, "rpc.max_unwritten_per_user", rpc.maxUnwrittenBytesPerUser),
        ] where bytes < least {
            settings.report(key, problem: "is less than \(other)", remedy: "write as much at least, or lower \(other)")
        }
        rpc.readTimeout = settings.duration(
            "rpc.read_timeout", default: .seconds(30), in: .seconds(1)...(.seconds(3600)))
        rpc.writeTimeout = settings.duration(
            "rpc.write_timeout", default: .seconds(30), in: .seconds(1)...(.seconds(3600)))
        return rpc
    }

    private func feeds(_ settings: inout Settings, besides file: String?) -> Configuration.Feeds {
        Configuration.Feeds(
            program: settings.existingPath("feeds.program", .file),
            mappings: settings.existingPath("feeds.mappings", .folder) ?? neighbour("feeds", .folder, of: file),
            cpuTime: settings.duration("feeds.cpu_time", default: .seconds(120), in: .seconds(1)...(.seconds(86_400))),
            wallTime: settings.duration(
                "feeds.wall_time", default: .seconds(600), in: .seconds(1)...(.seconds(86_400))),
            memoryBytes: settings.bytes("feeds.memory", default: 1 << 30, in: Self.leastFeedMemory...(64 << 30)),
            fileBytes: settings.bytes("feeds.file_size", default: 4 << 30, in: (1 << 20)...(256 << 30)),
            countries: countries(&settings))
    }

    private func countries(_ settings: inout Settings) -> [String] {
        settings.words("import.countries").compactMap { word in
            if CountryCode.isKnown(word), let code = CountryCode.alpha2(word) { return code }
            settings.report(
                "import.countries", problem: "“\(word)” is no country that is known",
                remedy: "write codes of ISO 3166 alpha-2, such as SE")
            return nil
        }
    }

    private func office(_ settings: inout Settings) -> Configuration.Office {
        let name = settings.text("office.name") ?? ""
        let number = settings.text("office.number") ?? ""
        if !number.isEmpty, OrganisationNumber(number) == nil {
            settings.report(
                "office.number", problem: "“\(number)” is no organisation number",
                remedy: "write it with its ten digits, such as 212000-3005")
        }
        let municipality = settings.text("office.municipality") ?? ""
        let county = municipality.isEmpty ? nil : SwedishMunicipality.region(code: municipality)
        if !municipality.isEmpty, county == nil {
            settings.report(
                "office.municipality", problem: "there is no municipality “\(municipality)”",
                remedy: "write its code of four digits, such as 0380 for Uppsala")
        }
        let nuts = settings.words("office.nuts").compactMap { word -> NUTSCode? in
            if let code = NUTSCode(word), code.isKnown { return code }
            settings.report(
                "office.nuts", problem: "there is no region “\(word)”",
                remedy: "write codes of the NUTS, such as SE121")
            return nil
        }
        return Configuration.Office(
            name: name, number: number, nuts: nuts.isEmpty ? county.map { [$0] } ?? [] : nuts)
    }

    private func members(_ role: String, _ settings: inout Settings) -> Configuration.Members {
        Configuration.Members(
            users: settings.words("roles.\(role).users"), groups: settings.words("roles.\(role).groups"),
            people: settings.words("roles.\(role).people"),
            directoryGroups: settings.words("roles.\(role).directory_groups"))
    }

    private func matchingFile(_ name: String, _ settings: inout Settings, besides file: String?) -> String? {
        settings.existingPath("matching.\(name)", .file) ?? neighbour("\(name).yaml", .file, of: file)
    }

    private func home(
        _ name: String, _ settings: inout Settings, besides file: String?
    ) -> Configuration.DefinitionHome {
        settings.existingPath("matching.\(name)", .file).map { .file($0) }
            ?? .store(from: neighbour("\(name).yaml", .file, of: file))
    }

    // MARK: Files

    private func configurationFile(given: String?) -> String? {
        if let given { return Path.resolve(given, in: source.workingFolder) }
        if let named = source.environment["TORG_CONFIG"], !named.isEmpty {
            return Path.resolve(named, in: source.workingFolder)
        }
        let usual = below("CONFIGURATION_DIRECTORY", "/etc/torg", "torg.yaml")
        return source.kind(usual) == .file ? usual : nil
    }

    /// `name` beside the configuration file, when it is there.
    private func neighbour(_ name: String, _ kind: ConfigurationSource.PathKind, of file: String?) -> String? {
        guard let file else { return nil }
        let path = Path.resolve(name, in: Path.folder(of: file))
        return source.kind(path) == kind ? path : nil
    }

    /// `name` in the folder that systemd made for the service (the first where there are several), else in `usual`.
    private func below(_ variable: String, _ usual: String, _ name: String) -> String {
        let folder = source.environment[variable]?.split(separator: ":").first.map(String.init) ?? usual
        return Path.resolve(name, in: folder)
    }

    /// `nil` where no path is given, and with an issue where the file can't be read.
    private func read(_ path: String?, _ issues: ConfigurationIssues) -> YAMLNode? {
        guard let path else { return nil }
        let text: String
        do {
            text = try source.text(path)
        } catch {
            if source.kind(path) == .absent {
                issues.add(.init(file: path), "there is no such file", "give the path of one that is there")
            } else {
                issues.add(
                    .init(file: path), "can't be read (\(error))",
                    "it must be UTF-8, and the daemon's user must see it")
            }
            return nil
        }
        do {
            return try YAMLNode(parsing: text, file: path)
        } catch {
            issues.add(error.issue(in: path))
            return nil
        }
    }
}

extension Configuration.DefinitionHome {
    /// The file that is read; `nil` where there is none.
    fileprivate var path: String? {
        switch self {
        case .file(let path): path
        case .store(let path): path
        }
    }
}
