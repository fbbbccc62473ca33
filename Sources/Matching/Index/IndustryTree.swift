import Containers
import Procurement

/// The industries in the registers as a tree by prefix: SNI 2007, which is NACE Rev. 2 with a fifth digit, and SNI 2025. The
/// editions share nothing but the root, so that codes are compared within their own alone.
///
/// A leaf is a code of up to five digits, above it its four, three and two digits, then the root. Suppliers without a
/// code share one leaf of their own right under the root: not being in the register is a kind of supplier too.
struct IndustryTree: Sendable {
    static let root: Int32 = 0
    static let unknown: Int32 = 1

    /// By node; the root's parent is itself. A parent always comes before its children.
    private(set) var parents: [Int32] = [root, root]
    private(set) var codes: [String] = ["", ""]
    /// By node: the row of its label in `labelTexts`; -1 where none is given.
    private(set) var labels: [Int32] = [-1, -1]
    private(set) var labelTexts = PackedTexts()
    /// By node: true where no other hangs below it.
    private(set) var isLeaf: [Bool] = [false, true]
    private var nodes: [String: Int32] = [:]

    var count: Int { parents.count }

    /// True when at least one supplier's industry is known.
    var hasIndustries: Bool { count > 2 }

    /// The node of a code; a code is cut to five digits.
    mutating func leaf(_ sni: String?, version: SNIVersion = .sni2007, label: String?) -> Int32 {
        let digits = (sni ?? "").utf8.filter { (48...57).contains($0) }.prefix(5)
        guard digits.count >= 2 else { return Self.unknown }
        let node = node(String(decoding: digits, as: UTF8.self), version)
        if let label, !label.isEmpty, labels[Int(node)] < 0 {
            labels[Int(node)] = Int32(labelTexts.count)
            labelTexts.append(text: label)
        }
        return node
    }

    /// What an industry is called, else its code.
    func name(of node: Int32) -> String {
        labels[Int(node)] < 0 ? codes[Int(node)] : labelTexts.text(Int(labels[Int(node)]))
    }

    private mutating func node(_ code: String, _ version: SNIVersion) -> Int32 {
        let key = version == .sni2007 ? code : "\(version.rawValue) \(code)"
        if let node = nodes[key] { return node }
        let parent = code.utf8.count <= 2 ? Self.root : node(String(code.dropLast()), version)
        isLeaf[Int(parent)] = false
        isLeaf.append(true)
        parents.append(parent)
        codes.append(code)
        labels.append(-1)
        nodes[key] = Int32(count - 1)
        return Int32(count - 1)
    }
}

extension IndustryTree {
    private static let prior: Float = 3

    /// ln(P(industry | query) / P(industry)) by node; the node of unknown industries has 0.
    ///
    /// From the root down, each node's estimate is (n · its share of the influence + 3 · what its parent's estimate
    /// gives it by its share of its siblings' wins) / (n + 3), where n is the effective number of neighbours:
    /// Dirichlet smoothing along the tree (MacKay & Bauman Peto 1995, "A hierarchical Dirichlet language model").
    /// Every node has half a win more than it has. All are 0 where nothing is like the query.
    func lifts(_ influence: Influence, background: Background) -> [Float] {
        var lifts = [Float](repeating: 0, count: count)
        guard influence.effective > 0 else { return lifts }
        var shares = influence.shares
        var wins = background.industryWins
        wins[Int(Self.unknown)] = 0
        for node in stride(from: count - 1, through: 2, by: -1) {
            shares[Int(parents[node])] += shares[node]
            wins[Int(parents[node])] += wins[node]
        }
        let leaves = (2..<count).count { isLeaf[$0] }
        let all = wins[Int(Self.root)] + 0.5 * Float(leaves)
        var ofSiblings = [Float](repeating: 0, count: count)
        for node in 2..<count { ofSiblings[Int(parents[node])] += wins[node] + 0.5 }
        var estimates = [Float](repeating: 1, count: count)
        for node in 2..<count {
            let parent = Int(parents[node])
            let handedDown = estimates[parent] * (wins[node] + 0.5) / ofSiblings[parent]
            estimates[node] =
                (influence.effective * shares[node] + Self.prior * handedDown) / (influence.effective + Self.prior)
            lifts[node] = Logarithm.natural(estimates[node] / ((wins[node] + 0.5) / all))
        }
        return lifts
    }
}
