import Procurement

/// Reads feed files: every notice in them, and a refusal for everything that can't be read as one. A file of procurement
/// statistics is one of these too (`StatisticsReader`).
///
/// A feed file is an XML document with one notice or thousands, a `.gz` of one, or a `.tar`, `.tar.gz` or `.zip` of
/// many, or of such archives; which it is shows in its first bytes. A folder stands for every file in it and below.
package struct FeedReader: Sendable {
    private let dialects: [any Dialect]
    private let limits: FeedLimits

    /// - Parameter mappings: the exports to read besides eForms and TED_EXPORT.
    package init(mappings: [FeedMapping] = [], limits: FeedLimits = FeedLimits()) {
        self.init(dialects: [EFormsDialect(), TEDDialect()] + mappings.map(MappedDialect.init), limits: limits)
    }

    /// - Parameter dialects: in the order in which they are asked whether an element is theirs.
    package init(dialects: [any Dialect], limits: FeedLimits = FeedLimits()) {
        self.dialects = dialects
        self.limits = limits
    }

    /// Reads a file, or a folder's files in the order of their names, and hands each outcome to `body` as it comes.
    ///
    /// - Parameters:
    ///   - reading: called with each file's path before it is opened.
    ///   - body: called in the order of the feed.
    /// - Throws: `FeedError` where the path leads nowhere, or `reading` or `body` threw.
    package func read(
        _ path: String, reading: (String) throws -> Void = { _ in }, _ body: (FeedOutcome) throws -> Void
    ) throws(FeedError) {
        var parsers = parsers
        try read(path, &parsers, reading: reading, body)
    }

    /// What reads one document after another; for whoever reads many paths.
    package var parsers: ParserPool { ParserPool(dialects: dialects, limits: limits) }

    /// The same with parsers that are kept from path to path.
    package func read(
        _ path: String, _ parsers: inout ParserPool, reading: (String) throws -> Void = { _ in },
        _ body: (FeedOutcome) throws -> Void
    ) throws(FeedError) {
        for file in try FeedFiles.list(path) {
            do {
                try reading(file)
                try read(file: file, &parsers, body)
            } catch {
                throw .consumer(error)
            }
        }
    }

    private func read(file path: String, _ parsers: inout ParserPool, _ body: (FeedOutcome) throws -> Void) throws {
        let file: InputFile
        do {
            file = try InputFile(path: path)
        } catch {
            return try body(.refusal(error.refusal(file: path)))
        }
        guard file.size <= limits.fileBytes else {
            let defect = NoticeDefect.limit(
                "file-too-large", "the file has \(file.size) bytes", "fileBytes", limits.fileBytes, line: nil)
            return try body(.refusal(defect.refusal(file: path)))
        }
        var document = XMLDocument(file, parser: parsers.next())
        let kind: FileKind
        do {
            kind = try document.kind()
        } catch {
            return try body(.refusal(error.refusal(file: path)))
        }
        if kind == .plain, StatisticsColumn.areMeant(by: file.peek(StatisticsColumn.peek)) {
            try StatisticsReader(.file(file), path: path).read(body)
        } else if kind == .archive {
            file.rewind()
            try read(archive: file, path: path, &parsers, body)
        } else {
            try read(&document, file: path, body)
        }
    }

    private func read(
        archive file: InputFile, path: String, _ parsers: inout ParserPool, _ body: (FeedOutcome) throws -> Void
    ) throws {
        let archive: ArchiveReader
        do {
            archive = try ArchiveReader(file, limits: limits)
        } catch {
            return try body(.refusal(error.refusal(file: path)))
        }
        try read(archive, path: path, isInner: false, &parsers, body)
    }

    private func read(
        _ archive: ArchiveReader, path: String, isInner: Bool, _ parsers: inout ParserPool,
        _ body: (FeedOutcome) throws -> Void
    ) throws {
        var number = -1
        while let member = archive.next() {
            number += 1
            let place = member.path.map { "\(path)!\($0)" } ?? path
            if let defect = member.defect {
                try body(.refusal(defect.refusal(file: place)))
            } else {
                let statistics = StatisticsSource.member(number, ofArchive: path, limits: limits)
                try read(memberOf: archive, path: place, statistics: isInner ? nil : statistics, &parsers, body)
            }
            // What stopped the archive was said with the member that it struck.
            if archive.hasEnded { return }
        }
        if let failure = archive.failure {
            try body(.refusal(failure.refusal(file: path)))
        } else if number < 0 {
            let defect = NoticeDefect(reason: "empty", detail: "the archive has no file in it; XML files are needed")
            try body(.refusal(defect.refusal(file: path)))
        }
    }

    /// A document, statistics, or an archive within the archive, as TED packs its days into months. In there documents alone are
    /// read.
    ///
    /// - Parameter statistics: the member, to be begun anew where it is such; nil within an inner archive.
    private func read(
        memberOf archive: ArchiveReader, path: String, statistics: StatisticsSource?, _ parsers: inout ParserPool,
        _ body: (FeedOutcome) throws -> Void
    ) throws {
        var document = XMLDocument(MemberSource(archive: archive), parser: parsers.next())
        let inner: ArchiveReader?
        do {
            let isArchive = statistics == nil ? false : try document.kind() == .archive
            inner = isArchive ? try ArchiveReader(within: archive, beginning: document.beginning) : nil
        } catch {
            return try body(.refusal(error.refusal(file: path)))
        }
        if let statistics, StatisticsColumn.areMeant(by: document.beginning) {
            try StatisticsReader(statistics, path: path).read(body)
        } else if let inner {
            try read(inner, path: path, isInner: true, &parsers, body)
        } else {
            try read(&document, file: path, body)
        }
    }

    private func read(
        _ document: inout XMLDocument<some ByteSource>, file: String, _ body: (FeedOutcome) throws -> Void
    ) throws {
        while let found = document.next() {
            for found in found { try body(outcome(of: found, file: file)) }
        }
    }

    private func outcome(of found: NoticeCollector.Found, file: String) -> FeedOutcome {
        switch found {
        case .defect(let defect): return .refusal(defect.refusal(file: file))
        case .tree(let tree, let dialect):
            do {
                let notice = try dialects[dialect].notice(in: tree.root)
                try notice.refuseUnlessItSaysSomething()
                return .notice(notice.withMaskedWinnersWithheld, at: FeedPosition(file: file, line: tree.root.line))
            } catch {
                return .refusal(error.refusal(file: file, line: tree.root.line))
            }
        }
    }
}

extension NoticeDefect {
    /// The refusal to report, at the defect's own line if it has one.
    func refusal(file: String, line: Int? = nil) -> Refusal {
        Refusal(
            reason: reason, detail: detail, position: FeedPosition(file: file, line: self.line ?? line),
            noticeID: noticeID)
    }
}
