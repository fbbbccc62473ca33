import Testing

/// The eForms examples in `docs/formats/examples`.
@Suite struct EFormsExamplesTests {
    @Test(arguments: ["eforms-contract-notice", "eforms-award-notice", "eforms-many-notices"])
    func areReadAsRecorded(example: String) throws {
        try GoldenOutcomes.check("examples/\(example).xml")
    }
}
