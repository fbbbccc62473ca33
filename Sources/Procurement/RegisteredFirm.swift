/// A public register that firms are read from.
package enum RegisterSource: String, Sendable, Hashable, Codable, CaseIterable {
    /// Bolagsverket's bulk file: who is registered, in what form, doing what, and what became of it.
    case bolagsverket
    /// Statistics Sweden's business register: who is active, in which industry.
    case scb
}

/// The edition of the Swedish industry classification (SNI) that a code is of. Equal digits mean different things in
/// different editions.
package enum SNIVersion: Int, Sendable, Hashable, Codable, CaseIterable {
    /// NACE Rev. 2 with a fifth digit.
    case sni2007 = 2007
    /// NACE Rev. 2.1 with a fifth digit.
    case sni2025 = 2025
}

/// A legal person as one row of a public register has it. Natural persons are dropped before one is made.
///
/// What may name a person, such as street and c/o of the postal address, is no part of it.
package struct RegisteredFirm: Sendable, Hashable, Codable {
    /// Something that is going on with a firm: bankruptcy, liquidation, reconstruction.
    package struct Proceeding: Sendable, Hashable, Codable {
        /// The register's own code: KK, LI, FR.
        package var code: String
        package var since: CalendarDate?

        package init(code: String, since: CalendarDate?) {
            self.code = code
            self.since = since
        }
    }

    package var source: RegisterSource
    /// The organisation number, ten digits.
    package var number: Int
    /// Bolagsverket's namnskyddslöpnummer, which tells the rows of one firm apart; 0 of the other register.
    package var serial = 0
    package var name: String
    /// Sorted.
    package var otherNames: [String] = []
    /// The register's own code: AB, HB, KB at Bolagsverket; 49, 31, 61 at Statistics Sweden.
    package var legalForm: String?
    /// What it does, in its own words.
    package var activity: String?
    package var registered: CalendarDate?
    /// The day that it was struck off, and the register's code for why.
    package var ended: CalendarDate?
    package var endReason: String?
    package var proceedings: [Proceeding] = []
    /// The firm that it was merged into, ten digits, where the register names it.
    package var successor: Int?
    /// Statistics Sweden's FtgStat: 0 never active, 1 active, 9 no longer.
    package var activeStatus: Int?
    /// Industries, the main one first; two to five digits each.
    package var sni: [String] = []
    package var sniVersion: SNIVersion?
    /// Of the postal address, five digits.
    package var postcode: Int?
    package var town: String?
    /// Whether it has asked not to be sent advertising (Reklamsparrtyp 21–23); `nil` where the register doesn't say.
    package var refusesAdvertising: Bool?

    package init(source: RegisterSource, number: Int, name: String) {
        self.source = source
        self.number = number
        self.name = name
    }
}

/// What became of the rows of a register's file.
package struct RegisterTally: Sendable, Hashable, Codable {
    /// Rows of one kind: how many, and where the first of them stand.
    package struct Note: Sendable, Hashable, Codable {
        /// A stable word for programs, such as `stray-quote`.
        package var reason: String
        package var count: Int
        /// The first ten at the most, from 1.
        package var lines: [Int]

        package init(reason: String, count: Int, lines: [Int]) {
            self.reason = reason
            self.count = count
            self.lines = lines
        }
    }

    package static let mostLines = 10

    /// `nil` where the file was none that is known.
    package var source: RegisterSource?
    /// Rows that were read, the header left out.
    package var rows = 0
    /// Natural persons and dead estates, which were dropped.
    package var persons = 0
    /// Rows that weren't as they should be and were read all the same, by reason.
    package var mended: [Note] = []
    /// Rows that couldn't be used, by reason.
    package var refused: [Note] = []

    package init() {}

    package var refusedCount: Int { refused.reduce(0) { $0 + $1.count } }

    package mutating func countMended(_ reason: String, line: Int) { Self.count(reason, line, in: &mended) }

    package mutating func countRefused(_ reason: String, line: Int) { Self.count(reason, line, in: &refused) }

    private static func count(_ reason: String, _ line: Int, in notes: inout [Note]) {
        guard let place = notes.firstIndex(where: { $0.reason == reason }) else {
            return notes.append(Note(reason: reason, count: 1, lines: [line]))
        }
        notes[place].count += 1
        if notes[place].lines.count < mostLines { notes[place].lines.append(line) }
    }
}
