import Testing

/// The examples of `docs/formats/ted.md`.
@Suite struct TEDExamplesTests {
    @Test(arguments: ["ted-f03", "ted-two-originals", "ted-f18"])
    func areReadAsRecorded(example: String) throws {
        try GoldenOutcomes.check("examples/\(example).xml")
    }
}
