import JSONRPC

/// Makes a timetable of one-to-one meetings.
package enum MeetingsSchedule: Method {
    package static let name = "meetings.schedule"
    package static let summary =
        "Plans one-to-one meetings by what both sides want; not first come, first served, and with a reason for each "
        + "wish that came to nothing."
    package static let role = Role.manager
    package static let errors: [ErrorCode] = [.notFound, .infeasible, .storeUnavailable]

    /// Who is there when, who wants whom, and what people decided by hand.
    package struct Parameters: Described, DossierContinuing {
        package var hosts: [MeetingHost]
        package var slots: Programme
        package var event: Int?
        package var companies: [CompanyAtTable]?
        package var tables: Int?
        package var spareTables: Int?
        package var companyMinimum: Int?
        package var companyMaximum: Int?
        package var hostMinimum: Int?
        package var hostMaximum: Int?
        package var reach: Points?
        package var wishes: [WishForMeeting]?
        package var edits: [EditOfTimetable]?
        package var weights: SortedMap<Points>?
        package var dossier: String?

        package init(
            hosts: [MeetingHost], slots: Programme, event: Int? = nil, companies: [CompanyAtTable]? = nil,
            tables: Int? = nil, spareTables: Int? = nil, companyMinimum: Int? = nil, companyMaximum: Int? = nil,
            hostMinimum: Int? = nil, hostMaximum: Int? = nil, reach: Points? = nil, wishes: [WishForMeeting]? = nil,
            edits: [EditOfTimetable]? = nil, weights: SortedMap<Points>? = nil, dossier: String? = nil
        ) {
            self.hosts = hosts
            self.slots = slots
            self.event = event
            self.companies = companies
            self.tables = tables
            self.spareTables = spareTables
            self.companyMinimum = companyMinimum
            self.companyMaximum = companyMaximum
            self.hostMinimum = hostMinimum
            self.hostMaximum = hostMaximum
            self.reach = reach
            self.wishes = wishes
            self.edits = edits
            self.weights = weights
            self.dossier = dossier
        }

        package static let notes = [
            "hosts": "Who receives the companies, one a slot, and what each buys.",
            "slots": "The programme.",
            "event": "The number of a kept event, whose registered companies take part beside those listed.",
            "companies": "Who takes part.",
            "tables": "Tables in the room, those kept free included; one for each host where nothing is said.",
            "spareTables": "Tables kept free in every slot; 0 where nothing is said.",
            "companyMinimum": "Meetings that each company is promised; 0 where nothing is said.",
            "companyMaximum": "Meetings that a company can have at most; any number where nothing is said.",
            "hostMinimum": "Meetings that each host is promised; 0 where nothing is said.",
            "hostMaximum": "Meetings that a host can have at most; any number where nothing is said.",
            "reach":
                "A host wants a company from this share of its best score among them up, or where the company asks "
                + "for it; 0.2 where nothing is said.",
            "wishes": "Scores of single pairs, in place of those that follow from needs and wish lists.",
            "edits": "What people decided by hand.",
            "weights": MatchOptions.notes["weights"] ?? "",
            "dossier": "The dossier that this timetable belongs to; a new one where nothing is said.",
        ]

        package static let bounds: [String: Bound] = [
            "hosts": .list(1000), "event": .number, "companies": .list(5000), "tables": .integer(0...1000),
            "spareTables": .integer(0...1000), "companyMinimum": .count, "companyMaximum": .count,
            "hostMinimum": .count, "hostMaximum": .count, "reach": .share, "wishes": .list(50_000),
            "edits": .list(5000), "weights": .weights, "dossier": .id,
        ]
    }

    /// The timetable.
    package struct Result: KeptAnswer {
        package var slots: [ProgrammeSlot]
        package var hosts: [NamedReference]
        package var companies: [SupplierReference]
        package var tables: Int
        package var meetings: [MeetingLine]
        package var unscheduled: [UnscheduledLine]
        package var spare: [SpareLine]
        package var edits: [EditEffect]
        package var choice: PlanOptimality
        package var dataThrough: Day?
        package var generation: Int
        package var weights: SortedMap<Points>
        package var weightsByKind: WeightsByKind
        package var dossier: DossierReference?

        package init(
            slots: [ProgrammeSlot], hosts: [NamedReference], companies: [SupplierReference], tables: Int,
            meetings: [MeetingLine], unscheduled: [UnscheduledLine], spare: [SpareLine], edits: [EditEffect],
            choice: PlanOptimality, dataThrough: Day? = nil, generation: Int, weights: SortedMap<Points>,
            weightsByKind: WeightsByKind,
            dossier: DossierReference? = nil
        ) {
            self.slots = slots
            self.hosts = hosts
            self.companies = companies
            self.tables = tables
            self.meetings = meetings
            self.unscheduled = unscheduled
            self.spare = spare
            self.edits = edits
            self.choice = choice
            self.dataThrough = dataThrough
            self.generation = generation
            self.weights = weights
            self.weightsByKind = weightsByKind
            self.dossier = dossier
        }

        package static let notes = [
            "slots": "The programme.",
            "hosts": "The hosts, in the order of the request.",
            "companies": "The companies, by id.",
            "tables": "Tables in the room.",
            "meetings": "By slot, then table.",
            "unscheduled": "Each wish that came to nothing, by company, then host.",
            "spare": "The free tables of each slot.",
            "edits": "What came of each decision by hand.",
            "choice": "How good the timetable is, in sums of what meetings are worth.",
            "dataThrough": "The date of the newest notice that counts; absent without any.",
            "generation": "The generation of the data that answered.",
            "weights": "The weights in force for notices, by signal.",
            "weightsByKind": "The weights in force for each kind of question.",
            "dossier": "Where the answer is kept.",
        ]
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
                        text: Bilingual(
                            sv: "Värden har redan 1 möte, värda minst 1,48; detta är värt 1,30.",
                            en: "The host already has 1 meeting, worth at least 1.48; this one is worth 1.30."))
                ], spare: [SpareLine(slot: "1", tables: [])], edits: [],
                choice: PlanOptimality(value: worth, bound: worth), dataThrough: Day("2021-10-22"), generation: 7,
                weights: ["experience": Points(millionths: 400_000)], weightsByKind: .example, dossier: .example))
    }
}
