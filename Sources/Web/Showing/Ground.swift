import API
import Foundation
import Procurement
import Sheets

/// What an answer rests on, in a sentence: until which day, for whom it was asked, how many were compared.
struct GroundText {
    let reader: Reader

    func sentence(
        _ through: CalendarDate?, generation: Int, setting: QuestionSetting? = nil, considered: Int? = nil
    ) -> String {
        var sentences: [String] = []
        if let considered {
            let count = reader.count(considered)
            sentences.append(reader.pick(sv: "\(count) leverantörer jämförda.", en: "\(count) suppliers compared."))
        }
        if let through {
            let day = reader.day(through)
            sentences.append(
                reader.pick(
                    sv: "Underlag till och med \(day) (dataversion \(generation)).",
                    en: "Data through \(day) (generation \(generation))."))
        } else {
            sentences.append(
                reader.pick(sv: "Underlaget har inga daterade annonser.", en: "There are no dated notices in the data.")
            )
        }
        let asked = [setting?.buyer?.name ?? setting?.buyer?.id].compactMap { $0 } + (setting?.nuts ?? [])
        if !asked.isEmpty {
            let list = asked.joined(separator: ", ")
            sentences.append(reader.pick(sv: "Frågat för \(list).", en: "Asked for \(list)."))
        }
        return sentences.joined(separator: " ")
    }

    /// Says that the data are old, where they are.
    func warning(_ through: CalendarDate?, today: Date = Date()) -> String? {
        guard let through else { return nil }
        let days = DataAge.days(from: through, to: today)
        guard DataAge.isOld(days) else { return nil }
        let age =
            days > 730
            ? reader.pick(sv: "\(days / 365) år", en: "\(days / 365) years")
            : reader.pick(sv: "\(days) dagar", en: "\(days) days")
        return reader.pick(
            sv: "Underlaget är \(age) gammalt. Företag som tillkommit sedan dess saknas.",
            en: "The data are \(age) old. Companies that have come since are missing.")
    }
}
