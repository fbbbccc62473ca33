import Testing

@testable import torg

@Suite struct ConnectionOptionsTests {
    /// Options of the connection may stand before the command, whose parser reads them behind it.
    @Test(arguments: [
        ("status", "status"), ("--json status", "status --json"), ("--socket /s status", "status --socket /s"),
        ("--socket=/s --json match notice x", "match notice x --socket=/s --json"),
        ("--json call m -- -5", "call m --json -- -5"), ("status --json", "status --json"),
        ("--version", "--version"), ("--socket", "--socket"), ("", ""),
    ])
    func areMovedBehindTheCommand(given: String, moved: String) {
        let words = { (line: String) in line.split(separator: " ").map(String.init) }
        #expect(ConnectionOptions.movedBehindCommand(words(given)) == words(moved))
    }
}
