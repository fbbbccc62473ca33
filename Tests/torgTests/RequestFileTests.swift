import API
import ArgumentParser
import TestSupport
import Testing

@testable import torg

/// Requests in YAML, as people write them.
@Suite struct RequestFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func read(_ text: String) throws -> MeetingsSchedule.Parameters {
        try RequestFile.read(MeetingsSchedule.Parameters.self, folder.write(text, to: "day.yaml"))
    }

    /// YAML 1.1 makes a number of minutes of `09:00`, and a float of `1e3`.
    @Test func timesAreTextAndNumbersAreNumbers() throws {
        let asked = try read(
            """
            hosts:
              - {id: it, name: "123", minimum: 2}
            slots: {starts: 09:00, count: 12, minutes: 20}
            companies: [{name: Nystart AB, wishes: [it]}]
            tables: 3
            """)
        #expect(asked.hosts == [MeetingHost(id: "it", name: "123", minimum: 2)])
        #expect(asked.slots == .regular(RegularProgramme(starts: "09:00", count: 12, minutes: 20)))
        #expect(asked.companies?.first?.wishes == ["it"] && asked.tables == 3)
    }

    @Test(arguments: ["hosts: [", "hosts: it", "host: []", "- a"])
    func whatIsWrongIsUsage(text: String) {
        #expect(throws: ValidationError.self) { _ = try read(text) }
    }

    @Test func aFileThatIsNotThereIsNamed() {
        let path = folder.file("none.yaml")
        let error = #expect(throws: ValidationError.self) {
            _ = try RequestFile.read(MeetingsSchedule.Parameters.self, path)
        }
        #expect(error?.message == "\(path): can't be opened; it must be a readable file")
    }

    @Test(arguments: [("Stora salen=60", "Stora salen", 60), ("Foajén", "Foajén", nil), ("a=b=7", "a=b", 7)])
    func aNameMayHaveANumber(text: String, name: String, count: Int?) throws {
        let read = try #require(NamedCount(argument: text))
        #expect(read.name == name && read.count == count)
        #expect(NamedCount(argument: "Foajén=många") == nil)
    }
}
