import JSONRPC

/// Plans a supplier meeting (leverantörsträff).
package enum MeetingPlan: Method {
    package static let name = "meeting.plan"
    package static let summary =
        "Plans a supplier meeting: whom to tell in particular and why, tables, rooms, rotas, and an open invitation."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .infeasible, .storeUnavailable]

    /// The meeting, its constraints, and what people decided by hand.
    package struct Parameters: Described, DossierContinuing {
        package var event: Int?
        package var details: MeetingDetails?
        package var capacity: Int?
        package var categories: [CategoryAtMeeting]?
        package var floor: Int?
        package var projects: [ProjectAtMeeting]?
        package var stations: Bool?
        package var rooms: [RoomAtMeeting]?
        package var slots: Programme?
        package var visitsPerCompany: Int?
        package var smallShare: Points?
        package var smallSizes: [CompanySize]?
        package var newcomerShare: Points?
        package var invitationPenalty: Points?
        package var reserves: Int?
        package var reach: Points?
        package var registrations: [CompanyRegistration]?
        package var edits: [EditOfMeeting]?
        package var weights: SortedMap<Points>?
        package var filter: SupplierFilter?
        package var buyer: BuyerQuery?
        package var nuts: [String]?
        package var dossier: String?

        package init(
            event: Int? = nil, details: MeetingDetails? = nil, capacity: Int? = nil,
            categories: [CategoryAtMeeting]? = nil, floor: Int? = nil, projects: [ProjectAtMeeting]? = nil,
            stations: Bool? = nil, rooms: [RoomAtMeeting]? = nil, slots: Programme? = nil,
            visitsPerCompany: Int? = nil, smallShare: Points? = nil, smallSizes: [CompanySize]? = nil,
            newcomerShare: Points? = nil, invitationPenalty: Points? = nil, reserves: Int? = nil,
            reach: Points? = nil, registrations: [CompanyRegistration]? = nil, edits: [EditOfMeeting]? = nil,
            weights: SortedMap<Points>? = nil, filter: SupplierFilter? = nil,
            buyer: BuyerQuery? = nil, nuts: [String]? = nil, dossier: String? = nil
        ) {
            self.event = event
            self.details = details
            self.capacity = capacity
            self.categories = categories
            self.floor = floor
            self.projects = projects
            self.stations = stations
            self.rooms = rooms
            self.slots = slots
            self.visitsPerCompany = visitsPerCompany
            self.smallShare = smallShare
            self.smallSizes = smallSizes
            self.newcomerShare = newcomerShare
            self.invitationPenalty = invitationPenalty
            self.reserves = reserves
            self.reach = reach
            self.registrations = registrations
            self.edits = edits
            self.weights = weights
            self.filter = filter
            self.buyer = buyer
            self.nuts = nuts
            self.dossier = dossier
        }

        private enum CodingKeys: String, CodingKey {
            case event, details, capacity, categories, floor, projects, stations, rooms, slots, visitsPerCompany
            case smallShare, smallSizes, newcomerShare, invitationPenalty, reserves, reach, registrations, edits
            case weights
            case filter = "where"
            case buyer, nuts, dossier
        }

        package static let notes = [
            "event":
                "The number of a kept event: it gives name, day, place and capacity where nothing is said of them; "
                + "those who registered for it get their places in order of arrival; and it is no earlier invitation.",
            "details": "What the invitation says of the meeting.",
            "capacity": "Places, in companies; those of the event, else 300, where nothing is said.",
            "categories": "The categories and their floors; all that are configured where nothing is said.",
            "floor": "Companies that each category has at its table, where it has no floor of its own; 0 where nothing "
                + "is said.",
            "projects": "Stations of their own for projects, such as a municipal company's tramway.",
            "stations": "Whether each category has a station; true where nothing is said.",
            "rooms": "Where the stations stand; rooms are not planned where there are none.",
            "slots": "The programme; no rota is planned where there is none.",
            "visitsPerCompany": "Stations that each company visits; 2 where nothing is said.",
            "smallShare": "The least share of small firms among the companies, 0 to 1.",
            "smallSizes": "The sizes that count as small; micro and small where nothing is said.",
            "newcomerShare": "The least share of suppliers without any known award, 0 to 1.",
            "invitationPenalty": "What each earlier invitation takes off a score; 0.02 where nothing is said.",
            "reserves": "How many more to name in each category, for when someone declines; 5 where nothing is said.",
            "reach": "A supplier is a candidate for a category from this share of its best score up; 0.2 where nothing "
                + "is said.",
            "registrations": "Who has registered, in order of arrival, after those of the event.",
            "edits": "What people decided by hand.",
            "weights": MatchOptions.notes["weights"] ?? "",
            "where": "Which suppliers may be told in particular. Anyone may register.",
            "buyer": "Who buys.",
            "nuts": "Where it is to be done, such as SE121.",
            "dossier": "The dossier that this plan belongs to; a new one where nothing is said.",
        ]

        package static let bounds: [String: Bound] = [
            "event": .number, "capacity": .count, "categories": .list(200), "floor": .count,
            "projects": .list(200), "rooms": .list(200), "visitsPerCompany": .integer(0...Programme.most),
            "smallShare": .share, "smallSizes": .choices, "newcomerShare": .share,
            "invitationPenalty": .share, "reserves": .integer(0...1000), "reach": .share,
            "registrations": .list(5000), "edits": .list(5000), "weights": .weights, "nuts": .codes, "dossier": .id,
        ]
    }

    /// The plan.
    package struct Result: KeptAnswer {
        package var name: Bilingual
        package var capacity: Int
        package var seated: [SeatedRegistration]
        package var waiting: [WaitingRegistration]
        package var outreach: [OutreachLine]
        package var reserves: [ReserveLine]
        package var coverage: [CoverageLine]
        package var shares: [ShareLine]
        package var slots: [ProgrammeSlot]
        package var stations: [StationLine]
        package var rotas: [RotaLine]
        package var edits: [EditEffect]
        package var invitation: Bilingual
        package var choice: PlanOptimality
        package var visits: PlanOptimality
        package var candidates: [CandidateList]
        package var considered: Int
        package var setting: QuestionSetting?
        package var dataThrough: Day?
        package var generation: Int
        package var weights: SortedMap<Points>
        package var weightsByKind: WeightsByKind
        package var dossier: DossierReference?

        package init(
            name: Bilingual, capacity: Int, seated: [SeatedRegistration], waiting: [WaitingRegistration],
            outreach: [OutreachLine],
            reserves: [ReserveLine], coverage: [CoverageLine], shares: [ShareLine], slots: [ProgrammeSlot],
            stations: [StationLine], rotas: [RotaLine], edits: [EditEffect], invitation: Bilingual,
            choice: PlanOptimality, visits: PlanOptimality, candidates: [CandidateList], considered: Int,
            setting: QuestionSetting? = nil, dataThrough: Day? = nil, generation: Int,
            weights: SortedMap<Points>, weightsByKind: WeightsByKind,
            dossier: DossierReference? = nil
        ) {
            self.name = name
            self.capacity = capacity
            self.seated = seated
            self.waiting = waiting
            self.outreach = outreach
            self.reserves = reserves
            self.coverage = coverage
            self.shares = shares
            self.slots = slots
            self.stations = stations
            self.rotas = rotas
            self.edits = edits
            self.invitation = invitation
            self.choice = choice
            self.visits = visits
            self.candidates = candidates
            self.considered = considered
            self.setting = setting
            self.dataThrough = dataThrough
            self.generation = generation
            self.weights = weights
            self.weightsByKind = weightsByKind
            self.dossier = dossier
        }

        package static let notes = [
            "name": "What the meeting is called.",
            "capacity": "Places, in companies.",
            "seated": "Registered companies with a place, in order of arrival.",
            "waiting": "Registered companies that wait, in order of arrival.",
            "outreach":
                "Whom to tell in particular, the first one first. The invitation goes to everyone all the same.",
            "reserves": "Whom to turn to next in each category.",
            "coverage": "How many companies each category has at its table.",
            "shares": "How the plan stands to the shares of small firms and newcomers.",
            "slots": "The programme.",
            "stations": "Sizes, rooms and visitors of the stations.",
            "rotas": "One programme for each company, by the id of the supplier.",
            "edits": "What came of each decision by hand.",
            "invitation": "The open invitation, to publish through the tendering portal.",
            "choice": "How good the choice of companies is; always proven best.",
            "visits": "How good the choice of visits is.",
            "candidates": "Who the choice was among.",
            "considered": "How many suppliers were looked at.",
            "setting": "The buyer and the places that the plan was made for; absent without any.",
            "dataThrough": "The date of the newest notice that counts; absent without any.",
            "generation": "The generation of the data that answered.",
            "weights": "The weights in force for notices, by signal.",
            "weightsByKind": "The weights in force for each kind of question.",
            "dossier": "Where the answer is kept.",
        ]
    }
}
