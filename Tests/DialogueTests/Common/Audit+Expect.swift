import DialogueSupport
import Testing

extension Audit {
    func expectEveryConstraintHolds(_ comment: Comment) { #expect(faults == [], comment) }
}
