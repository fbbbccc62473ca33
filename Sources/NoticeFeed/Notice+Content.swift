import Procurement

extension Notice {
    /// - Throws: `NoticeDefect` where nobody could do anything with the notice: it says neither what is bought nor who
    ///   buys or sells it, or its id is none.
    func refuseUnlessItSaysSomething() throws(NoticeDefect) {
        let name = id.rawValue
        let hasWords = name.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
        guard hasWords, name.utf8.count <= Self.idBytes,
            !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else {
            throw NoticeDefect(
                reason: "no-notice-id",
                detail:
                    "what stands for the notice's id is none: letters or digits are needed, \(Self.idBytes) bytes at "
                    + "most, without line breaks")
        }
        // What tells of the founding of a firm (X01) buys nothing.
        let isElse = purpose == .other && (type ?? subtype) != nil
        let isAbout = !title.isEmpty || !description.isEmpty || changes != nil || lots.contains(where: \.saysSomething)
        guard isAbout || isElse || !buyers.isEmpty || !organisations.isEmpty || !awards.isEmpty else {
            throw NoticeDefect(
                reason: "no-content",
                detail:
                    "there is an id and nothing more: a title, a lot or a buyer is needed; where they are there, they "
                    + "stand under other names than this format has",
                noticeID: id)
        }
    }

    /// A UUID has 36.
    private static let idBytes = 256
}

extension Lot {
    /// More than a name and what every lot of the notice has.
    fileprivate var saysSomething: Bool {
        !title.isEmpty || !description.isEmpty || !cpv.isEmpty || value != .missing || deadline != nil
    }
}
