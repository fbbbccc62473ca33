import API
import Foundation

/// What an answer rests on, for people.
struct DataAge {
    let language: TextLanguage

    /// `Underlag till och med 2021-10-22 (dataversion 43).`
    func sentence(_ through: Day?, generation: Int) -> String {
        guard let through else {
            return language.pick(
                "Underlaget har inga daterade annonser (dataversion \(generation)).",
                "There are no dated notices in the data (generation \(generation)).")
        }
        return language.pick(
            "Underlag till och med \(through) (dataversion \(generation)).",
            "Data through \(through) (generation \(generation)).")
    }

    /// From so many days on the data are called old.
    static let oldDays = 45

    /// How many days before a day; nil for a day that can't be told.
    static func days(from day: Day, to now: Date) -> Int? {
        (try? Date(day.text + "T00:00:00Z", strategy: .iso8601)).map { max(0, Int(now.timeIntervalSince($0)) / 86_400) }
    }

    /// `data through 2021-10-22, 90 days old: older than 45 days`
    func status(_ through: Day?, today: Date) -> String {
        guard let through, let days = Self.days(from: through, to: today) else {
            return language.pick("inga daterade annonser i underlaget", "no dated notices in the data")
        }
        let age = language.pick(
            "underlag till och med \(through), \(days) dagar gammalt", "data through \(through), \(days) days old")
        return days < Self.oldDays
            ? age : age + language.pick("; äldre än \(Self.oldDays) dagar", "; older than \(Self.oldDays) days")
    }

    /// `Frågat för Umeå kommun, SE331.`
    func setting(_ setting: QuestionSetting?) -> String? {
        guard let setting else { return nil }
        let parts = [setting.buyer?.name ?? setting.buyer?.id].compactMap { $0 } + (setting.nuts ?? [])
        guard !parts.isEmpty else { return nil }
        let list = parts.joined(separator: ", ")
        return language.pick("Frågat för \(list).", "Asked for \(list).")
    }
}
