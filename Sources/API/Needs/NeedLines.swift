import JSON
import JSONRPC
import Procurement

extension NeedRoute: WireWord {}
extension NeedState: WireWord {}

/// A need as it is saved, whole.
@WireType
package struct NeedDefinition: Described {
    /// What people call it; the beginning of the text where nothing is said.
    @Within(.name) package var name: String?
    /// The need as people write it, at most 20000 characters.
    @Within(.text) package var text: String
    /// What was found, in short.
    @Within(.text) package var found: String?
    /// The id of the dossier with what was found, such as that of needs.explore.
    @Within(.id) package var dossier: String?
    /// The route that was chosen; left out while none is.
    package var route: NeedRoute?
    /// Why this route.
    @Within(.line) package var routeReason: String?
    /// Who took part: companies, administrations, roles.
    @Within(.list(200, of: .name)) package var participants: [String]?
    /// Who answers for it: a role or a mailbox.
    @Within(.name) package var owner: String?
    /// How far it has come; explored where nothing is said.
    package var state: NeedState?

    static var example: NeedDefinition {
        NeedDefinition(
            name: "SharePoint till lärare", text: "Vi behöver SharePoint till 300 lärare",
            found: "12 upphandlingar liknar behovet.", dossier: "d-kfhwtbzmrqpn", route: .requestForInformation,
            routeReason: "Vi vet inte vad marknaden har.", participants: ["Utbildningsförvaltningen"],
            owner: "innovation@ekby.example", state: .underway)
    }
}

/// A need that is kept, without what came of it but the latest.
@WireType
package struct NeedLine: Described {
    /// Its number.
    package var id: Int
    /// Counts the saves: what the next change is based on.
    package var version: Int
    /// What people call it.
    package var name: String
    /// How far it has come.
    package var state: NeedState
    /// The route that was chosen; absent while none is.
    package var route: NeedRoute?
    /// Who answers for it; absent where nobody is said.
    package var owner: String?
    /// The latest of what came of it; absent where nothing is noted.
    package var lastOutcome: String?
    /// The user who kept it.
    package var by: String
    /// When it was kept.
    package var at: Moment
    /// The user who saved it last.
    package var changedBy: String
    /// When it was saved last.
    package var changedAt: Moment

    static var example: NeedLine {
        NeedLine(
            id: 7, version: 2, name: "SharePoint till lärare", state: .underway, route: .requestForInformation,
            owner: "innovation@ekby.example", lastOutcome: "Fyra leverantörer svarade.", by: "anna",
            at: Moment(secondsSinceEpoch: 1_767_225_600), changedBy: "bo",
            changedAt: Moment(secondsSinceEpoch: 1_767_312_000))
    }
}

/// Something that came of a need.
@WireType
package struct NeedOutcomeLine: Described {
    /// In the words of whoever noted it.
    package var text: String
    /// The user who noted it.
    package var by: String
    /// When it was noted.
    package var at: Moment
}

/// The route of a need, and what it asks for.
@WireType
package struct NeedRouteLine: Described {
    /// Which route.
    package var route: NeedRoute
    /// What it is called.
    package var name: BilingualText
    /// Why it was chosen; absent where nobody said.
    package var reason: String?
    /// What it asks of the office, in the terms of the law on public procurement and of Upphandlingsmyndigheten. A reminder, no
    /// legal advice.
    package var asks: [BilingualText]
}

/// An earlier need that is like another.
@WireType
package struct EarlierNeed: Described {
    /// Which one, for needs.get.
    package var need: NeedLine
    /// How much of what is sought it has, by the weight of the words: from 0.5 to 1.
    package var similarity: Points
    /// The words that it shares, the weightiest first, at most six.
    package var words: [String]

    static var example: EarlierNeed {
        EarlierNeed(need: .example, similarity: Points(millionths: 812_000), words: ["sharepoint"])
    }
}

/// A need that is kept, whole.
@WireType
package struct NeedDetail: Described {
    /// Where it stands.
    package var line: NeedLine
    /// As it was written.
    package var text: String
    /// What was found, in short; absent where nobody wrote it.
    package var found: String?
    /// The dossier with what was found; absent without one.
    package var dossier: String?
    /// The route, and what it asks for; absent while none is chosen.
    package var route: NeedRouteLine?
    /// Who took part.
    package var participants: [String]
    /// What came of it, the first first.
    package var outcomes: [NeedOutcomeLine]

    static var example: NeedDetail {
        NeedDetail(
            line: .example, text: "Vi behöver SharePoint till 300 lärare", found: "12 upphandlingar liknar behovet.",
            dossier: "d-kfhwtbzmrqpn",
            route: NeedRouteLine(
                route: .requestForInformation, name: NeedRoute.requestForInformation.name,
                reason: "Vi vet inte vad marknaden har.", asks: Array(NeedRoute.requestForInformation.asks.prefix(1))),
            participants: ["Utbildningsförvaltningen"],
            outcomes: [
                NeedOutcomeLine(
                    text: "Fyra leverantörer svarade.", by: "bo", at: Moment(secondsSinceEpoch: 1_767_312_000))
            ])
    }
}
