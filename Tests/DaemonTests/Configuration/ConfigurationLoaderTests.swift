import Procurement
import StrictYAML
import Testing

@testable import Daemon

@Suite struct ConfigurationLoaderTests {
    @Test func needsNoFile() throws {
        let configuration = try MemoryFiles().load()
        #expect(configuration.file == nil)
        #expect(configuration.rpc.socket == "/run/torg/torg.sock")
        #expect(configuration.storePath == "/var/lib/torg/torg.sqlite")
        #expect(
            configuration.matching
                == Configuration.Matching(categories: [], challenges: [], weights: nil, words: WordsFile.builtIn))
        #expect(configuration.roles.admin.isEmpty)
        #expect(configuration.log.level == .info)
    }

    @Test func theOfficeIsReadAndAMunicipalityGivesItsPlace() throws {
        #expect(try MemoryFiles().load().matching.office == Configuration.Office())
        let office = try MemoryFiles().load([
            "TORG_OFFICE_NAME": "Uppsala kommun", "TORG_OFFICE_NUMBER": "212000-3005",
            "TORG_OFFICE_MUNICIPALITY": "0380",
        ]).matching.office
        #expect(office.name == "Uppsala kommun" && office.number == "212000-3005")
        #expect(office.nuts.map(\.code) == ["SE121"])
        let written = try MemoryFiles().load([
            "TORG_OFFICE_MUNICIPALITY": "0380", "TORG_OFFICE_NUTS": "SE110,SE121",
        ]).matching.office
        #expect(written.nuts.map(\.code) == ["SE110", "SE121"])
    }

    @Test func allThatIsWrongWithTheOfficeIsToldAtOnce() {
        let error = #expect(throws: ConfigurationError.self) {
            try MemoryFiles().load([
                "TORG_OFFICE_NUMBER": "212000-3006", "TORG_OFFICE_MUNICIPALITY": "0399", "TORG_OFFICE_NUTS": "SE999",
            ])
        }
        #expect(
            error?.issues.map(\.place.key).sorted()
                == ["TORG_OFFICE_MUNICIPALITY", "TORG_OFFICE_NUMBER", "TORG_OFFICE_NUTS"])
    }

    /// The largest answer must fit into what may be unread.
    @Test func theLargestAnswerMustFit() throws {
        #expect(try MemoryFiles().load(["TORG_RPC_MAX_RESPONSE": "512 MiB"]).rpc.maxUnwrittenBytesPerUser == 512 << 20)
        #expect(try MemoryFiles().load(["TORG_RPC_MAX_RESPONSE": "512 MiB"]).rpc.maxUnwrittenBytes == 512 << 20)
        let error = #expect(throws: ConfigurationError.self) {
            try MemoryFiles().load([
                "TORG_RPC_MAX_UNWRITTEN_PER_USER": "32 MiB", "TORG_RPC_MAX_UNWRITTEN": "16 MiB",
            ])
        }
        #expect(error?.issues.map(\.place.key) == ["TORG_RPC_MAX_UNWRITTEN_PER_USER", "TORG_RPC_MAX_UNWRITTEN"])
    }

    @Test func takesTheSocketFromTheNearestPlace() throws {
        var environment: [String: String] = [:]
        var files = MemoryFiles()
        func socket() throws -> String { try files.load(environment).rpc.socket }

        environment["RUNTIME_DIRECTORY"] = "/run/one:/run/two"
        #expect(try socket() == "/run/one/torg.sock")
        environment["TORG_SOCKET"] = "here.sock"
        #expect(try socket() == "/here/here.sock")
        files.files["/etc/torg/torg.yaml"] = "rpc:\n  socket: run/file.sock\n"
        #expect(try socket() == "/etc/torg/run/file.sock")
        environment["TORG_RPC_SOCKET"] = "/run/key.sock"
        #expect(try socket() == "/run/key.sock")
    }

    @Test func takesTheStoreFromTheNearestPlace() throws {
        #expect(try MemoryFiles().load(["STATE_DIRECTORY": "/var/lib/x"]).storePath == "/var/lib/x/torg.sqlite")
        let files = MemoryFiles(files: ["/etc/torg/torg.yaml": "store: {path: /srv/a.sqlite}"])
        #expect(try files.load(["STATE_DIRECTORY": "/var/lib/x"]).storePath == "/srv/a.sqlite")
        #expect(try files.load(["TORG_STORE_PATH": "/srv/b.sqlite"]).storePath == "/srv/b.sqlite")
    }

    @Test(arguments: [
        (["TORG_CONFIG": "/a.yaml"], nil, "/a.yaml"), (["TORG_CONFIG": "/a.yaml"], "b.yaml", "/here/b.yaml"),
        (["CONFIGURATION_DIRECTORY": "/c"], nil, "/c/torg.yaml"), ([:], nil, "/etc/torg/torg.yaml"),
    ])
    func findsTheFile(environment: [String: String], given: String?, found: String) throws {
        let paths = ["/a.yaml", "/here/b.yaml", "/c/torg.yaml", "/etc/torg/torg.yaml"]
        let files = MemoryFiles(files: Dictionary(uniqueKeysWithValues: paths.map { ($0, "") }))
        #expect(try files.load(environment, file: given).file == found)
    }

    @Test func takesNeighboursOfTheFileWhereTheyAre() throws {
        let files = MemoryFiles(files: [
            "/etc/torg/torg.yaml": "",
            "/etc/torg/categories.yaml": "categories:\n  - {id: it, name: {sv: IT}, cpv: [72*]}\n",
            "/etc/torg/challenges.yaml":
                "challenges:\n  - {id: klimat, name: {sv: Klimat}, text: Mindre utsläpp, goals: [clim-mitig]}\n",
            "/etc/torg/weights.yaml": "weights: {experience: 0.5, scope: 1, category: {scope: 2}}\n",
            "/etc/torg/feeds/tendsign.yaml": "",
        ])
        let configuration = try files.load()
        #expect(configuration.matching.categories.map(\.id) == ["it"])
        #expect(configuration.matching.categories.first?.cpv == [try #require(CPVPattern("72*"))])
        #expect(configuration.matching.challenges.first?.goals == ["clim-mitig"])
        #expect(configuration.matching.weights?.all == ["experience": 0.5, "scope": 1])
        #expect(configuration.matching.weights?.byKind == ["category": ["scope": 2]])
        #expect(configuration.feeds.mappings == "/etc/torg/feeds")
        #expect(configuration.matching.categoriesHome == .store(from: "/etc/torg/categories.yaml"))
        #expect(configuration.matching.challengesHome == .store(from: "/etc/torg/challenges.yaml"))
    }

    /// A file that is named is the one truth; one that only lies there is what the store begins with.
    @Test func aNamedFileHasTheDefinitions() throws {
        let files = MemoryFiles(files: [
            "/etc/torg/torg.yaml": "matching: {categories: categories.yaml}",
            "/etc/torg/categories.yaml": "categories: []", "/srv/c.yaml": "challenges: []",
        ])
        let matching = try files.load(["TORG_MATCHING_CHALLENGES": "/srv/c.yaml"]).matching
        #expect(matching.categoriesHome == .file("/etc/torg/categories.yaml"))
        #expect(matching.challengesHome == .file("/srv/c.yaml"))
        #expect(try MemoryFiles().load().matching.categoriesHome == .store(from: nil))
    }

    @Test func readsEveryKindOfValueFromFileAndEnvironment() throws {
        let files = MemoryFiles(files: [
            "/etc/torg/torg.yaml": """
            rpc:
              group: inkop
              max_message: 64 KiB
              max_batch: 7
              read_timeout: 2 min
            roles:
              admin: {users: [anna, "1001"], groups: [wheel]}
            log:
              level: debug
            """
        ])
        let configuration = try files.load(["TORG_RPC_MAX_BATCH": "9", "TORG_ROLES_READER_GROUPS": "a, b,c"])
        #expect(configuration.rpc.group == "inkop")
        #expect(configuration.rpc.maxMessageBytes == 65_536)
        #expect(configuration.rpc.maxBatch == 9)
        #expect(configuration.rpc.readTimeout == .seconds(120))
        #expect(configuration.roles.admin == Configuration.Members(users: ["anna", "1001"], groups: ["wheel"]))
        #expect(configuration.roles.reader.groups == ["a", "b", "c"])
        #expect(configuration.log.level == .debug)
    }

    @Test func aSectionWithEverythingCommentedOutIsEmpty() throws {
        #expect(MemoryFiles(files: ["/etc/torg/torg.yaml": "rpc:\n  #socket: /x\nlog:\n"]).issues() == [])
    }

    /// An unset variable and an empty one are the same, as systemd's `Environment=TORG_RPC_GROUP=` means it.
    @Test func anEmptyVariableIsNotSet() throws {
        #expect(try MemoryFiles().load(["TORG_RPC_GROUP": "", "TORG_SOCKET": ""]).rpc.group == nil)
    }
}
