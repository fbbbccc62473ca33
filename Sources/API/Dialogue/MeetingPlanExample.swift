import Procurement

extension MeetingPlan {
    package static var example: Example<Self> {
        let supplier = SupplierReference(
            id: "SE4999022611", name: "Sundhamra Informationsteknik AB", size: .small, newcomer: false)
        let guest = SupplierReference(id: "registered-1", name: "Nystart i Ekby AB", newcomer: true)
        let name = BilingualText(sv: "IT-drift, programvara och datorer", en: "IT operations, software and computers")
        let score = Points(millionths: 484_000)
        return Example(
            Parameters(
                details: MeetingDetails(
                    name: BilingualText(sv: "Leverantörsträff", en: "Supplier meeting"), host: "Norrvika kommun",
                    date: CalendarDate(nearestTo: 2026, 5, 12), place: "Folkets hus"),
                capacity: 2, categories: [CategoryAtMeeting(category: .configured("it"), floor: 2)],
                rooms: [RoomAtMeeting(name: "Stora salen", seats: 40)],
                slots: .regular(RegularProgramme(starts: "09:00", count: 1, minutes: 25)), visitsPerCompany: 1,
                smallShare: Points(millionths: 500_000),
                registrations: [CompanyRegistration(name: "Nystart i Ekby AB", wishes: ["it"])]),
            gives: Result(
                name: BilingualText(sv: "Leverantörsträff", en: "Supplier meeting"), capacity: 2,
                seated: [SeatedRegistration(supplier: guest, arrival: 1, category: "it")], waiting: [],
                outreach: [
                    OutreachLine(
                        order: 1, supplier: supplier, category: "it", score: score, rank: 1, timesInvited: 0,
                        serves: [ConstraintReference(.categoryFloor, of: "it")], onScoreAlone: true,
                        reason: BilingualText(
                            sv: "Plats 1 för IT-drift, programvara och datorer med 0,48.",
                            en: "Number 1 for IT operations, software and computers with 0.48."),
                        because: [
                            BilingualText(
                                sv: "Vann 3 av de 12 upphandlingarna i kategorin.",
                                en: "Won 3 of the 12 procurements in the category.")
                        ])
                ], reserves: [],
                coverage: [
                    CoverageLine(
                        category: "it", name: name, floor: 2, registered: 1, outreach: 1, candidates: 212,
                        leastScore: Points(millionths: 242_000))
                ],
                shares: [
                    ShareLine(
                        constraint: ConstraintReference(.smallShare), share: Points(millionths: 500_000), asked: 1,
                        planned: 1)
                ], slots: [ProgrammeSlot(id: "1", starts: "09:00", ends: "09:25")],
                stations: [StationLine(station: "it", name: name, room: "Stora salen", seats: 2, visitors: [2])],
                rotas: [RotaLine(supplier: supplier, visits: [VisitLine(slot: "1", station: "it")])], edits: [],
                invitation: BilingualText(sv: "Inbjudan: Leverantörsträff …", en: "Invitation: Supplier meeting …"),
                choice: PlanOptimality(value: score, bound: score), visits: PlanOptimality(value: score, bound: score),
                candidates: [
                    CandidateList(category: "it", candidates: [CandidateLine(supplier: supplier.id, score: score)])
                ], considered: 9036, dataThrough: CalendarDate("2021-10-22"), generation: 7,
                weights: ["experience": Points(millionths: 400_000)], weightsByKind: .example,
                dossier: .example))
    }
}
