import API

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

    /// `Frågat för Umeå kommun, SE331.`
    func setting(_ setting: QuestionSetting?) -> String? {
        guard let setting else { return nil }
        let parts = [setting.buyer?.name ?? setting.buyer?.id].compactMap { $0 } + (setting.nuts ?? [])
        guard !parts.isEmpty else { return nil }
        let list = parts.joined(separator: ", ")
        return language.pick("Frågat för \(list).", "Asked for \(list).")
    }
}
