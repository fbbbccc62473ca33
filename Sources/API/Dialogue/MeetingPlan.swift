import JSON
import JSONRPC
import Procurement

/// Plans a supplier meeting (leverantörsträff).
package enum MeetingPlan: Method {
    package static let name = "meeting.plan"
    package static let summary =
        "Plans a supplier meeting: whom to tell in particular and why, tables, rooms, rotas, and an open invitation."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .infeasible, .storeUnavailable]

    /// The meeting, its constraints, and what people decided by hand.
    @WireType
    package struct Parameters: Described, DossierContinuing {
        /// The number of a kept event: it gives name, day, place and capacity where nothing is said of them; those who
        /// registered for it get their places in order of arrival; and it is no earlier invitation.
        @Within(.number) package var event: Int?
        /// What the invitation says of the meeting.
        package var details: MeetingDetails?
        /// Places, in companies; those of the event, else 300, where nothing is said.
        @Within(.count) package var capacity: Int?
        /// The categories and their floors; all that are configured where nothing is said.
        @Within(.list(200)) package var categories: [CategoryAtMeeting]?
        /// Companies that each category has at its table, where it has no floor of its own; 0 where nothing is said.
        @Within(.count) package var floor: Int?
        /// Stations of their own for projects, such as a municipal company's tramway.
        @Within(.list(200)) package var projects: [ProjectAtMeeting]?
        /// Whether each category has a station; true where nothing is said.
        package var stations: Bool?
        /// Where the stations stand; rooms are not planned where there are none.
        @Within(.list(200)) package var rooms: [RoomAtMeeting]?
        /// The programme; no rota is planned where there is none.
        package var slots: Programme?
        /// Stations that each company visits; 2 where nothing is said.
        @Within(.integer(0...Programme.most)) package var visitsPerCompany: Int?
        /// The least share of small firms among the companies, 0 to 1.
        @Within(.share) package var smallShare: Points?
        /// The sizes that count as small; micro and small where nothing is said.
        @Within(.choices) package var smallSizes: [SupplierSize]?
        /// The least share of suppliers without any known award, 0 to 1.
        @Within(.share) package var newcomerShare: Points?
        /// What each earlier invitation takes off a score; 0.02 where nothing is said.
        @Within(.share) package var invitationPenalty: Points?
        /// How many more to name in each category, for when someone declines; 5 where nothing is said.
        @Within(.integer(0...1000)) package var reserves: Int?
        /// A supplier is a candidate for a category from this share of its best score up; 0.2 where nothing is said.
        @Within(.share) package var reach: Points?
        /// Who has registered, in order of arrival, after those of the event.
        @Within(.list(5000)) package var registrations: [CompanyRegistration]?
        /// What people decided by hand.
        @Within(.list(5000)) package var edits: [EditOfMeeting]?
        /// Weights of signals by name, 0 or more, in place of the configured ones; the others stay.
        @Within(.weights) package var weights: SortedMap<Points>?
        /// Which suppliers may be told in particular. Anyone may register.
        @Named("where") package var filter: SupplierFilter?
        /// Who buys.
        package var buyer: BuyerQuery?
        /// Where it is to be done, such as SE121.
        @Within(.codes) package var nuts: [String]?
        /// The dossier that this plan belongs to; a new one where nothing is said.
        @Within(.id) package var dossier: String?
    }

    /// The plan.
    @WireType
    package struct Result: KeptAnswer {
        /// What the meeting is called.
        package var name: BilingualText
        /// Places, in companies.
        package var capacity: Int
        /// Registered companies with a place, in order of arrival.
        package var seated: [SeatedRegistration]
        /// Registered companies that wait, in order of arrival.
        package var waiting: [WaitingRegistration]
        /// Whom to tell in particular, the first one first. The invitation goes to everyone all the same.
        package var outreach: [OutreachLine]
        /// Whom to turn to next in each category.
        package var reserves: [ReserveLine]
        /// How many companies each category has at its table.
        package var coverage: [CoverageLine]
        /// How the plan stands to the shares of small firms and newcomers.
        package var shares: [ShareLine]
        /// The programme.
        package var slots: [ProgrammeSlot]
        /// Sizes, rooms and visitors of the stations.
        package var stations: [StationLine]
        /// One programme for each company, by the id of the supplier.
        package var rotas: [RotaLine]
        /// What came of each decision by hand.
        package var edits: [EditEffect]
        /// The open invitation, to publish through the tendering portal.
        package var invitation: BilingualText
        /// How good the choice of companies is; always proven best.
        package var choice: PlanOptimality
        /// How good the choice of visits is.
        package var visits: PlanOptimality
        /// Who the choice was among.
        package var candidates: [CandidateList]
        /// How many suppliers were looked at.
        package var considered: Int
        /// The buyer and the places that the plan was made for; absent without any.
        package var setting: QuestionSetting?
        /// The date of the newest notice that counts; absent without any.
        package var dataThrough: CalendarDate?
        /// The generation of the data that answered.
        package var generation: Int
        /// The weights in force for notices, by signal.
        package var weights: SortedMap<Points>
        /// The weights in force for each kind of question.
        package var weightsByKind: WeightsByKind
        /// Where the answer is kept.
        package var dossier: DossierReference?
    }
}
