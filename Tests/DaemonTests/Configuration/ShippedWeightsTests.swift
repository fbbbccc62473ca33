import Testing

@testable import Daemon

@Suite struct ShippedWeightsTests {
    /// `config/weights.yaml` says that it holds the built-in weights.
    @Test func areTheBuiltInOnes() throws {
        let matching = try ShippedConfigurationTests.load().matching
        let builtIn = Configuration.Matching(categories: [], challenges: [], weights: nil)
        #expect(try MatchingConfiguration(matching).weights == MatchingConfiguration(builtIn).weights)
    }
}
