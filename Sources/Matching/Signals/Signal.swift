/// One reason to put a supplier on the list, measured for one match.
///
/// A signal is a pure function of the snapshot and the query: it never sees the other signals. What all suppliers share
/// is reckoned when it is made, each supplier's value when it is asked for, and a reason for those on the list. It
/// belongs to the thread that made it.
protocol Signal {
    static var name: SignalName { get }
    init(_ match: MatchContext)
    /// What is known of the values before any is reckoned.
    var bound: SignalBound { get }
    /// From 0 to 1, in the order of the suppliers; NaN where the signal knows nothing of one.
    func values(of suppliers: [Int32]) -> [Float]
    /// At least the values, and NaN where these are NaN; for a signal whose values are dear.
    func ceilings(of suppliers: [Int32]) -> [Float]
    /// What the value was reckoned from, by the names that the signal's formula uses; NaN for unknown.
    func measures(of supplier: Int) -> [String: Float]
    /// One sentence on why a supplier has its value (nil: unknown), with facts and numbers.
    func because(_ supplier: Int, value: Float?) -> String
    /// The same of a whole list.
    /// - Parameter values: those of the suppliers, NaN for unknown.
    func reasons(of suppliers: [Int32], values: [Float]) -> [String]
}

extension Signal {
    func ceilings(of suppliers: [Int32]) -> [Float] { values(of: suppliers) }
    func reasons(of suppliers: [Int32], values: [Float]) -> [String] {
        zip(suppliers, values).map { because(Int($0), value: $1.isNaN ? nil : $1) }
    }
    /// One supplier's value.
    func value(of supplier: Int) -> Float { values(of: [Int32(supplier)])[0] }
}

/// The signals of each kind of question, in the order of `SignalName`.
enum Signals {
    static func all(for question: QuestionKind) -> [any Signal.Type] {
        (question == .notice ? ofNotices : ofWords) + ofAll
    }

    /// Those that the snapshot has something for. The others are left out altogether, so that they change no answer.
    static func told(for question: QuestionKind, in snapshot: IndexSnapshot) -> [any Signal.Type] {
        let all = all(for: question)
        return snapshot.procurements.tellsLosers ? all : all.filter { $0.name != .participation }
    }

    private static var ofNotices: [any Signal.Type] {
        [
            ExperienceSignal.self, ParticipationSignal.self, ScopeSignal.self, IndustrySignal.self, WordsSignal.self,
        ]
    }

    private static var ofWords: [any Signal.Type] {
        [
            AnswerExperienceSignal.self, AnswerParticipationSignal.self, AnswerScopeSignal.self,
            AnswerIndustrySignal.self, NameSignal.self, TradeSignal.self, DescriptionSignal.self, OfferSignal.self,
        ]
    }

    private static var ofAll: [any Signal.Type] {
        [
            CapacitySignal.self, RegionSignal.self, BuyerSignal.self, NamesakeSignal.self, RecordSignal.self,
            RecencySignal.self, GoalsSignal.self, VerdictsSignal.self, NewcomerSignal.self,
        ]
    }
}
