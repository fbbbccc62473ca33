import Procurement

/// Says which elements of a file are picked out as trees: notices of a dialect, or rows of a list.
package protocol TreePicker: Sendable {
    /// The local names that the root elements of its trees have, wherever in a file they stand.
    var roots: Set<String> { get }

    /// Whether an element with one of those names is one of its trees. Asked only for names in `roots`; true unless it
    /// says otherwise.
    ///
    /// - Parameter namespace: the element's namespace URI, `nil` where it has none.
    func recognises(root: String, namespace: String?) -> Bool
}

/// Reads the notices of one dialect: eForms, TED_EXPORT, or an export described by a mapping.
package protocol Dialect: TreePicker {
    /// Reads the notice under `root`.
    ///
    /// - Throws: `NoticeDefect` where it lacks what no notice can do without. A field that is merely odd is left out.
    func notice(in root: Element) throws(NoticeDefect) -> Notice
}

extension TreePicker {
    package func recognises(root: String, namespace: String?) -> Bool { true }
}

/// Why an element can't be read as a notice. `FeedReader` turns it into a `Refusal` with the file's name.
package struct NoticeDefect: Error, Hashable {
    /// A stable word for programs, such as `no-notice-id`.
    package var reason: String
    /// For people: what was wrong and what would be right.
    package var detail: String
    /// The line of the file, from 1, where one can be named.
    package var line: Int?
    /// The notice's id, where it could be read.
    package var noticeID: NoticeID?

    package init(reason: String, detail: String, line: Int? = nil, noticeID: NoticeID? = nil) {
        self.reason = reason
        self.detail = detail
        self.line = line
        self.noticeID = noticeID
    }

    /// A defect at the element's line.
    package init(reason: String, detail: String, at element: Element, noticeID: NoticeID? = nil) {
        self.init(reason: reason, detail: detail, line: element.line, noticeID: noticeID)
    }
}
