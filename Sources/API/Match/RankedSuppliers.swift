import JSON
import JSONRPC
import Procurement

/// Suppliers in order, the best first; equal scores in the order of their ids. The same generation, weights and query
/// give the same bytes.
@WireType
package struct RankedSuppliers: KeptAnswer {
    /// The best suppliers.
    package var matches: [SupplierMatch]
    /// The best suppliers without a known win, with ranks of their own; absent where they are not told apart.
    package var newcomers: [SupplierMatch]?
    /// How a category's or a challenge's words were read; absent for a notice.
    package var question: QuestionReading?
    /// The buyer and the places that the question was asked for; absent without any.
    package var setting: QuestionSetting?
    /// Sentences on what in the question is not known; absent where all is.
    package var remarks: [String]?
    /// How many suppliers the filter lets through: all of them are compared.
    package var considered: Int
    /// How many suppliers were left out because no place of theirs is known; absent where that leaves out no one.
    package var withoutPlace: Int?
    /// The date of the newest notice that counts; absent without any.
    package var dataThrough: CalendarDate?
    /// The generation of the data that answered.
    package var generation: Int
    /// The weights in force, by signal.
    package var weights: SortedMap<Points>
    /// Where the answer is kept; absent where it isn't.
    package var dossier: DossierReference?

    static var example: RankedSuppliers {
        RankedSuppliers(
            matches: [
                SupplierMatch(
                    rank: 1,
                    supplier: SupplierReference(
                        id: "SE4999022611", name: "Sundhamra Informationsteknik AB", size: .small, newcomer: false),
                    score: Points(millionths: 484_000),
                    signals: [
                        Signal(
                            name: "experience", value: Points(millionths: 910_000), weight: Points(millionths: 400_000),
                            points: Points(millionths: 364_000), because: "Won 3 procurements much like this one."),
                        Signal(
                            name: "cpv", value: Points(millionths: 200_000), weight: Points(millionths: 600_000),
                            points: Points(millionths: 120_000), because: "Won once in 72200000."),
                    ],
                    evidence: [
                        Evidence(
                            noticeId: "0422cc77-a2d2-4aca-927c-d28aa9347937",
                            title: "Upphandling av drift av servrar, lagring och säkerhetskopiering",
                            date: CalendarDate("2021-05-03"),
                            buyer: "Norrvika kommun", similarity: Points(millionths: 873_400))
                    ])
            ],
            considered: 9036, dataThrough: CalendarDate("2021-10-22"), generation: 7,
            weights: ["experience": Points(millionths: 400_000), "cpv": Points(millionths: 600_000)])
    }
}

/// One supplier in its place.
@WireType
package struct SupplierMatch: Described {
    /// Its place, from 1.
    package var rank: Int
    /// Who it is.
    package var supplier: SupplierReference
    /// From 0 to 1: the sum of the points of its signals.
    package var score: Points
    /// Why; empty when explain is false.
    package var signals: [Signal] = []
    /// Past notices that speak for it; empty when explain is false.
    package var evidence: [Evidence] = []
    /// What people said of it for needs like this one; absent where nobody did, and when explain is false.
    package var feedback: FeedbackShare?
    /// The others of its corporate group that stand further down; absent where the list isn't folded, or there are none.
    package var group: FoldedGroup?
}

/// Suppliers of one corporate group, as far as names tell, behind the best of them.
@WireType
package struct FoldedGroup: Described {
    /// The word that their names begin with.
    package var name: String
    /// The others, the best first.
    package var members: [FoldedMember]
}

/// A supplier behind another of its group.
@WireType
package struct FoldedMember: Described {
    /// Its place on the list, from 1.
    package var rank: Int
    /// The supplier, for suppliers.get.
    package var id: String
    /// Its name.
    package var name: String
    /// Its score.
    package var score: Points
}

/// What people said of a supplier for needs like the one that is asked for, apart from the score's other parts. It weighs at most a
/// tenth of all else that is known of the supplier.
@WireType
package struct FeedbackShare: Described {
    /// How often it was accepted; the latest word of each person on each need counts.
    package var accepted: Int
    /// How often it was rejected.
    package var rejected: Int
    /// How many people said so.
    package var people: Int
    /// What the score would be had nobody said anything.
    package var scoreWithout: Points
}

/// A supplier as it is named in a list.
@WireType
package struct SupplierReference: Described {
    /// For suppliers.get. Never a personal number.
    package var id: String
    /// Its name.
    package var name: String
    /// Absent when not known.
    package var size: SupplierSize?
    /// True when it has no award in the data.
    package var newcomer: Bool
    /// What the public registers say against its being there; absent where nothing does.
    package var status: FirmStatus?
}
