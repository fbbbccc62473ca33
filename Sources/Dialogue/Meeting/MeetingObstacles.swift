import Procurement

/// Why a meeting can't be planned as asked, one constraint at a time, with the smallest change that helps.
///
/// The choice of companies misses as few units of floors and shares as can be; where it misses some, no remedy that
/// keeps the places and the stations is smaller.
struct MeetingObstacles: Sendable {
    private let roll: MeetingRoll
    private var request: MeetingRequest { roll.request }

    init(_ roll: MeetingRoll) { self.roll = roll }

    /// What can be seen without choosing: too many pins, placements that clash.
    func beforeSelection() -> [Infeasibility] {
        var found: [Infeasibility] = []
        if roll.forced > request.capacity { found.append(tooManyPins()) }
        return found + crowdedStations() + placements()
    }

    private func tooManyPins() -> Infeasibility {
        let pins = roll.forced - roll.seated.count
        // More places go to those who wait first.
        let needed = request.registrations.count + pins
        let open = request.capacity - roll.seated.count
        let queue =
            roll.waiting.isEmpty
            ? BilingualText(sv: "", en: "")
            : BilingualText(
                sv: " (de \(roll.waiting.count) på väntelistan går före)",
                en: " (the \(roll.waiting.count) on the waiting list come first)")
        return Infeasibility(
            constraint: .capacity, asked: request.capacity, possible: needed, isProven: true, alternatives: [],
            text: BilingualText(
                sv: "\(roll.seated.count) anmälda och \(pins) utvalda för hand får inte plats på "
                    + "\(request.capacity) platser. Höj antalet platser till \(needed)\(queue.sv) eller ta bort "
                    + "\(pins - open) av de utvalda.",
                en: "\(roll.seated.count) registered and \(pins) chosen by hand don't fit into "
                    + "\(request.capacity) places; raise the places to \(needed)\(queue.en) or drop "
                    + "\(pins - open) of those chosen."))
    }

    /// Stations that can't take all who were moved to their table by hand.
    private func crowdedStations() -> [Infeasibility] {
        request.categories.enumerated().compactMap { table, category in
            let moved = roll.members.count { $0.isMoved && $0.options.contains { $0.table == table } }
            guard let ceiling = roll.ceiling(of: category.id), moved > ceiling,
                let station = roll.station(of: category.id)
            else { return nil }
            let slots = request.slots.count
            return self.station(station, needed: (moved + slots - 1) / slots)
        }
    }

    /// Placements by hand that clash with those before them.
    private func placements() -> [Infeasibility] {
        guard roll.hasRota else { return [] }
        let waiting = Set(roll.waiting.map(\.company.id))
        var placed = PlacedVisits(most: request.visitsPerCompany)
        return request.edits.compactMap { edit in
            guard case .place(let supplier, let station, let slot) = edit.change, !waiting.contains(supplier),
                let clash = placed.add(supplier, station, slot)
            else { return nil }
            let who = name(of: supplier)
            return Infeasibility(
                constraint: .placement(supplier: supplier, station: station, slot: slot), asked: 1, possible: 0,
                isProven: true, alternatives: [],
                text: BilingualText(
                    sv: "\(who) kan inte placeras vid \(station) i \(slot): företaget \(clash.sv). "
                        + "Ta bort placeringen eller ändra den andra.",
                    en: "\(who) can't be placed at \(station) in \(slot): the company \(clash.en). "
                        + "Drop the placement or change the other."))
        }
    }

    private func name(of supplier: SupplierID) -> String {
        request.candidates.first { $0.company.id == supplier }?.company.name
            ?? request.registrations.first { $0.company.id == supplier }?.company.name ?? supplier.rawValue
    }

    /// Floors and shares that the best choice misses.
    func unmet(in choice: SeatSelection.Result) -> [Infeasibility] {
        let alternatives = alternatives()
        var totals = request.categories.map { _ in 0 }
        for case .table(let table)? in choice.seats { totals[table] += 1 }
        var found: [Infeasibility] = []
        for (table, category) in request.categories.enumerated() where totals[table] < category.floor {
            let matching = roll.members.count { $0.options.contains { $0.table == table } }
            found.append(floor(category, possible: totals[table], matching: matching, alternatives: alternatives))
        }
        let chosen = zip(roll.members, choice.seats).filter { $0.1 != nil }.map(\.0.company)
        let small = chosen.count { roll.isSmall($0) }
        if small < roll.smallAsked {
            found.append(
                share(
                    .smallShare, BilingualText(sv: "små företag", en: "small firms"),
                    permille: request.smallSharePermille, asked: roll.smallAsked, possible: small,
                    matching: roll.members.count { roll.isSmall($0.company) }, alternatives: alternatives))
        }
        let newcomers = chosen.count(where: \.isNewcomer)
        if newcomers < roll.newcomersAsked {
            found.append(
                share(
                    .newcomerShare, BilingualText(sv: "nykomlingar", en: "newcomers"),
                    permille: request.newcomerSharePermille, asked: roll.newcomersAsked, possible: newcomers,
                    matching: roll.members.count(where: \.company.isNewcomer), alternatives: alternatives))
        }
        return found
    }

