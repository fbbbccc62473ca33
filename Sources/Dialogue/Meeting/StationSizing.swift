import Procurement

/// How many companies each station takes at once, and in which room it stands.
struct StationSizing: Sendable {
    /// What one station must and would like to take.
    struct Demand: Sendable {
        /// Visits over the day that must be possible: companies of its own table, and those placed by hand.
        var required: Int
        /// Visits over the day if everyone got what it matches best.
        var wished: Int
        /// Seats without which a placement by hand can't be: the most in one slot.
        var placedAtOnce: Int
        /// Given by the organiser.
        var fixed: Int?
    }

    enum Outcome: Sendable {
        /// Seats and room (none where rooms are not planned) per station.
        case fits(seats: [Int], rooms: [Int?])
        /// The station of this index needs this many seats.
        case stationTooSmall(station: Int, needed: Int)
        /// The rooms don't hold even the least sizes. `proven` is false when the search was cut short.
        case roomsTooSmall(needed: Int, room: Int, seats: Int, proven: Bool)
    }

    let demands: [Demand]
    let slots: Int
    let rooms: [Int]

    func solve() -> Outcome {
        let least = demands.map { max(1, $0.placedAtOnce, ($0.required + slots - 1) / slots) }
        for (index, demand) in demands.enumerated() {
            if let fixed = demand.fixed, fixed < least[index] {
                return .stationTooSmall(station: index, needed: least[index])
            }
        }
        var seats = demands.indices.map { index in
            demands[index].fixed ?? max(least[index], (demands[index].wished + slots - 1) / slots)
        }
        if rooms.isEmpty { return .fits(seats: seats, rooms: seats.map { _ in nil }) }
        while true {
            var packing = RoomPacking(stations: seats, rooms: rooms)
            if let placed = packing.solve() { return .fits(seats: seats, rooms: placed) }
            // Nobody will look at it.
            if Task.isCancelled { return .fits(seats: seats, rooms: seats.map { _ in nil }) }
            // The station furthest above its least gives up a seat.
            let spare = demands.indices.filter { demands[$0].fixed == nil && seats[$0] > least[$0] }
            guard let widest = spare.max(by: { (seats[$0] - least[$0], -$0) < (seats[$1] - least[$1], -$1) }) else {
                let proven = !packing.wasCutShort
                guard let (room, extra) = packing.smallestExtension() else {
                    return .fits(seats: seats, rooms: seats.map { _ in nil })
                }
                return .roomsTooSmall(
                    needed: seats.reduce(0, +), room: room, seats: rooms[room] + extra, proven: proven)
            }
            seats[widest] -= 1
        }
    }
}
