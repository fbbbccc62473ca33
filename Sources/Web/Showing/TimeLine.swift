import Procurement

/// When contracts run out, drawn month by month or quarter by quarter: each a box with its number in the table beside, or, where
/// they are too many to be told apart, a column with their count.
struct TimeLine {
    let ends: [CalendarDate]
    let from: CalendarDate
    let months: Int
    let reader: Reader

    /// So many boxes can be told apart.
    private static let mostBoxes = 40
    /// Units of the drawing.
    private static let (step, box, height) = (32, 18, 90)

    /// What the template `contracts` draws; `nil` where nothing runs out in the time.
    var fields: Fields? {
        let span = months > 12 ? 3 : 1
        let start = Self.index(from) / span
        let slots = Self.index(from.adding(months: months)) / span - start + 1
        guard slots > 1, slots <= 60 else { return nil }
        var numbers = [[Int]](repeating: [], count: slots)
        for (number, day) in ends.enumerated() {
            let slot = Self.index(day) / span - start
            if numbers.indices.contains(slot) { numbers[slot].append(number + 1) }
        }
        guard let most = numbers.map(\.count).max(), most > 0 else { return nil }
        let areBoxes = ends.count <= Self.mostBoxes
        let top = 16
        let height = areBoxes ? most * Self.box : Self.height
        var boxes: [Fields] = []
        for (slot, contracts) in numbers.enumerated() where !contracts.isEmpty {
            if areBoxes {
                for (place, number) in contracts.enumerated() {
                    boxes.append(box(slot, top + height - (place + 1) * Self.box, Self.box - 3, "\(number)"))
                }
            } else {
                let tall = max(3, contracts.count * height / most)
                boxes.append(box(slot, top + height - tall, tall, reader.count(contracts.count), isColumn: true))
            }
        }
        let floor = top + height
        return [
            "boxes": Fields.Value(boxes), "width": Fields.Value(slots * Self.step),
            "height": Fields.Value(floor + 32), "floor": Fields.Value(floor), "areBoxes": .flag(areBoxes),
            "ticks": Fields.Value(
                (0..<slots).map { slot in
                    let month = (start + slot) * span
                    let isNamed = slot == 0 || month % 12 < span
                    return [
                        "x": Fields.Value(slot * Self.step + Self.step / 2), "y": Fields.Value(floor + 14),
                        "yearY": Fields.Value(floor + 28),
                        "word": .text(span == 1 ? reader.shortMonth(month % 12 + 1) : quarter(month % 12 / 3 + 1)),
                        "year": Fields.Value(isNamed ? "\(month / 12)" : nil),
                    ]
                }),
        ]
    }

    private func box(_ slot: Int, _ y: Int, _ height: Int, _ text: String, isColumn: Bool = false) -> Fields {
        [
            "x": Fields.Value(slot * Self.step + 4), "y": Fields.Value(y), "height": Fields.Value(height),
            "middle": Fields.Value(slot * Self.step + Self.step / 2),
            "base": Fields.Value(isColumn ? y - 4 : y + height - 3), "text": .text(text),
        ]
    }

    private func quarter(_ number: Int) -> String { reader.pick(sv: "kv\(number)", en: "Q\(number)") }

    /// Months since the year 0.
    private static func index(_ day: CalendarDate) -> Int { day.civil.year * 12 + day.civil.month - 1 }
}
