import API
import Procurement

/// What stands in one field of a table. Nothing, withheld and zero are three things.
package enum Cell: Sendable, Hashable {
    /// Nothing is known, or nothing is to be said.
    case none
    /// Somebody keeps it back.
    case withheld
    case text(String)
    case whole(Int)
    /// A score or a share, such as 0.484.
    case points(Points)
    /// A plain decimal as the contract writes it, such as `1250000.00`: exact, never a floating-point number.
    case decimal(String)
    case day(CalendarDate)
    /// In UTC.
    case moment(Moment)
    case flag(Bool)

    /// The text; nothing where there is none.
    package init(_ text: String?) { self = text.flatMap { $0.isEmpty ? nil : .text($0) } ?? .none }

    /// The texts one after the other; nothing where there are none.
    package init(_ texts: [String], by separator: String = ", ") { self.init(texts.joined(separator: separator)) }

    /// The number; nothing where there is none.
    package init(_ number: Int?) { self = number.map(Cell.whole) ?? .none }

    /// The day; nothing where there is none.
    package init(_ day: CalendarDate?) { self = day.map(Cell.day) ?? .none }

    /// The amount without its currency.
    package init(_ value: Disclosure<Amount>?) {
        switch value {
        case .stated(let amount): self = .decimal(amount.amount)
        case .withheld: self = .withheld
        case nil: self = .none
        }
    }
}

extension String {
    /// As files can hold it: without the characters that XML has no place for, with line feeds alone as ends of lines.
    var inCell: String {
        let isPlain = unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value < 0x80 }
        if isPlain { return self }
        var text = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in unicodeScalars {
            switch scalar.value {
            case 0x0A where previous == "\r": break
            case 0x0A, 0x0D: text.append("\n")
            case 0x09: text.append("\t")
            case 0x00..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: text.append("\u{FFFD}")
            default: text.append(scalar)
            }
            previous = scalar
        }
        return String(text)
    }
}
