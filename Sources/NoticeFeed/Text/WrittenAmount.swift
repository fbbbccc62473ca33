/// What a text says an amount is, as people and portals type it: `10 000 000,50`, `1.250.000,00`, `49 700:-`.
///
/// Thousands are parted in groups of three. What could be two different numbers is none.
enum WrittenAmount: Equatable {
    /// One number, as a plain decimal such as `1250000.50`.
    case number(String)
    /// One mark with three digits after it, `49.700`: surely no number with three decimals, for money has none. These
    /// thousands, unless it was mistyped.
    case likelyThousands(String)
    /// No number, or one that could be two.
    case unclear

    /// Which characters stand between digits.
    struct Marks {
        var decimal: Set<Character>
        /// What parts thousands. A space means any white space, also one that doesn't break.
        var thousands: Set<Character>

        /// All that is used anywhere in Europe.
        static let any = Marks(decimal: [".", ","], thousands: [".", ",", " ", "'", "’"])
        /// As programs write numbers.
        static let plain = Marks(decimal: ["."], thousands: [])
    }

    init(_ text: String, _ marks: Marks = .any) {
        if marks.decimal.contains("."), Self.isPlain(text) {
            self = .number(text)
            return
        }
        guard let runs = Self.runs(of: text, marks) else {
            self = .unclear
            return
        }
        switch Self.reading(runs, marks) {
        case .number(let plain): self = .number(runs.sign + plain)
        case .likelyThousands(let plain): self = .likelyThousands(runs.sign + plain)
        case .unclear: self = .unclear
        }
    }

    /// Digits with a point and one or two more after it, or without, as most amounts are written.
    private static func isPlain(_ text: String) -> Bool {
        var digits = 0
        var decimals: Int?
        for byte in text.utf8 {
            switch byte {
            case 48...57:
                if let count = decimals { decimals = count + 1 } else { digits += 1 }
            case UInt8(ascii: ".") where decimals == nil: decimals = 0
            default: return false
            }
        }
        return digits > 0 && decimals.map { $0 == 1 || $0 == 2 } ?? true
    }

    /// Runs of digits, and what stands between each two.
    private struct Runs {
        var sign = ""
        var digits: [Substring] = []
        var marks: [Character] = []
    }

    private static func runs(of text: String, _ marks: Marks) -> Runs? {
        var rest = text.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        var runs = Runs()
        if rest.first == "-" || rest.first == "+" { runs.sign = rest.removeFirst() == "-" ? "-" : "" }
        // 49 700:- and 49 700,- are whole kronor.
        if rest.hasSuffix(":-") || rest.hasSuffix(",-") || rest.hasSuffix(".-") { rest.removeLast(2) }
        while true {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            guard !digits.isEmpty else { return nil }
            runs.digits.append(digits)
            rest = rest[digits.endIndex...]
            guard let mark = rest.first else { return runs }
            if mark.isWhitespace {
                guard marks.thousands.contains(" ") else { return nil }
                runs.marks.append(" ")
                rest = rest.drop(while: \.isWhitespace)
            } else {
                guard marks.decimal.contains(mark) || marks.thousands.contains(mark) else { return nil }
                runs.marks.append(mark)
                rest.removeFirst()
            }
        }
    }

    private static func reading(_ runs: Runs, _ marks: Marks) -> WrittenAmount {
        guard let last = runs.marks.last, let end = runs.digits.last else { return .number(runs.digits.joined()) }
        let isRepeated = runs.marks.count > 1 && runs.marks.allSatisfy { $0 == last }
        if isRepeated || !marks.decimal.contains(last) {
            let isGrouped = runs.marks.allSatisfy { $0 == last } && marks.thousands.contains(last)
            return isGrouped && parts(runs.digits[...]) ? .number(runs.digits.joined()) : .unclear
        }
        let whole = runs.digits.dropLast()
        if let part = runs.marks.first, runs.marks.count > 1 {
            guard runs.marks.dropLast().allSatisfy({ $0 == part }), marks.thousands.contains(part), parts(whole) else {
                return .unclear
            }
        }
        if end.count == 3, parts(runs.digits[...]), whole.first?.first != "0" {
            return .likelyThousands(runs.digits.joined())
        }
        return .number(whole.joined() + "." + end)
    }

    /// Whether the runs can be thousands: one to three digits, then three in each.
    private static func parts(_ runs: ArraySlice<Substring>) -> Bool {
        runs.first.map { $0.count <= 3 } == true && runs.dropFirst().allSatisfy { $0.count == 3 }
    }
}
