import API
import Foundation
import Procurement
import Sheets

/// Numbers, days and amounts in the form that the reader of a page is used to.
struct Reader: Sendable {
    let language: TextLanguage

    func pick(sv: String, en: String) -> String { language.pick(sv: sv, en: en) }

    /// `9 036` in Swedish (with a space that doesn't break), `9,036` in English.
    func count(_ number: Int) -> String { GroupedNumber.text(number, separator: pick(sv: "\u{A0}", en: ",")) }

    /// Two decimals: `0,69`. Halves are rounded up.
    func points(_ points: Points) -> String {
        let hundredths = (points.millionths.magnitude + 5000) / 10_000
        let rest = hundredths % 100
        return (points.millionths < 0 && hundredths > 0 ? "−" : "") + "\(hundredths / 100)" + pick(sv: ",", en: ".")
            + (rest < 10 ? "0\(rest)" : "\(rest)")
    }

    /// `22 oktober 2021`, `22 October 2021`.
    func day(_ day: CalendarDate) -> String {
        let parts = day.description.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return day.description }
        return "\(parts[2])\u{A0}\(month(parts[1]))\u{A0}\(parts[0])"
    }

    /// `30 november 2026 kl. 21:57`, by the clock of the machine that shows the page.
    func moment(_ moment: Moment) -> String {
        guard let instant = try? Date(moment.text, strategy: .iso8601) else { return moment.text }
        let zone = TimeZone.current
        let local = Moment(secondsSinceEpoch: Int(instant.timeIntervalSince1970) + zone.secondsFromGMT(for: instant))
        guard let day = CalendarDate(local.text) else { return moment.text }
        return self.day(day) + pick(sv: " kl.\u{A0}", en: ", ") + local.text.dropFirst(11).prefix(5)
    }

    private func month(_ number: Int) -> String {
        let sv = [
            "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober",
            "november",
            "december",
        ]
        let en = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ]
        return (1...12).contains(number) ? pick(sv: sv[number - 1], en: en[number - 1]) : "\(number)"
    }

    /// `dec`, `Dec`.
    func shortMonth(_ number: Int) -> String { String(month(number).prefix(3)) }

    /// `41 %` in Swedish, `41%` in English.
    func percent(_ share: Points) -> String {
        "\((share.millionths + 5000) / 10_000)" + pick(sv: "\u{A0}%", en: "%")
    }

    /// `1 250 000 SEK`; hundredths only where there are any.
    func amount(_ amount: Amount) -> String {
        let parts = amount.amount.split(separator: ".", maxSplits: 1)
        let whole = Int(parts.first ?? "").map(count) ?? amount.amount
        let rest = parts.count > 1 && parts[1] != "00" ? pick(sv: ",", en: ".") + parts[1] : ""
        return "\(whole)\(rest)\u{A0}\(amount.currency)"
    }

    /// An amount, that it is withheld, or `nil` where nothing is said.
    func value(_ value: Disclosure<Amount>?) -> String? {
        switch value {
        case .stated(let amount): self.amount(amount)
        case .withheld: pick(sv: "sekretess", en: "withheld")
        case nil: nil
        }
    }

    func size(_ size: SupplierSize?) -> String? { size.map { language.size($0) } }
}
