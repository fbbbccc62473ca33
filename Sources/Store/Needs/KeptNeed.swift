import Foundation
import Procurement

/// A need that the office keeps: what was asked, what was found and what was done about it.
package struct KeptNeed: Sendable, Hashable {
    /// What people call it.
    package var name: String
    /// In the words of whoever has it.
    package var text: String
    /// What was found, in short; `nil` where nobody wrote it.
    package var found: String?
    /// The dossier with what was found.
    package var dossier: String?
    /// The route that was chosen; `nil` while none is.
    package var route: NeedRoute?
    /// Why this route.
    package var routeReason: String?
    /// Who took part: companies, administrations, roles.
    package var participants: [String]
    /// Who answers for it.
    package var owner: String?
    package var state: NeedState

    package init(
        name: String, text: String, found: String? = nil, dossier: String? = nil, route: NeedRoute? = nil,
        routeReason: String? = nil, participants: [String] = [], owner: String? = nil, state: NeedState = .explored
    ) {
        self.name = name
        self.text = text
        self.found = found
        self.dossier = dossier
        self.route = route
        self.routeReason = routeReason
        self.participants = participants
        self.owner = owner
        self.state = state
    }
}

/// A need as it is kept now.
package struct StoredNeed: Sendable, Hashable {
    package var id: Int64
    /// Counts the saves, from 1.
    package var version: Int
    package var need: KeptNeed
    /// The latest of what came of it; `nil` where nothing is noted.
    package var lastOutcome: String?
    /// Who kept it first, and when.
    package var by: String
    package var at: Date
    /// Who saved it last, and when.
    package var changedBy: String
    package var changed: Date
}

/// Something that came of a need.
package struct NeedOutcome: Sendable, Hashable {
    package var text: String
    package var by: String
    package var at: Date
}

/// Which needs are listed.
package struct NeedFilter: Sendable, Hashable {
    package var state: NeedState?
    package var route: NeedRoute?
    /// Who answers for them, as it is written.
    package var owner: String?

    package init(state: NeedState? = nil, route: NeedRoute? = nil, owner: String? = nil) {
        self.state = state
        self.route = route
        self.owner = owner
    }
}
