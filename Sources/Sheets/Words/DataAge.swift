import API
import Foundation
import Procurement

/// What an answer rests on, for people.
package struct DataAge {
    package let language: TextLanguage

    package init(language: TextLanguage) { self.language = language }

    /// `Underlag till och med 2021-10-22 (dataversion 43).`
    package func sentence(_ through: CalendarDate?, generation: Int) -> String {
        guard let through else {
            return language.pick(
                sv: "Underlaget har inga daterade annonser (dataversion \(generation)).",
                en: "There are no dated notices in the data (generation \(generation)).")
        }
        return language.pick(
            sv: "Underlag till och med \(through) (dataversion \(generation)).",
            en: "Data through \(through) (generation \(generation)).")
    }

    /// From so many days on the data are called old.
    package static let oldDays = 45

    /// Whether data of so many days are old.
    package static func isOld(_ days: Int) -> Bool { days >= oldDays }

    /// How many days a day lies back; 0 for one that is still to come.
    package static func days(from day: CalendarDate, to now: Date) -> Int {
        max(0, Int(now.timeIntervalSince1970) / 86_400 - Int(day.daysSinceEpoch))
    }

    /// `data through 2021-10-22, 90 days old: older than 45 days`
    package func status(_ through: CalendarDate?, today: Date) -> String {
        guard let through else {
            return language.pick(sv: "inga daterade annonser i underlaget", en: "no dated notices in the data")
        }
        let days = Self.days(from: through, to: today)
        let age = language.pick(
            sv: "underlag till och med \(through), \(days) dagar gammalt",
            en: "data through \(through), \(days) days old")
        return !Self.isOld(days)
            ? age : age + language.pick(sv: "; äldre än \(Self.oldDays) dagar", en: "; older than \(Self.oldDays) days")
    }

    /// `Frågat för Umeå kommun, SE331.`
    package func setting(_ setting: QuestionSetting?) -> String? {
        guard let setting else { return nil }
        let parts = [setting.buyer?.name ?? setting.buyer?.id].compactMap { $0 } + (setting.nuts ?? [])
        guard !parts.isEmpty else { return nil }
        let list = parts.joined(separator: ", ")
        return language.pick(sv: "Frågat för \(list).", en: "Asked for \(list).")
    }
}
