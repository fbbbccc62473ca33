import Procurement

/// Reads what the CPV calls its codes out of a genericode file: OASIS Code List Representation 1.0, as the Publications
/// Office of the EU publishes `cpv.gc` with the eForms SDK.
///
/// The file is under the same guard and limits as a feed. A bad row is refused with its line and the rest goes on.
package struct CodeListReader: Sendable {
    private let limits: FeedLimits

    package init(limits: FeedLimits = FeedLimits()) { self.limits = limits }

    /// - Parameter body: called in the order of the rows.
    /// - Throws: what `body` throws.
    package func read(_ path: String, _ body: (CodeOutcome) throws -> Void) throws {
        func refuse(_ defect: NoticeDefect) throws { try body(.refusal(defect.refusal(file: path))) }
        let file: InputFile
        do {
            file = try InputFile(path: path)
        } catch {
            return try refuse(error)
        }
        guard FileKind(file.peek(FileKind.peek)) == .plain else {
            return try refuse(NoticeDefect(reason: "packed", detail: "the file is packed: unpack it first"))
        }
        var document = XMLDocument(file, parser: XMLPushParser(dialects: [GenericodeParts()], limits: limits))
        var columns = GenericodeColumns()
        var rows = 0
        while let found = document.next() {
            for found in found {
                switch found {
                case .defect(let defect): try refuse(Self.worded(defect))
                case .tree(let tree, _) where tree.root.isNamed("ColumnSet"): columns = GenericodeColumns(tree.root)
                case .tree(let tree, _):
                    rows += 1
                    guard rows <= limits.codes else {
                        return try refuse(
                            .limit("too-many-rows", "yet another row", "codes", limits.codes, line: tree.root.line))
                    }
                    do {
                        try body(
                            .label(
                                try columns.label(tree.root, limits: limits),
                                at: FeedPosition(file: path, line: tree.root.line)))
                    } catch let defect as NoticeDefect {
                        try refuse(defect)
                    }
                }
            }
        }
    }

    /// The parser speaks of notices where nothing was found.
    private static func worded(_ defect: NoticeDefect) -> NoticeDefect {
        guard defect.reason == "unknown-format" else { return defect }
        var defect = defect
        defect.detail =
            "no list of codes in here: a genericode file (.gc) has a SimpleCodeList with a Row for each code"
        return defect
    }
}

/// The parts of a genericode file that are read. The standard leaves all but the document's own element without a
/// namespace.
struct GenericodeParts: TreePicker {
    var roots: Set<String> { ["ColumnSet", "Row"] }
}
