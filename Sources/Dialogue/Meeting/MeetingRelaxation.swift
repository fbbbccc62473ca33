import Procurement

extension MeetingRequest {
    /// The request with a person's consent to the changes that were named.
    package func relaxed(by remedies: [Infeasibility]) -> MeetingRequest {
        let size = MeetingRoll(self).size
        var request = self
        for remedy in remedies {
            switch remedy.constraint {
            case .capacity: request.capacity = remedy.possible
            case .categoryFloor(let id):
                for index in request.categories.indices where request.categories[index].id == id {
                    request.categories[index].floor = remedy.possible
                }
            case .smallShare: request.smallSharePermille = Self.permille(remedy.possible, of: size)
            case .newcomerShare: request.newcomerSharePermille = Self.permille(remedy.possible, of: size)
            case .stationSeats(let id):
                for index in request.stations.indices where request.stations[index].id == id {
                    request.stations[index].seats = remedy.possible
                }
            case .roomSeats(let id):
                for index in request.rooms.indices where request.rooms[index].id == id {
                    request.rooms[index].seats = remedy.possible
                }
            case .placement(let supplier, let station, let slot):
                let change = MeetingEdit.Change.place(supplier: supplier, station: station, slot: slot)
                if let index = request.edits.lastIndex(where: { $0.change == change }) {
                    request.edits.remove(at: index)
                }
            default: break
            }
        }
        return request
    }

    /// The greatest share, in permille, that asks for no more than `count` of `size`.
    static func permille(_ count: Int, of size: Int) -> Int { size == 0 ? 0 : min(1000, count * 1000 / size) }
}
