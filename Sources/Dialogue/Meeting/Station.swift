import Procurement

/// A table with people from the municipality behind it: a category's buyers, or a municipal company with a project.
package struct Station: Sendable, Hashable, Codable {
    package enum Subject: Sendable, Hashable, Codable {
        /// Each category has at most one station; its companies visit it first.
        case category(CategoryID)
        /// A project of a municipal company, such as a tramway, and the categories that it buys in.
        case project(owner: String, categories: [CategoryID])
    }

    package var id: StationID
    package var name: BilingualText
    package var subject: Subject
    /// Companies at once; `nil` lets the planner size it by demand.
    package var seats: Int?

    package init(id: StationID, name: BilingualText, subject: Subject, seats: Int? = nil) {
        self.id = id
        self.name = name
        self.subject = subject
        self.seats = seats
    }

    /// The category whose own station this is.
    var category: CategoryID? {
        if case .category(let category) = subject { category } else { nil }
    }
}

/// A room and how many companies may sit at the stations in it at once.
package struct Room: Sendable, Hashable, Codable {
    package var id: RoomID
    package var name: String
    package var seats: Int

    package init(id: RoomID, name: String, seats: Int) {
        self.id = id
        self.name = name
        self.seats = seats
    }
}

/// The office's own name for a station.
package typealias StationID = Identifier<Station>
/// The office's own name for a room.
package typealias RoomID = Identifier<Room>
