import Matching
import Testing

@testable import Daemon

@Suite struct ShippedWeightsTests {
    /// `config/weights.yaml` says that it has every signal with its built-in weight.
    @Test func documentEverySignalWithItsBuiltInWeight() throws {
        let files = MemoryFiles(files: [
            "/etc/torg/torg.yaml": "",
            "/etc/torg/weights.yaml": try ShippedConfigurationTests.uncommented("weights.yaml"),
        ])
        let signals = SignalName.allCases.map(\.rawValue)
        let matching = try ConfigurationLoader(source: files.source(), signals: signals).load().matching
        #expect(matching.weights?.all.keys.sorted() == signals.sorted())
        #expect(matching.weights?.byKind.keys.sorted() == QuestionKind.allCases.map(\.rawValue).sorted())
        #expect(try MatchingConfiguration(matching).weights == WeightsByKind.standard)
    }
}
