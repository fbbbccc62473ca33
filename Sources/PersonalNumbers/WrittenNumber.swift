/// Ten digits in a text that may be a Swedish number, and how they are written there: with a century before them, with
/// the two digits that end a VAT number behind them, parted by whatever people part digits with.
///
/// What is read are digits of any script; soft hyphens and characters without width count for nothing, and a line break is
/// a space.
package struct WrittenNumber: Sendable {
    /// How digits are parted.
    package enum Parting: UInt8, Sendable {
        case none, space, line, dash, spacedDash, dot, slash
        /// A colon, comma, bracket or another sign that people put before the last four digits.
        case sign
    }

    /// How the ten digits are grouped.
    package enum Form: Sendable {
        /// `8112289874`
        case plain
        /// `811228-9874`, with whatever stands there.
        case split
        /// `81-12-28-9874`, `81 12 28 98 74` and their like.
        case grouped
        /// In no way in which such a number is written.
        case other
    }

    /// The ten digits without century and suffix, four bits each, the first lowest.
    private let packed: UInt64
    /// The bytes of the text that it takes, without letters before it.
    package let range: Range<Int>
    /// Where the letters `SE` before it begin; `nil` without them.
    package let country: Int?
    /// What stands before the last four digits.
    package let separator: Parting
    /// What parts the day's year, month and day.
    package let dayParting: Parting
    package let form: Form
    /// The year of birth, where the century is written.
    package let year: Int?
    /// The two digits that end it as a VAT number.
    package let suffix: Int?
    /// Whether the last four digits are two pairs.
    package let hasPairs: Bool
    /// Whether more digits follow or come before, parted by the same.
    package let isAmongOthers: Bool
}

extension WrittenNumber {
    /// Digits and what parts them, from one place of a text on: four bits each.
    struct Digits {
        private var values: UInt64 = 0
        private var gaps: UInt64 = 0
        private(set) var count = 0
        /// Where the tenth, the twelfth and the fourteenth digit end.
        private(set) var ends = (ten: 0, twelve: 0, fourteen: 0)

        static let most = 15

        mutating func append(_ value: UInt8, after gap: Parting, end: Int) {
            values |= UInt64(value) << UInt64(count * 4)
            gaps |= UInt64(gap.rawValue) << UInt64(count * 4)
            count += 1
            switch count {
            case 10: ends.ten = end
            case 12: ends.twelve = end
            case 14: ends.fourteen = end
            default: break
            }
        }

        func end(_ length: Int) -> Int { length == 10 ? ends.ten : length == 12 ? ends.twelve : ends.fourteen }

        func value(_ index: Int) -> UInt8 { UInt8(values >> UInt64(index * 4) & 0xF) }

        /// What stands before a digit.
        func gap(_ index: Int) -> Parting { Parting(rawValue: UInt8(gaps >> UInt64(index * 4) & 0xF)) ?? .none }

        /// Whether the digits can end here, and aren't the beginning of a longer run.
        func canEnd(_ length: Int) -> Bool { count == length || count > length && gap(length) != .none }

        /// Ten of them, as they are packed here.
        func ten(from index: Int) -> UInt64 { values >> UInt64(index * 4) & 0xFF_FFFF_FFFF }

        /// Where the ten digits from one on are parted: a bit for each place, 1 to 9.
        func parted(from index: Int) -> Int {
            (1...9).reduce(0) { gap(index + $1) == .none ? $0 : $0 | 1 << $1 }
        }
    }

    /// - Parameters:
    ///   - digits: from where the number begins.
    ///   - century: how many of them are a century, 0 or 2.
    ///   - suffix: how many belong to a VAT number's end, 0 or 2.
    ///   - country: where `SE` before it begins.
    ///   - before: what parts it from digits before it; `nil` where there are none.
    init?(_ read: Digits, from start: Int, century: Int, suffix: Int, country: Int?, before: Parting?) {
        let length = century + 10 + suffix
        guard read.count >= length, read.canEnd(length) else { return nil }
        packed = read.ten(from: century)
        range = start..<read.end(length)
        self.country = country
        self.suffix = suffix == 0 ? nil : Int(read.value(length - 2)) * 10 + Int(read.value(length - 1))
        year = century == 0 ? nil : (0..<4).reduce(0) { $0 * 10 + Int(read.value($1)) }
        separator = read.gap(century + 6)
        dayParting = read.gap(century + 4)
        hasPairs = read.gap(century + 8) != .none && read.gap(century + 9) == .none
        form = Self.form(read, century: century, suffix: suffix)
        let alike = read.gap(century + 4)
        let after = read.count > length ? read.gap(length) : .none
        isAmongOthers = alike != .none && (before == alike || after == alike)
    }

    private static func form(_ read: Digits, century: Int, suffix: Int) -> Form {
        let isSpelled = read.parted(from: century) == 0b11_1111_1110
        if century > 0, !isSpelled, read.gap(1) != .none || read.gap(3) != .none { return .other }
        // Such signs part numbers of a list, or a time's hours and minutes.
        if [0, 2, 4, 8].contains(where: { century + $0 > 0 && read.gap(century + $0) == .sign }) { return .other }
        if suffix > 0, ![.none, .space, .dash].contains(read.gap(century + 10)) || read.gap(century + 11) != .none {
            return .other
        }
        let first = century == 0 ? Parting.none : read.gap(century)
        let (month, day, last, half) = (
            read.gap(century + 2), read.gap(century + 4), read.gap(century + 6), read.gap(century + 8)
        )
        switch read.parted(from: century) {
        case 0: return first == .none ? .plain : .grouped
        case 0b1_000000: return first == .none ? .split : .grouped
        // 98 74
        case 0b1_0100_0000: return .grouped
        // 81 12 28
        case 0b1_0100, 0b101_0100: return month == day && (first == .none || first == month) ? .grouped : .other
        case 0b1_0101_0100:
            return month == day && (half == month || half == last) && (first == .none || first == month)
                ? .grouped : .other
        // 8112 28-9874
        case 0b101_0000: return day == last || last == .dash ? .grouped : .other
        // 1981 1228 9874; with six figures so it is how telephone numbers are written.
        case 0b100_0100: return century > 0 || last == .dash ? .grouped : .other
        // 811 228 9874
        case 0b100_1000: return read.gap(century + 3) == last || last == .dash ? .grouped : .other
        // 8 1 1 2 2 8 - 9 8 7 4
        case _ where isSpelled: return .grouped
        default: return .other
        }
    }

    /// One of the ten digits.
    func digit(_ index: Int) -> Int { Int(packed >> UInt64(index * 4) & 0xF) }

    /// The ten digits, ASCII, without century and suffix.
    package var digits: String { String(decoding: (0..<10).map { 48 + UInt8(digit($0)) }, as: UTF8.self) }
}
