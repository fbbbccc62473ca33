import Testing

@testable import Matching

@Suite struct WeightsByKindTests {
    @Test func noticesKeepWhatWasLearntOnThem() {
        #expect(WeightsByKind.standard[.notice] == Weights.standard)
    }

    @Test(arguments: [QuestionKind.category, .challenge, .need])
    func sizeAndRecordCarryNoListOfFieldsAndAims(kind: QuestionKind) {
        #expect(WeightsByKind.standard[kind][.capacity] <= 0.01)
        for signal in [SignalName.record, .recency, .newcomer] {
            #expect(WeightsByKind.standard[kind][signal] == 0)
        }
        #expect(WeightsByKind.standard[kind][.scope] < 0.1)
    }

    @Test func oneKindIsChangedOverAll() throws {
        let weights = try WeightsByKind.standard.overriding(["words": 0.3]).overriding(byKind: ["need": ["words": 0.4]])
        #expect(weights[.need][.words] == 0.4)
        #expect(QuestionKind.allCases.filter { $0 != .need }.allSatisfy { weights[$0][.words] == 0.3 })
        #expect(weights[.category][.region] == WeightsByKind.standard[.category][.region])
    }

    @Test func wrongNamesAreErrors() {
        #expect(throws: WeightsError.unknownKind("needs")) {
            try WeightsByKind.standard.overriding(byKind: ["needs": ["words": 1]])
        }
        #expect(throws: WeightsError.unknownSignal("word")) {
            try WeightsByKind.standard.overriding(byKind: ["need": ["word": 1]])
        }
    }
}
