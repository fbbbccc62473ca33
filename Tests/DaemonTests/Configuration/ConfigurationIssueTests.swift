import StrictYAML
import Testing

@testable import Daemon

/// Every kind of mistake, and the words that a person gets.
@Suite struct ConfigurationIssueTests {
    @Test func listsAllIssuesOfAllFilesAtOnce() {
        let files = MemoryFiles(files: [
            "/etc/torg/torg.yaml": """
            rpc:
              sokcet: /run/torg.sock
              max_batch: many
              max_depth: 4
              group: [a, b]
            rcp:
              socket: /x
            socket: /y
            rpc.max_message: 1 MiB
            feeds:
              mappings: /no/such/folder
              cpu_time: 30
              memory: 10 MiB
              program:
            roles:
              admin:
                users: {anna: yes}
              reader: anna
            log:
              level: inof
              format: xml
            """,
            "/etc/torg/categories.yaml": """
            categories:
              - id: it
                name: {sv: IT}
                cpv: [72*, 7x*, "1"]
                keyword: [drift]
              - id: IT drift
                name: IT
                keywords: [drift]
              - id: it
                name: {en: IT, svenska: IT}
                keywords: {sv: drift, en: [hosting, {}]}
              - drift
            """,
            "/etc/torg/challenges.yaml": """
            challenges:
              - id: klimat
                name: {sv: Klimat}
                goals: [clim-mitg, new-code]
                owner: [a]
            challanges: []
            """,
            "/etc/torg/weights.yaml": """
            weights:
              experiance: 0.5
              scope: -1
              words: nan
            """,
        ])
        let environment = ["TORG_RPC_SOKET": "/x", "TORG_LOG_FORMAT": "json", "TORG_CORPUS": "/corpus"]
        #expect(
            files.issues(environment) == [
                "/etc/torg/torg.yaml:2: rpc.sokcet: unknown key; did you mean rpc.socket?",
                "/etc/torg/torg.yaml:3: rpc.max_batch: “many” can't be read; write a whole number",
                "/etc/torg/torg.yaml:4: rpc.max_depth: 4 is out of range; write 8 to 512",
                "/etc/torg/torg.yaml:5: rpc.group: is a list; write one value",
                "/etc/torg/torg.yaml:6: rcp: unknown key; did you mean rpc?",
                "/etc/torg/torg.yaml:8: socket: unknown key; did you mean rpc.socket?",
                "/etc/torg/torg.yaml:9: rpc.max_message: written with a dot; write rpc: and below it, indented, max_message:",
                "/etc/torg/torg.yaml:11: feeds.mappings: there is no folder /no/such/folder; "
                    + "make it, or write the path of one that is there",
                "/etc/torg/torg.yaml:12: feeds.cpu_time: “30” can't be read; "
                    + "write a time such as 250 ms, 30 s, 5 min or 2 h",
                "/etc/torg/torg.yaml:13: feeds.memory: 10 MiB is out of range; write 128 MiB to 64 GiB",
                "/etc/torg/torg.yaml:14: feeds.program: has no value; write a path, or take the line away",
                "/etc/torg/torg.yaml:17: roles.admin.users: has keys of its own; "
                    + "write a list of names, such as [anna, bo]",
                "/etc/torg/torg.yaml:18: roles.reader: is “anna” where keys were expected; write its keys below it, indented",
                "/etc/torg/torg.yaml:20: log.level: “inof” is none of the values; did you mean info?",
                "environment: TORG_LOG_FORMAT: “json” is none of the values; write auto, text, journal",
                "environment: TORG_RPC_SOKET: unknown variable; did you mean TORG_RPC_SOCKET?",
                "/etc/torg/categories.yaml:4: categories[1].cpv: “7x*” is no CPV pattern; "
                    + "write a code or its first digits: 72200000 or 722*",
                "/etc/torg/categories.yaml:4: categories[1].cpv: “1” is no CPV pattern; "
                    + "write a code or its first digits: 72200000 or 722*",
                "/etc/torg/categories.yaml:5: categories[1].keyword: unknown key; did you mean keywords?",
                "/etc/torg/categories.yaml:6: categories[2].id: “IT drift” is no id; "
                    + "write a-z, 0-9 and -, beginning with a letter",
                "/etc/torg/categories.yaml:6: categories[2].cpv: nothing can match: no cpv and no keywords; "
                    + "write cpv: [722*] or keywords:",
                "/etc/torg/categories.yaml:7: categories[2].name: is “IT”; write sv: and en: below it",
                "/etc/torg/categories.yaml:7: categories[2].name: has no Swedish text; write sv: below it",
                "/etc/torg/categories.yaml:8: categories[2].keywords: is a list; write sv: and en: below it",
                "/etc/torg/categories.yaml:9: categories[3].id: “it” stands twice; give each category an id of its own",
                "/etc/torg/categories.yaml:10: categories[3].name: “svenska” is no language; "
                    + "write two letters such as sv or en",
                "/etc/torg/categories.yaml:10: categories[3].name: has no Swedish text; write sv: below it",
                "/etc/torg/categories.yaml:11: categories[3].keywords: is “drift”; write a list of words, such as [a, b]",
                "/etc/torg/categories.yaml:11: categories[3].keywords: a group of keys stands in the list; write text only",
                "/etc/torg/categories.yaml:12: categories[4]: is “drift”; write its keys: id, name …",
                "/etc/torg/challenges.yaml:2: challenges[1].text: is missing; write text",
                "/etc/torg/challenges.yaml:4: challenges[1].goals: “clim-mitg” is no goal; did you mean clim-mitig?",
                "/etc/torg/challenges.yaml:5: challenges[1].owner: is a list; write text",
                "/etc/torg/challenges.yaml:6: challanges: unknown key; did you mean challenges?",
                "/etc/torg/weights.yaml:2: weights.experiance: there is no such signal; did you mean experience?",
                "/etc/torg/weights.yaml:3: weights.scope: “-1” is no weight; write a number of 0 or more, such as 0.25",
                "/etc/torg/weights.yaml:4: weights.words: “nan” is no weight; write a number of 0 or more, such as 0.25",
            ])
    }

    @Test(arguments: [
        ("rpc: [a\n", "/c.yaml:2: not YAML: did not find expected ',' or ']'; "),
        ("rpc:\n\tsocket: /x\n", "/c.yaml:2: not YAML: found character that cannot start any token; "),
        ("a: 1\n---\nb: 2\n", "/c.yaml:2: not YAML: but found another document; "),
        ("log: {}\nlog: {}\n", "/c.yaml:1: log: stands twice in the same place; keep one of them"),
        ("- a\n- b\n", "/c.yaml:1: is a list where keys were expected; begin with a key such as rpc:"),
    ])
    func tellsWhatIsNotYAML(text: String, message: String) {
        let issues = MemoryFiles(files: ["/c.yaml": text]).issues(file: "/c.yaml")
        #expect(issues.count == 1)
        #expect(issues.first?.hasPrefix(message) == true, "\(issues)")
    }

    @Test func tellsOfFilesThatAreNotThere() {
        #expect(
            MemoryFiles().issues(file: "/c.yaml") == [
                "/c.yaml: there is no such file; give the path of one that is there"
            ])
        #expect(
            MemoryFiles().issues(["TORG_MATCHING_WEIGHTS": "w.yaml"]) == [
                "environment: TORG_MATCHING_WEIGHTS: there is no file /here/w.yaml; make it, or write the path of one that is there"
            ])
    }

    @Test func aSocketPathMustFit() {
        let path = "/" + String(repeating: "s", count: 103)
        #expect(
            MemoryFiles().issues(["TORG_RPC_SOCKET": path]) == [
                "environment: TORG_RPC_SOCKET: \(path) has 104 bytes; write a path of at most 103 bytes"
            ])
        #expect(MemoryFiles().issues(["TORG_RPC_SOCKET": String(path.dropLast())]) == [])
    }

    @Test func weightsMustNotAllBeNothing() {
        func issues(_ weights: String) -> [String] {
            MemoryFiles(files: ["/etc/torg/torg.yaml": "", "/etc/torg/weights.yaml": "weights: {\(weights)}"]).issues()
        }
        #expect(
            issues("experience: 0, scope: 0, words: 0") == [
                "/etc/torg/weights.yaml:1: weights: are all 0; give at least one signal a weight above 0"
            ])
        #expect(issues("experience: 0, scope: 0") == [])
    }
}
