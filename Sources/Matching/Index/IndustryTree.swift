/// The industries in the register as a tree by prefix: SNI 2007, which is NACE Rev. 2 with a fifth digit.
///
/// A leaf is a code of up to five digits, above it its four, three and two digits, then the root. Suppliers without a
/// code share one leaf of their own right under the root: not being in the register is a kind of supplier too.
struct IndustryTree: Sendable {
    static let root: Int32 = 0
    static let unknown: Int32 = 1

    /// By node; the root's parent is itself. A parent always comes before its children.
    private(set) var parents: [Int32] = [root, root]
    private(set) var codes: [String] = ["", ""]
    private var nodes: [String: Int32] = [:]

    var count: Int { parents.count }

    /// The node of a code; a code is cut to five digits.
    mutating func leaf(_ sni: String?) -> Int32 {
        let code = String(
            (sni ?? "").utf8.filter { (48...57).contains($0) }.prefix(5).map { Character(Unicode.Scalar($0)) })
        guard code.count >= 2 else { return Self.unknown }
        return node(code)
    }

    private mutating func node(_ code: String) -> Int32 {
        if let node = nodes[code] { return node }
        let parent = code.count <= 2 ? Self.root : node(String(code.dropLast()))
        parents.append(parent)
        codes.append(code)
        nodes[code] = Int32(count - 1)
        return Int32(count - 1)
    }
}
