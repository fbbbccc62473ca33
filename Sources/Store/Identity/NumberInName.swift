import PersonalNumbers
import Procurement

/// Organisation numbers that stand inside a name: `Foo AB (556859-2918)`, `Bar, org.nr 640823-3234`.
///
/// Whatever looks like a Swedish number leaves the name, so that no name that is shown or found holds a
/// sole trader's personal number.
enum NumberInName {
    /// - Returns: the name without the numbers, and the first of them that is a valid Swedish one.
    static func split(_ text: String) -> (rest: String, number: OrganisationNumber?) {
        var number: OrganisationNumber?
        let rest = text.rewritten(
            { written in
                let candidate = OrganisationNumber(written.digits, country: HomeCountry.code)
                guard written.isPersonal || written.isOrganisation(candidate) else { return nil }
                number = number ?? candidate
                // A European company's legal form is no part of its number.
                guard let country = written.country, written.suffix != nil || country + 2 == written.range.lowerBound
                else { return written.range }
                return country..<written.range.upperBound
            }, with: " ")
        return rest.map { (tidied($0), number) } ?? (text, nil)
    }

    /// Takes away the words and brackets that introduced the number.
    private static func tidied(_ text: String) -> String {
        var words = text.replacing("()", with: " ").replacing("( )", with: " ").split(whereSeparator: \.isWhitespace)
        let introductions: Set = [
            "org", "orgnr", "nr", "no", "organisationsnummer", "organisationsnr", "pnr", "personnummer", "nummer",
        ]
        while let last = words.last {
            let bare = last.lowercased().filter(\.isLetter)
            let isPunctuation = bare.isEmpty && !last.contains(where: \.isNumber)
            guard words.count > 1, isPunctuation || introductions.contains(bare) else { break }
            words.removeLast()
        }
        var rest = words.joined(separator: " ")
        while let last = rest.last,
            last == "," || last == "-" || last == ":" || last == ";" || last == "(" || last == " "
        {
            rest.removeLast()
        }
        return rest
    }
}

extension WrittenNumber {
    /// Whether it is meant as an organisation number: a valid one in a row, or what has a dash where such numbers have it.
    /// Ten digits in a row may be a telephone number.
    fileprivate func isOrganisation(_ number: OrganisationNumber?) -> Bool {
        guard hasLikelySuffix, year.map({ (1600..<2100).contains($0) }) ?? true else { return false }
        return switch form {
        case .plain: number != nil
        case .split: separator == .dash
        case .grouped, .other: false
        }
    }
}
