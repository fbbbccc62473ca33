import Containers

/// Picks the notices out of a stream of XML events: copies what stands below a dialect's root element into a tree and
/// passes over the rest.
///
/// A notice that exceeds a limit becomes a defect, its remaining elements are passed over, and the file goes on.
struct NoticeCollector: ~Copyable {
    enum Found {
        /// A whole notice, and the index of the dialect that recognised its root.
        case tree(NoticeTree, dialect: Int)
        case defect(NoticeDefect)
    }

    private enum State {
        case outside
        /// In a notice whose root stands at this depth.
        case collecting(dialect: Int, depth: Int)
        /// In a notice that was refused.
        case skipping(depth: Int)
    }

    private let dialects: [any TreePicker]
    private let roots: [Set<String>]
    private let limits: FeedLimits
    /// Take the document's root for a notice, whatever its name: dialect 0.
    private let collectsRoot: Bool
    private var state = State.outside
    private var builder = TreeBuilder()
    private var interner = NameInterner()
    /// By number of name: whether a dialect has it among its roots.
    private var isRoot: [Bool] = []
    private var depth = 0
    private var textRun = 0

    /// What was found since `take` was last called.
    private var found: [Found] = []
    /// True once a notice, whether good or bad, was seen.
    private(set) var sawNotice = false
    /// The document's own root.
    private(set) var documentRoot: (name: String, line: Int)?

    init(dialects: [any TreePicker], limits: FeedLimits, collectsRoot: Bool = false) {
        self.dialects = dialects
        roots = dialects.map(\.roots)
        self.limits = limits
        self.collectsRoot = collectsRoot
    }

    var nameCount: Int { interner.names.count }

    /// Forgets the document, but not the names met in it.
    mutating func reset() {
        state = .outside
        builder.discard()
        depth = 0
        textRun = 0
        found = []
        sawNotice = false
        documentRoot = nil
    }

    /// Forgets the names too, which count against a limit.
    mutating func resetNames() {
        interner = NameInterner()
        isRoot = []
    }

    mutating func take() -> [Found] {
        defer { found.removeAll(keepingCapacity: true) }
        return found
    }

    // MARK: Events

    /// - Throws: `NoticeDefect` where the file can't go on.
    mutating func open(
        _ name: UnsafePointer<UInt8>, namespace: UnsafePointer<UInt8>?, line: Int
    ) throws(NoticeDefect) {
        depth += 1
        guard depth <= limits.depth else {
            throw .limit("too-deep", "elements stand \(depth) deep", "depth", limits.depth, line: line)
        }
        let number = try number(of: name, line: line)
        if documentRoot == nil { documentRoot = (interner.names[number], line) }
        textRun = 0
        switch state {
        case .skipping: return
        case .outside:
            guard isRoot[Int(number)] || collectsRoot else { return }
            let uri = namespace.map { String(cString: $0) }
            guard let dialect = collectsRoot ? 0 : dialect(of: interner.names[number], namespace: uri) else { return }
            sawNotice = true
            state = .collecting(dialect: dialect, depth: depth)
            builder.start(namespace: uri)
        case .collecting:
            guard builder.nodeCount < limits.elements else {
                refuse(.limit("too-many-elements", "the notice goes on", "elements", limits.elements, line: line))
                return
            }
        }
        builder.open(number, line: line)
    }

    /// Adds an attribute to the element opened last.
    mutating func attribute(
        _ name: UnsafePointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>, line: Int
    ) throws(NoticeDefect) {
        guard case .collecting = state else { return }
        builder.attribute(try number(of: name, line: line), value)
        checkSize(line: line)
    }

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
        guard case .collecting = state else { return }
        textRun += bytes.count
        guard textRun <= limits.textBytes else {
            refuse(.limit("text-too-long", "one text goes on", "textBytes", limits.textBytes, line: line))
            return
        }
        builder.text(bytes)
        checkSize(line: line)
    }

    mutating func close() {
        textRun = 0
        switch state {
        case .outside: break
        case .skipping(let root):
            if root == depth { state = .outside }
        case .collecting(let dialect, let root):
            builder.close()
            if root == depth {
                found.append(.tree(builder.take(names: interner.names), dialect: dialect))
                state = .outside
            }
        }
        depth -= 1
    }

    private func dialect(of root: String, namespace: String?) -> Int? {
        dialects.indices.first {
            roots[$0].contains(root) && dialects[$0].recognises(root: root, namespace: namespace)
        }
    }

    // MARK: Limits

    @inline(__always)
    private mutating func number(of name: UnsafePointer<UInt8>, line: Int) throws(NoticeDefect) -> UInt32 {
        let (number, isNew) = interner.number(of: name)
        if isNew { try learn(number, line: line) }
        return number
    }

    private mutating func learn(_ number: UInt32, line: Int) throws(NoticeDefect) {
        guard interner.names.count <= limits.names else {
            throw .limit("too-many-names", "yet another name", "names", limits.names, line: line)
        }
        let text = interner.names[number]
        isRoot.append(roots.contains { $0.contains(text) })
    }

    @inline(__always)
    private mutating func checkSize(line: Int) {
        guard builder.byteCount > limits.noticeBytes else { return }
        refuse(.limit("notice-too-large", "the notice goes on", "noticeBytes", limits.noticeBytes, line: line))
    }

    private mutating func refuse(_ defect: NoticeDefect) {
        guard case .collecting(_, let root) = state else { return }
        builder.discard()
        found.append(.defect(defect))
        state = .skipping(depth: root)
    }
}

extension NoticeDefect {
    /// A limit of `FeedLimits` that was exceeded: what was seen, the limit's name and its value.
    static func limit(_ reason: String, _ seen: String, _ limit: String, _ value: Int, line: Int?) -> NoticeDefect {
        NoticeDefect(reason: reason, detail: "\(seen): more than the limit `\(limit)` of \(value) allows", line: line)
    }
}
