import Procurement

/// A Swedish organisation number that passes every check and can be nobody's.
///
/// The first digit of a legal person's number tells its kind (Skatteverket, SKV 709): 1, 2, 3, 5, 6, 7, 8 and 9 are
/// in use, 4 is not. A sole trader's number begins with a date of birth; here it is day 99 of month 19.
struct MadeNumber: Hashable {
    /// Ten digits, the last a Luhn check digit.
    let digits: String
    let isPersonal: Bool

    static func buyer(_ sequence: Int) -> MadeNumber {
        MadeNumber(body: "4990000\(padded(sequence, 2))", isPersonal: false)
    }

    static func supplier(_ sequence: Int) -> MadeNumber {
        MadeNumber(body: "4999\(padded(sequence * 37 + 1003, 5))", isPersonal: false)
    }

    /// One of a hundred thousand and more, for whole countries; `nil` for the few that would be taken for made up.
    static func firm(_ sequence: Int) -> MadeNumber? {
        let body = "484\(padded((sequence * 7919 + 104_729) % 1_000_000, 6))"
        return OrganisationNumber(body + checkDigit(body), country: "SE") == nil
            ? nil : MadeNumber(body: body, isPersonal: false)
    }

    /// - Parameter year: two digits.
    static func soleTrader(year: Int, _ sequence: Int) -> MadeNumber {
        MadeNumber(body: "\(padded(year, 2))1999\(padded(sequence * 5 + 101, 3))", isPersonal: true)
    }

    /// `499900-1234`.
    var dashed: String { "\(digits.prefix(6))-\(digits.suffix(4))" }

    /// `SE499900123401`, a VAT number.
    var vat: String { "SE\(digits)01" }

    /// With the century before it: `164999001234`, for a person `195119991234`.
    var long: String { (isPersonal ? "19" : "16") + digits }

    private init(body: String, isPersonal: Bool) {
        digits = body + Self.checkDigit(body)
        self.isPersonal = isPersonal
        let read = OrganisationNumber(digits, country: "SE")
        precondition(
            read?.number == digits && read?.isPersonal == isPersonal, "\(digits) would not be taken for a number")
    }

    private static func checkDigit(_ body: String) -> String {
        var sum = 0
        for (index, digit) in body.utf8.enumerated() {
            let value = Int(digit - 48) * (index.isMultiple(of: 2) ? 2 : 1)
            sum += value > 9 ? value - 9 : value
        }
        return String((10 - sum % 10) % 10)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
