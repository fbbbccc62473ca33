import Foundation
import Matching
import Testing

@testable import Daemon

@Suite struct RecordedWeightsTests {
    private func decoded(_ json: String) throws -> RecordedWeights {
        try JSONDecoder().decode(RecordedWeights.self, from: Data(json.utf8))
    }

    @Test func whatIsRecordedComesBack() throws {
        let weights = try WeightsByKind.standard.overriding(byKind: ["need": ["words": 0.4]])
        let recorded = RecordedWeights(weights)
        #expect(try decoded(String(decoding: JSONEncoder().encode(recorded), as: UTF8.self)) == recorded)
        #expect(try recorded.weights() == weights)
    }

    @Test func anEarlierEntryHoldsForEveryKind() throws {
        let weights = try decoded(#"{"experience": 0.5, "record": 0.2}"#).weights()
        for kind in QuestionKind.allCases {
            #expect(weights[kind][.experience] == 0.5 && weights[kind][.record] == 0.2)
            #expect(weights[kind][.words] == 0, "a signal that wasn't weighed then isn't weighed now")
        }
    }

    @Test func aSignalThatIsNoMoreIsAnError() throws {
        let recorded = try decoded(#"{"size": 0.5}"#)
        #expect(throws: WeightsError.unknownSignal("size")) { try recorded.weights() }
    }
}
