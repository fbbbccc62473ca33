import JSON
import JSONRPC
import Procurement

/// Makes a timetable of one-to-one meetings.
package enum MeetingsSchedule: Method {
    package static let name = "meetings.schedule"
    package static let summary =
        "Plans one-to-one meetings by what both sides want; not first come, first served, and with a reason for each "
        + "wish that came to nothing."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .infeasible, .storeUnavailable]

    /// Who is there when, who wants whom, and what people decided by hand.
    @WireType
    package struct Parameters: Described, DossierContinuing {
        /// Who receives the companies, one a slot, and what each buys.
        @Within(.list(1000)) package var hosts: [MeetingHost]
        /// The programme.
        package var slots: Programme
        /// The number of a kept event, whose registered companies take part beside those listed.
        @Within(.number) package var event: Int?
        /// Who takes part.
        @Within(.list(5000)) package var companies: [CompanyAtTable]?
        /// Tables in the room, those kept free included; one for each host where nothing is said.
        @Within(.integer(0...1000)) package var tables: Int?
        /// Tables kept free in every slot; 0 where nothing is said.
        @Within(.integer(0...1000)) package var spareTables: Int?
        /// Meetings that each company is promised; 0 where nothing is said.
        @Within(.count) package var companyMinimum: Int?
        /// Meetings that a company can have at most; any number where nothing is said.
        @Within(.count) package var companyMaximum: Int?
        /// Meetings that each host is promised; 0 where nothing is said.
        @Within(.count) package var hostMinimum: Int?
        /// Meetings that a host can have at most; any number where nothing is said.
        @Within(.count) package var hostMaximum: Int?
        /// A host wants a company from this share of its best score among them up, or where the company asks for it;
        /// 0.2 where nothing is said.
        @Within(.share) package var reach: Points?
        /// Scores of single pairs, in place of those that follow from needs and wish lists.
        @Within(.list(50_000)) package var wishes: [WishForMeeting]?
        /// What people decided by hand.
        @Within(.list(5000)) package var edits: [EditOfTimetable]?
        /// Weights of signals by name, 0 or more, in place of the configured ones; the others stay.
        @Within(.weights) package var weights: SortedMap<Points>?
        /// Who buys what the hosts are there for.
        package var buyer: BuyerQuery?
        /// Where it is to be done, such as SE121.
        @Within(.codes) package var nuts: [String]?
        /// The dossier that this timetable belongs to; a new one where nothing is said.
        @Within(.id) package var dossier: String?
    }

    /// The timetable.
    @WireType
    package struct Result: KeptAnswer {
        /// The programme.
        package var slots: [ProgrammeSlot]
        /// The hosts, in the order of the request.
        package var hosts: [NamedReference]
        /// The companies, by id.
        package var companies: [SupplierReference]
        /// Tables in the room.
        package var tables: Int
        /// By slot, then table.
        package var meetings: [MeetingLine]
        /// Each wish that came to nothing, by company, then host.
        package var unscheduled: [UnscheduledLine]
        /// The free tables of each slot.
        package var spare: [SpareLine]
        /// What came of each decision by hand.
        package var edits: [EditEffect]
        /// How good the timetable is, in sums of what meetings are worth.
        package var choice: PlanOptimality
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

    package static var example: Example<Self> {
        let worth = Points(millionths: 1_484_000)
        return Example(
            Parameters(
                hosts: [MeetingHost(id: "it", name: "Kategori IT", need: .category(.configured("it")))],
                slots: .regular(RegularProgramme(starts: "09:00", count: 1, minutes: 25)),
                companies: [
                    CompanyAtTable(supplier: "SE4999022611", wishes: ["it"]),
                    CompanyAtTable(name: "Nystart i Ekby AB", wishes: ["it"]),
                ]),
            gives: Result(
                slots: [ProgrammeSlot(id: "1", starts: "09:00", ends: "09:25")],
                hosts: [NamedReference(id: "it", name: "Kategori IT")],
                companies: [
                    SupplierReference(id: "registered-2", name: "Nystart i Ekby AB", newcomer: true),
                    SupplierReference(
                        id: "SE4999022611", name: "Sundhamra Informationsteknik AB", size: .small, newcomer: false),
                ], tables: 1,
                meetings: [
                    MeetingLine(
                        slot: "1", table: 1, company: "SE4999022611", host: "it", worth: worth, pinned: false)
                ],
                unscheduled: [
                    UnscheduledLine(
                        company: "registered-2", host: "it", worth: Points(millionths: 1_300_000), reason: .hostFull,
                        text: BilingualText(
                            sv: "Värden har redan 1 möte, värda minst 1,48; detta är värt 1,30.",
                            en: "The host already has 1 meeting, worth at least 1.48; this one is worth 1.30."))
                ], spare: [SpareLine(slot: "1", tables: [])], edits: [],
                choice: PlanOptimality(value: worth, bound: worth), dataThrough: CalendarDate("2021-10-22"),
                generation: 7,
                weights: ["experience": Points(millionths: 400_000)], weightsByKind: .example, dossier: .example))
    }
}
