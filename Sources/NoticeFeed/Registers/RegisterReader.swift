import Procurement

/// Reads the bulk files of public registers, packed as they come or not, and hands on each firm in them.
///
/// Which register it is shows in the first line. Natural persons are dropped here, before anything is handed on, and
/// counted. A file of three million rows needs no more memory than one row.
package struct RegisterReader: Sendable {
    private let limits: FeedLimits
    private let version: SNIVersion
    /// Refusals of one reason that are handed on; all are counted.
    private static let mostRefusals = 20

    /// - Parameter version: the edition of the industry codes in Statistics Sweden's file.
    package init(limits: FeedLimits = FeedLimits(), version: SNIVersion = .sni2025) {
        self.limits = limits
        self.version = version
    }

    /// - Parameter body: given firms and refusals in the order of the file, and last the tally.
    /// - Throws: what `body` throws.
    package func read(_ path: String, _ body: (FeedLine) throws -> Void) throws {
        var tally = RegisterTally()
        func refuse(_ defect: NoticeDefect, _ path: String) throws {
            tally.countRefused(defect.reason, line: defect.line ?? 1)
            try body(.outcome(.refusal(defect.refusal(file: path))))
        }
        do {
            let file = try InputFile(path: path)
            switch FileKind(file.peek(FileKind.peek)) {
            case .plain: try read(file, path: path, &tally, body)
            case .archive: try read(archive: file, path: path, &tally, body)
            case .unsupported(let name):
                throw NoticeDefect(
                    reason: "packed", detail: "the file is packed with \(name): give it as zip, gzip or unpacked")
            }
        } catch let defect as NoticeDefect {
            try refuse(defect, path)
        }
        try body(.register(tally))
    }

    private func read(
        archive file: InputFile, path: String, _ tally: inout RegisterTally, _ body: (FeedLine) throws -> Void
    ) throws {
        var limits = limits
        limits.entryBytes = limits.fileBytes
        let archive = try ArchiveReader(file, limits: limits)
        var isEmpty = true
        while let member = archive.next() {
            isEmpty = false
            if let defect = member.defect { throw defect }
            try read(
                MemberSource(archive: archive), path: member.path.map { "\(path)!\($0)" } ?? path, &tally, body)
        }
        if let failure = archive.failure { throw failure }
        if isEmpty { throw NoticeDefect(reason: "empty", detail: "the archive has no file in it") }
    }

    private func read(
        _ source: some ByteSource, path: String, _ tally: inout RegisterTally, _ body: (FeedLine) throws -> Void
    ) throws {
        var lines = RegisterLines(source)
        var first: [UInt8] = []
        guard try lines.next(into: &first) else {
            throw NoticeDefect(reason: "empty", detail: "the file is empty: fetch it anew")
        }
        let header = try RegisterHeader(first)
        if let source = tally.source, source != header.source {
            throw NoticeDefect(
                reason: "two-registers", detail: "the archive holds files of two registers: give each alone")
        }
        tally.source = header.source
        switch header.source {
        case .bolagsverket: try readBolagsverket(lines, header, path, &tally, body)
        case .scb: try readSCB(lines, header, path, &tally, body)
        }
    }

    private func readBolagsverket(
        _ lines: RegisterLines<some ByteSource>, _ header: RegisterHeader, _ path: String,
        _ tally: inout RegisterTally, _ body: (FeedLine) throws -> Void
    ) throws {
        let isFirst = header.place("organisationsidentitet") == 0
        var records = BolagsverketRecords(lines, beginsWithIdentity: isFirst)
        let row = BolagsverketRow(header)
        var record = BolagsverketRecord()
        while try records.next(into: &record) {
            tally.rows += 1
            if isFirst, Self.isPersons(record.bytes) {
                tally.persons += 1
                continue
            }
            guard !record.isTooLong else {
                try take(
                    .refused(reason: "too-long", detail: "the row has no end that can be found"), record.line, path, [],
                    &tally, body)
                continue
            }
            let found = Self.fields(of: record, count: header.count)
            if let fields = found?.fields {
                var mends = fields.mends
                let outcome = row.read(fields.fields, mends: &mends)
                try take(outcome, record.line, path, mends, &tally, body)
            } else {
                try take(Self.badColumns(header), record.line, path, [], &tally, body)
            }
            for line in (found?.lines ?? 1)..<record.ends.count {
                tally.rows += 1
                try take(Self.badColumns(header), record.line + line, path, [], &tally, body)
            }
        }
    }

    /// The fields of a row and how many lines it has. A row that can't be told by its beginning hangs on the one before: so
    /// the fewest lines count that are a whole row, or, where its last quote is never closed, that may be one.
    private static func fields(
        of record: BolagsverketRecord, count: Int
    ) -> (fields: BolagsverketFields, lines: Int)? {
        var open: (fields: BolagsverketFields, lines: Int)?
        for (line, end) in record.ends.enumerated() {
            guard let fields = BolagsverketFields(record.bytes[..<end], count: count) else { continue }
            if !fields.isOpen { return (fields, line + 1) }
            open = open ?? (fields, line + 1)
        }
        return open
    }

    private static func badColumns(_ header: RegisterHeader) -> RegisterOutcome {
        .refused(
            reason: "bad-columns",
            detail: "the row can't be read as the header's \(header.count) fields, in whatever way its quotes are taken"
        )
    }

    /// Whether a row is a natural person's or a dead estate's, by its beginning.
    private static func isPersons(_ bytes: [UInt8]) -> Bool {
        guard let mark = bytes.prefix(16).firstIndex(of: UInt8(ascii: "$")) else { return false }
        let kind = bytes[(mark + 1)...]
        return kind.starts(with: "PERSON-".utf8) || kind.starts(with: "DODSBO-".utf8)
    }

    private func readSCB(
        _ lines: RegisterLines<some ByteSource>, _ header: RegisterHeader, _ path: String,
        _ tally: inout RegisterTally, _ body: (FeedLine) throws -> Void
    ) throws {
        var lines = lines
        let row = SCBRow(header, version: version)
        var line: [UInt8] = []
        while try lines.next(into: &line) {
            if line.isEmpty { continue }
            tally.rows += 1
            var mends: [String] = []
            let outcome: RegisterOutcome =
                lines.isCut
                ? .refused(reason: "too-long", detail: "the row is too long") : row.read(line, mends: &mends)
            try take(outcome, lines.number, path, mends, &tally, body)
        }
    }

    /// Counts a row and hands on what there is of it.
    private func take(
        _ outcome: RegisterOutcome, _ line: Int, _ path: String, _ mends: [String], _ tally: inout RegisterTally,
        _ body: (FeedLine) throws -> Void
    ) throws {
        switch outcome {
        case .person: tally.persons += 1
        case .firm(let firm):
            for mend in mends { tally.countMended(mend, line: line) }
            try body(.firm(firm, line: line))
        case .refused(let reason, let detail):
            tally.countRefused(reason, line: line)
            guard (tally.refused.first { $0.reason == reason }?.count ?? 0) <= Self.mostRefusals else { return }
            let refusal = Refusal(
                reason: reason, detail: detail, position: FeedPosition(file: path, line: line))
            try body(.outcome(.refusal(refusal)))
        }
    }
}
