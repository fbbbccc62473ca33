import Procurement

extension MeetingRequest {
    /// Refuses what makes no sense, all faults at once.
    func check() throws(DialogueError) {
        var check = RequestCheck()
        check.require(capacity >= 0, "capacity", "\(capacity) is negative")
        check.require(slots.count <= 64, "slots", "\(slots.count) slots; at most 64")
        check.require(visitsPerCompany >= 0, "visitsPerCompany", "\(visitsPerCompany) is negative")
        check.require(
            stations.isEmpty || visitsPerCompany <= slots.count, "visitsPerCompany",
            "\(visitsPerCompany) visits need as many slots; there are \(slots.count)")
        for (path, value) in [
            ("smallSharePermille", smallSharePermille), ("newcomerSharePermille", newcomerSharePermille),
        ] {
            check.require((0...1000).contains(value), path, "\(value) is outside 0…1000")
        }
        check.require(invitationPenalty >= 0, "invitationPenalty", "\(invitationPenalty) is negative")
        check.require(reservesPerCategory >= 0, "reservesPerCategory", "\(reservesPerCategory) is negative")
        check.unique(categories.map(\.id), "categories")
        check.unique(stations.map(\.id), "stations")
        check.unique(rooms.map(\.id), "rooms")
        check.unique(slots.map(\.id), "slots")
        check.unique(candidates.map(\.company.id), "candidates")
        check.unique(registrations.map(\.company.id), "registrations")
        check.unique(stations.compactMap(\.category), "stations by category")
        let known = Set(categories.map(\.id))
        for (index, category) in categories.enumerated() {
            check.require(category.floor >= 0, "categories[\(index)].floor", "\(category.floor) is negative")
        }
        for (index, room) in rooms.enumerated() {
            check.require(room.seats >= 0, "rooms[\(index)].seats", "\(room.seats) is negative")
        }
        for (index, station) in stations.enumerated() { check.station(station, at: index, known) }
        for (index, candidate) in candidates.enumerated() { check.candidate(candidate, at: index) }
        for (index, registration) in registrations.enumerated() {
            for wish in registration.wishes where !known.contains(wish) {
                check.require(false, "registrations[\(index)].wishes", "no category “\(wish)” at this meeting")
            }
        }
        checkEdits(&check)
        try check.finish()
    }

    private func checkEdits(_ check: inout RequestCheck) {
        let people = Set(candidates.map(\.company.id)).union(registrations.map(\.company.id))
        let categories = Set(categories.map(\.id))
        let stations = Set(stations.map(\.id))
        let slots = Set(slots.map(\.id))
        var excluded = Set<SupplierID>()
        var wanted = Set<SupplierID>()
        var moves: [SupplierID] = []
        for (index, edit) in edits.enumerated() {
            let path = "edits[\(index)]"
            check.require(people.contains(edit.supplier), path, "no supplier “\(edit.supplier)” in this request")
            switch edit.change {
            case .exclude(let supplier): excluded.insert(supplier)
            case .pin(let supplier): wanted.insert(supplier)
            case .move(let supplier, let category):
                wanted.insert(supplier)
                moves.append(supplier)
                check.require(categories.contains(category), path, "no category “\(category)” at this meeting")
            case .place(let supplier, let station, let slot):
                wanted.insert(supplier)
                check.require(stations.contains(station), path, "no station “\(station)” at this meeting")
                check.require(slots.contains(slot), path, "no slot “\(slot)” in the programme")
            }
        }
        check.unique(moves, "edits that move")
        for supplier in excluded.intersection(wanted).sorted() {
            check.require(false, "edits", "“\(supplier)” is both excluded and wanted; keep one")
        }
    }
}

extension RequestCheck {
    fileprivate mutating func station(_ station: Station, at index: Int, _ known: Set<CategoryID>) {
        let path = "stations[\(index)]"
        if let seats = station.seats { require(seats > 0, "\(path).seats", "\(seats): a station seats at least one") }
        let named: [CategoryID] =
            switch station.subject {
            case .category(let category): [category]
            case .project(_, let categories): categories
            }
        for category in named {
            require(known.contains(category), "\(path).subject", "no category “\(category)” at this meeting")
        }
    }

    fileprivate mutating func candidate(_ candidate: MeetingCandidate, at index: Int) {
        require(
            candidate.timesInvited >= 0, "candidates[\(index)].timesInvited", "\(candidate.timesInvited) is negative")
        unique(candidate.scores.map(\.category), "candidates[\(index)].scores")
        for score in candidate.scores { self.score(score.score, "candidates[\(index)].scores.\(score.category)") }
        for score in candidate.stationScores {
            self.score(score.score, "candidates[\(index)].stationScores.\(score.station)")
        }
    }
}
