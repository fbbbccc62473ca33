/// The records of Bolagsverket's bulk file, whatever its quotes are like.
///
/// Importers disagree on how quotes, backslashes and line breaks stand inside a field, and one quote that isn't closed must
/// not swallow the rows behind it. So a record begins at a line that begins with an identity (`5560000000$`), and what
/// follows up to the next such line is part of it.
struct BolagsverketRecords<Source: ByteSource> {
    /// A record that goes on beyond this is refused.
    static var longest: Int { 64 << 10 }
    /// Lines that a record may have.
    static var mostLines: Int { 64 }

    private var lines: RegisterLines<Source>
    /// Whether the identity stands first in a line, so that lines tell where records begin.
    private let beginsWithIdentity: Bool
    /// The line that was read last, which begins the next record.
    private var ahead: [UInt8] = []
    private var aheadLine = 0
    private var hasAhead = false
    private var line: [UInt8] = []

    init(_ lines: RegisterLines<Source>, beginsWithIdentity: Bool) {
        self.lines = lines
        self.beginsWithIdentity = beginsWithIdentity
    }

    /// - Returns: `false` at the end.
    mutating func next(into record: inout BolagsverketRecord) throws(NoticeDefect) -> Bool {
        if !hasAhead {
            guard try lines.next(into: &ahead) else { return false }
            aheadLine = lines.number
        }
        hasAhead = false
        record.bytes.removeAll(keepingCapacity: true)
        record.bytes += ahead
        record.ends.removeAll(keepingCapacity: true)
        record.ends.append(record.bytes.count)
        record.line = aheadLine
        record.isTooLong = lines.isCut
        while try lines.next(into: &line) {
            if begins(line, after: record) {
                swap(&line, &ahead)
                aheadLine = lines.number
                hasAhead = true
                break
            }
            if line.isEmpty { continue }
            if record.bytes.count + line.count > Self.longest || record.ends.count == Self.mostLines || lines.isCut {
                record.isTooLong = true
                continue
            }
            record.bytes.append(10)
            record.bytes += line
            record.ends.append(record.bytes.count)
        }
        return true
    }

    private func begins(_ line: [UInt8], after record: BolagsverketRecord) -> Bool {
        guard beginsWithIdentity else { return record.bytes.count(where: { $0 == 34 }).isMultiple(of: 2) }
        var place = line.first == 34 ? 1 : 0
        let start = place
        while place < line.count, (48...57).contains(line[place]) { place += 1 }
        return place - start >= 6 && place < line.count && line[place] == UInt8(ascii: "$")
    }
}

/// A record with whatever hangs on it.
struct BolagsverketRecord {
    var bytes: [UInt8] = []
    /// Of its first line, from 1.
    var line = 0
    /// Behind each of its lines.
    var ends: [Int] = []
    var isTooLong = false
}
