import JSON
import JSONRPC
import Procurement

/// What a change of a definition would do to the list that is made by it. Nothing is saved.
@WireType
package struct DefinitionEffect: Described {
    /// The version in force, to base the change on; absent where there is none, and where a file has the definition.
    package var version: Int?
    /// How long the lists are that are compared.
    package var limit: Int
    /// The suppliers that come onto the list, in the order of the list.
    package var entered: [DefinitionMove]
    /// The suppliers that leave the list, in the order of the list as it is.
    package var left: [DefinitionMove]
    /// The suppliers that stay on the list in another place, in the order of the list.
    package var moved: [DefinitionMove]
    /// How many keep their place.
    package var stayed: Int
    /// The buyer and the places that the lists were made for; absent without any.
    package var setting: QuestionSetting?
    /// Sentences on what in the new definition is not known; absent where all is.
    package var remarks: [String]?
    /// The date of the newest notice that counts; absent without any.
    package var dataThrough: CalendarDate?
    /// The generation of the data that answered.
    package var generation: Int

    static var example: DefinitionEffect {
        DefinitionEffect(
            version: 2, limit: 20,
            entered: [
                DefinitionMove(
                    supplier: RankedSuppliers.example.matches[0].supplier, from: 31, to: 4,
                    before: Points(millionths: 121_000), after: Points(millionths: 484_000),
                    changes: [
                        SignalChange(
                            name: "experience", before: Points(millionths: 20_000), after: Points(millionths: 364_000),
                            because: "Won 3 procurements much like this one.")
                    ])
            ], left: [], moved: [], stayed: 19, dataThrough: CalendarDate("2021-10-22"), generation: 7)
    }
}

/// A supplier whose place a change would change, and why.
@WireType
package struct DefinitionMove: Described {
    /// Who it is.
    package var supplier: SupplierReference
    /// Its place now, from 1; absent where it is beyond the 200th.
    package var from: Int?
    /// Its place after the change; absent where it would be beyond the 200th.
    package var to: Int?
    /// Its score now; absent where its place is.
    package var before: Points?
    /// Its score after the change; absent where its place is.
    package var after: Points?
    /// The signals whose points change most, at most three, the greatest change first.
    package var changes: [SignalChange]
}

/// What a signal adds to a score, before and after a change.
@WireType
package struct SignalChange: Described {
    /// Which signal, such as experience.
    package var name: String
    /// Its points now; absent where the supplier's place is.
    package var before: Points?
    /// Its points after the change; absent where the supplier's place is.
    package var after: Points?
    /// The reason in a sentence: that of the list on which it adds more.
    package var because: String
}
