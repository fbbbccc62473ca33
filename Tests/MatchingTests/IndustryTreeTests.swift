import Procurement
import Testing

@testable import Matching

@Suite struct IndustryTreeTests {
    /// The same digits mean something else in another edition.
    @Test func editionsShareNothingButTheRoot() {
        var tree = IndustryTree()
        let old = tree.leaf("62010", label: "Dataprogrammering")
        let new = tree.leaf("62010", version: .sni2025, label: nil)
        func ancestors(_ node: Int32) -> Set<Int32> {
            var found: Set<Int32> = []
            var node = node
            while node != IndustryTree.root {
                found.insert(node)
                node = tree.parents[Int(node)]
            }
            return found
        }
        #expect(ancestors(old).count == 4 && ancestors(new).count == 4)
        #expect(ancestors(old).isDisjoint(with: ancestors(new)))
        #expect(tree.leaf("62010", version: .sni2025, label: nil) == new && tree.leaf("62010", label: nil) == old)
        #expect(tree.codes[Int(new)] == "62010" && tree.name(of: new) == "62010")
    }
}
