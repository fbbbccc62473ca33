import Procurement

/// Small notices to say much with little.
package enum Samples {
    package static func organisation(
        _ id: OrganisationID, _ name: String, number: String? = nil, country: String? = "SE",
        isNaturalPerson: Bool? = nil, size: SupplierSize? = nil, nuts: String? = nil
    ) -> Organisation {
        Organisation(
            id: id, name: LocalizedText(name, language: "SWE"), nationalIDs: number.map { [$0] } ?? [],
            country: country,
            nuts: nuts.flatMap { NUTSCode($0) }, size: size, isNaturalPerson: isNaturalPerson)
    }

    /// A result notice of one lot that the given organisations won, each on its own.
    package static func notice(
        _ id: NoticeID, version: Int = 1, title: String = "Städning av skolor", date: String = "2023-05-02",
        cpv: [String] = ["90911200"], winners: [Organisation] = [], changes: NoticeID? = nil, reason: String? = nil,
        purpose: NoticePurpose = .result
    ) -> Notice {
        var notice = Notice(id: id, version: version, source: NoticeSource(dialect: .eForms), purpose: purpose)
        notice.title = LocalizedText(title, language: "SWE")
        notice.issued = CalendarDate(date)
        notice.cpv = cpv.compactMap { CPVCode($0) }
        notice.kind = .services
        let buyer = organisation("BUYER", "Uppsala kommun", number: "2120003005")
        notice.organisations = [buyer] + winners
        notice.buyers = [buyer.id]
        var lot = Lot(id: "LOT-0001")
        lot.title = LocalizedText("Del 1", language: "SWE")
        lot.cpv = notice.cpv
        notice.lots = [lot]
        notice.awards = winners.map {
            var award = Award(lots: ["LOT-0001"], outcome: .awarded(winnersWithheld: false), winners: [$0.id])
            award.value = .stated(Money(hundredths: 125_000_000, currency: "SEK"))
            return award
        }
        notice.changes = changes.map { ChangedNotice(id: $0, reason: reason) }
        return notice
    }

    package static func outcomes(_ notices: [Notice]) -> [FeedOutcome] {
        notices.enumerated().map { .notice($1, at: FeedPosition(file: "/feeds/sample.xml", line: $0 + 1)) }
    }
}