    private func floor(
        _ category: MeetingCategory, possible: Int, matching: Int, alternatives: [Relaxation]
    ) -> Infeasibility {
        let text: BilingualText
        if matching < category.floor {
            let less =
                possible < matching
                ? BilingualText(
                    sv: "; bredvid övriga villkor räcker det till \(possible)",
                    en: "; beside the other constraints \(possible) are left")
                : BilingualText(sv: "", en: "")
            text = BilingualText(
                sv:
                    "Golvet på \(category.floor) för \(category.name.sv) går inte att nå: \(Figure.candidates(matching).sv)\(less.sv). "
                    + "Sänk det till \(possible) eller bredda kategorin.",
                en:
                    "The floor of \(category.floor) for \(category.name.en) can't be met: \(Figure.candidates(matching).en)\(less.en); "
                    + "lower it to \(possible) or widen the category.")
        } else {
            text = BilingualText(
                sv: "Golvet på \(category.floor) för \(category.name.sv) går inte att nå tillsammans med övriga golv, "
                    + "andelar och anmälningar på \(request.capacity) platser, fast \(matching) passar. "
                    + "Sänk det till \(possible)\(Self.or(alternatives).sv).",
                en:
                    "The floor of \(category.floor) for \(category.name.en) can't be met together with the other floors, "
                    + "shares and registrations in \(request.capacity) places, although \(matching) match; "
                    + "lower it to \(possible)\(Self.or(alternatives).en).")
        }
        return Infeasibility(
            constraint: .categoryFloor(category: category.id), asked: category.floor, possible: possible,
            isProven: true,
            alternatives: alternatives, text: text)
    }

    private func share(
        _ constraint: Constraint, _ name: BilingualText, permille: Int, asked: Int, possible: Int, matching: Int,
        alternatives: [Relaxation]
    ) -> Infeasibility {
        let from = Figure.percent(permille: permille)
        let to = Figure.percent(permille: MeetingRequest.permille(possible, of: roll.size))
        let cause =
            matching < asked
            ? BilingualText(sv: "det finns \(matching) att tillgå", en: "there are \(matching)")
            : BilingualText(
                sv: "\(matching) finns, men platserna räcker inte bredvid golv, andra andelar och anmälningar",
                en: "there are \(matching), but the places don't suffice beside floors, other shares and registrations")
        return Infeasibility(
            constraint: constraint, asked: asked, possible: possible, isProven: true, alternatives: alternatives,
            text: BilingualText(
                sv: "Andelen \(name.sv) på \(from.sv), \(asked) av \(roll.size), går inte att nå: \(cause.sv). "
                    + "Sänk den till \(to.sv), \(possible) företag\(Self.or(alternatives).sv).",
                en: "The share of \(name.en) of \(from.en), \(asked) of \(roll.size), can't be met: \(cause.en); "
                    + "lower it to \(to.en), \(possible) companies\(Self.or(alternatives).en)."))
    }

    /// The single changes that would do instead: more places, or a larger station where its size is given.
    private func alternatives() -> [Relaxation] {
        var found: [Relaxation] = []
        if let places = fewestPlaces() {
            found.append(
                Relaxation(
                    constraint: .capacity, from: request.capacity, to: places,
                    text: BilingualText(sv: "höj antalet platser till \(places)", en: "raise the places to \(places)")))
        }
        for (index, station) in request.stations.enumerated() where roll.hasRota && station.category != nil {
            guard let seats = station.seats, isFeasible({ $0.stations[index].seats = nil }) else { continue }
            let low = least(seats + 1, max(seats + 1, request.capacity)) { number in
                isFeasible { $0.stations[index].seats = number }
            }
            found.append(
                Relaxation(
                    constraint: .stationSeats(station: station.id), from: seats, to: low,
                    text: BilingualText(
                        sv: "låt \(station.name.sv) ta \(low) företag åt gången",
                        en: "let \(station.name.en) take \(low) companies at once")))
        }
        return found
    }

