/// Which room each station stands in, so that no room holds more seats than it has.
///
/// Bin packing by branch and bound: largest station first, tightest room first. A meeting has a few tens of stations,
/// and their sizes leave slack, so the first descent nearly always ends well.
struct RoomPacking: Sendable {
    /// Seats of each station.
    let stations: [Int]
    /// Seats of each room.
    let rooms: [Int]
    private var steps = 0
    private static let limit = 20_000

    init(stations: [Int], rooms: [Int]) {
        self.stations = stations
        self.rooms = rooms
    }

    /// A room per station, `nil` where none was found; none exists unless the search was cut short.
    mutating func solve() -> [Int]? {
        steps = 0
        guard stations.reduce(0, +) <= rooms.reduce(0, +) else { return nil }
        let order = stations.indices.sorted { (-stations[$0], $0) < (-stations[$1], $1) }
        var free = rooms
        var placed = Array(repeating: -1, count: stations.count)
        return descend(order[...], &free, &placed) ? placed : nil
    }

    /// True when the last search ended by its limit instead of by running out of cases.
    var wasCutShort: Bool { steps >= Self.limit }

    private mutating func descend(_ rest: ArraySlice<Int>, _ free: inout [Int], _ placed: inout [Int]) -> Bool {
        guard let station = rest.first else { return true }
        var tried = Set<Int>()
        for room in free.indices.sorted(by: { (free[$0], $0) < (free[$1], $1) }) where free[room] >= stations[station] {
            // Two rooms with the same space left lead to the same cases.
            guard tried.insert(free[room]).inserted else { continue }
            steps += 1
            guard steps < Self.limit, !Task.isCancelled else { return false }
            free[room] -= stations[station]
            placed[station] = room
            if descend(rest.dropFirst(), &free, &placed) { return true }
            free[room] += stations[station]
        }
        return false
    }

    /// The fewest seats that, added to one room, make the stations fit; `nil` where there is no room at all.
    func smallestExtension() -> (room: Int, seats: Int)? {
        var best: (room: Int, seats: Int)?
        for room in rooms.indices {
            if Task.isCancelled { return best }
            var low = 1
            var high = max(1, stations.reduce(0, +))
            while low < high {
                let middle = (low + high) / 2
                if fits(adding: middle, to: room) { high = middle } else { low = middle + 1 }
            }
            if low < best?.seats ?? .max { best = (room, low) }
        }
        return best
    }

    private func fits(adding seats: Int, to room: Int) -> Bool {
        var larger = rooms
        larger[room] += seats
        var packing = RoomPacking(stations: stations, rooms: larger)
        return packing.solve() != nil
    }
}
