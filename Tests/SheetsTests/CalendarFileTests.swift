import API
import CLibICal
import Procurement
import Testing

@testable import Sheets

/// Calendar files as libical reads them.
@Suite struct CalendarFileTests {
    /// What a reader finds of an event.
    private struct Read: Hashable {
        var uid, summary, starts: String
        var location, description: String?
        /// Since 1970-01-01T00:00:00Z, by the rules in the file.
        var startsUTC, endsUTC: Int
    }

    private func read(_ text: String) throws -> [Read] {
        let calendar = try #require(icalparser_parse_string(text))
        defer { icalcomponent_free(calendar) }
        #expect(icalcomponent_count_errors(calendar) == 0)
        #expect(icalrestriction_check(calendar) == 1)
        #expect(icalcomponent_count_components(calendar, ICAL_VTIMEZONE_COMPONENT) == 1)
        var found: [Read] = []
        var event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT)
        while let here = event {
            func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }
            let (starts, ends) = (icalcomponent_get_dtstart(here), icalcomponent_get_dtend(here))
            found.append(
                Read(
                    uid: text(icalcomponent_get_uid(here)) ?? "",
                    summary: text(icalcomponent_get_summary(here)) ?? "",
                    starts: text(icaltime_as_ical_string(starts)) ?? "",
                    location: text(icalcomponent_get_location(here)),
                    description: text(icalcomponent_get_description(here)),
                    startsUTC: icaltime_as_timet_with_zone(
                        starts, starts.zone),
                    endsUTC: icaltime_as_timet_with_zone(
                        ends, ends.zone)))
            event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)
        }
        return found
    }

    private func file(_ appointments: [Appointment]) throws -> String {
        try CalendarFile(appointments, at: Moment(secondsSinceEpoch: 1_767_225_600)).text()
    }

    private func hours(_ starts: String, _ ends: String) throws -> ClosedRange<ClockTime> {
        try #require(ClockTime(starts))...(try #require(ClockTime(ends)))
    }

    /// In winter Sweden is one hour ahead of UTC, in summer two.
    @Test(arguments: [(1, 15, 8), (3, 28, 8), (3, 29, 7), (7, 1, 7), (10, 24, 7), (10, 25, 8)])
    func timesAreSwedishInEverySeason(month: Int, day: Int, hourUTC: Int) throws {
        let date = CalendarDate(nearestTo: 2026, month, day)
        let found = try read(
            file([Appointment(uid: ["a"], title: "Träff", day: date, hours: hours("09:00", "10:30"))]))
        let midnight = Int(date.daysSinceEpoch) * 86_400
        #expect(found.map(\.startsUTC) == [midnight + hourUTC * 3600])
        #expect(found.map { $0.endsUTC - $0.startsUTC } == [5400])
    }

    @Test func aWholeDayEndsOnTheNext() throws {
        let text = try file([
            Appointment(uid: ["a"], title: "Träff", day: CalendarDate(nearestTo: 2026, 12, 31))
        ])
        #expect(
            text.contains("DTSTART;VALUE=DATE:20261231\r\n")
                && text.contains("DTEND;VALUE=DATE:20270101\r\n"))
    }

    /// Commas, semicolons, line feeds and long Swedish lines come back as they were; nothing of them becomes a property.
    @Test func textsComeBack() throws {
        let title =
            "Träff, hos; \\ oss\nBEGIN:VALARM " + String(repeating: "räksmörgås ", count: 20) + "👩‍💻"
        let text = try file([
            Appointment(
                uid: ["event", "3"], title: title, text: "a\r\nb", place: "Ekby: stadshus",
                day: CalendarDate(nearestTo: 2026, 3, 12))
        ])
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75, "\(line)") }
        let found = try #require(try read(text).first)
        #expect(
            found.summary == title && found.description == "a\nb" && found.location == "Ekby: stadshus")
        #expect(!text.contains("\nBEGIN:VALARM"))
    }

    @Test func theSameMeetingKeepsItsUIDAndCountsUp() throws {
        var plan = MeetingsSchedule.example.result
        let day = CalendarDate(nearestTo: 2026, 3, 12)
        let first = try plan.appointments(key: ["event", "3"], day: day, place: "Ekby", of: nil, .sv)
        plan.meetings[0].table = 7
        plan.dossier?.sequence += 1
        let second = try plan.appointments(key: ["event", "3"], day: day, place: "Ekby", of: nil, .sv)
        #expect(
            first.map(\.uid) == second.map(\.uid) && first.map(\.revision) != second.map(\.revision))
        #expect(second.first?.place == "Ekby, Bord 7")
        #expect(first.first?.title == "Sundhamra Informationsteknik AB – Kategori IT")
        #expect(try plan.appointments(key: [], day: day, place: nil, of: "it", .sv).count == 1)
        #expect(try plan.appointments(key: [], day: day, place: nil, of: "x", .sv).isEmpty)
    }

    @Test func aMeetingIsOneEntryAndACompanyHasItsVisits() throws {
        let plan = MeetingPlan.example.result
        let day = CalendarDate(nearestTo: 2026, 5, 12)
        let slot = try hours("09:00", "09:25")
        let whole = try plan.appointments(key: ["e"], day: day, place: "Folkets hus", of: nil, .sv)
        #expect(whole.map(\.title) == ["Leverantörsträff"] && whole.first?.hours == slot)
        let own = try plan.appointments(
            key: ["e"], day: day, place: "Folkets hus", of: "SE4999022611", .sv)
        #expect(own.map(\.place) == ["Folkets hus, Stora salen"])
        #expect(own.first?.title == "Leverantörsträff: IT-drift, programvara och datorer")
    }

    @Test func aSlotWithoutTimesIsToldAndNotGuessed() {
        var plan = MeetingsSchedule.example.result
        plan.slots[0].starts = "morgon"
        #expect(throws: SheetError.self) {
            try plan.appointments(
                key: [], day: CalendarDate(nearestTo: 2026, 3, 12), place: nil, of: nil, .sv)
        }
    }

    /// Two names that a plain UID would write alike keep two.
    @Test func uidsTellNamesApart() {
        let day = CalendarDate(nearestTo: 2026, 3, 12)
        let uids = [["a-b"], ["a", "b"], ["å"], ["a b"], ["a_20b"]].map {
            Appointment(uid: $0, title: "", day: day).uid
        }
        #expect(
            Set(uids).count == uids.count
                && uids.allSatisfy { $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } })
    }

    @Test(arguments: ["9:00", "09:00", "23:59"]) func readsTimes(text: String) {
        #expect(ClockTime(text) != nil)
    }

    @Test(arguments: ["", "9", "24:00", "09:60", "09:0", "-1:00", "09:00:00", "٠٩:٠٠"])
    func refusesWhatIsNoTime(text: String) {
        #expect(ClockTime(text) == nil)
    }
}