    /// The fewest places with which the choice succeeds, if any number helps: galloping, then binary search (Bentley & Yao 1976,
    /// “An almost optimal algorithm for unbounded searching”).
    private func fewestPlaces() -> Int? {
        let most = request.capacity + roll.waiting.count + roll.members.count
        var step = 1
        while !isFeasible({ $0.capacity = min(most, request.capacity + step) }) {
            guard request.capacity + step < most else { return nil }
            step *= 2
        }
        return least(request.capacity + step / 2 + 1, min(most, request.capacity + step)) { number in
            isFeasible { $0.capacity = number }
        }
    }

    /// The least number that is feasible, by binary search; the last one is, and so are all above one that is.
    private func least(_ first: Int, _ last: Int, _ isFeasible: (Int) -> Bool) -> Int {
        var (low, high) = (first, last)
        while low < high {
            let middle = (low + high) / 2
            if isFeasible(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Anything is, once the task is cancelled: so every search for a remedy ends.
    private func isFeasible(_ change: (inout MeetingRequest) -> Void) -> Bool {
        if Task.isCancelled { return true }
        var changed = request
        change(&changed)
        let roll = MeetingRoll(changed)
        return roll.forced <= changed.capacity && roll.selection().solve().shortfall == 0
    }

    private static func or(_ alternatives: [Relaxation]) -> BilingualText {
        BilingualText(
            sv: alternatives.map { ", eller \($0.text.sv)" }.joined(),
            en: alternatives.map { ", or \($0.text.en)" }.joined())
    }

    /// Stations or rooms that are too small.
    func unmet(in sizing: StationSizing.Outcome) -> [Infeasibility] {
        switch sizing {
        case .fits: []
        case .stationTooSmall(let index, let needed): [station(request.stations[index], needed: needed)]
        case .roomsTooSmall(let needed, let room, let seats, let proven):
            [self.room(request.rooms[room], needed: needed, seats: seats, proven: proven)]
        }
    }

    private func station(_ station: Station, needed: Int) -> Infeasibility {
        let seats = station.seats ?? 0
        return Infeasibility(
            constraint: .stationSeats(station: station.id), asked: seats, possible: needed, isProven: true,
            alternatives: [],
            text: BilingualText(
                sv:
                    "\(station.name.sv) tar \(seats) företag åt gången i \(request.slots.count) pass, men fler ska dit. "
                    + "Låt stationen ta \(needed) åt gången.",
                en:
                    "\(station.name.en) takes \(seats) companies at once in \(request.slots.count) slots, but more must "
                    + "go there; let it take \(needed) at once."))
    }

    private func room(_ room: Room, needed: Int, seats: Int, proven: Bool) -> Infeasibility {
        let total = request.rooms.reduce(0) { $0 + $1.seats }
        return Infeasibility(
            constraint: .roomSeats(room: room.id), asked: room.seats, possible: seats, isProven: proven,
            alternatives: [],
            text: BilingualText(
                sv:
                    "Stationerna behöver minst \(needed) platser på en gång och går inte att ställa upp i rummen, som har "
                    + "\(total). Det räcker att \(room.name) får \(seats) platser i stället för \(room.seats).",
                en: "The stations need at least \(needed) seats at once and can't be set up in the rooms, which have "
                    + "\(total). It is enough that \(room.name) gets \(seats) seats instead of \(room.seats)."))
    }
}

/// The visits that were placed by hand so far.
private struct PlacedVisits {
    let most: Int
    private var slotsOf: [SupplierID: [SlotID]] = [:]
    private var stationsOf: [SupplierID: [StationID]] = [:]

    init(most: Int) { self.most = most }

    /// Adds a visit, or says why it clashes with those before it.
    mutating func add(_ supplier: SupplierID, _ station: StationID, _ slot: SlotID) -> BilingualText? {
        if slotsOf[supplier, default: []].contains(slot) {
            return BilingualText(sv: "är redan placerat på annat håll då", en: "is already placed elsewhere then")
        }
        if stationsOf[supplier, default: []].contains(station) {
            return BilingualText(sv: "är redan placerat där", en: "is already placed there")
        }
        if stationsOf[supplier, default: []].count == most {
            return BilingualText(sv: "har redan sina \(most) besök", en: "already has its \(most) visits")
        }
        slotsOf[supplier, default: []].append(slot)
        stationsOf[supplier, default: []].append(station)
        return nil
    }
}
