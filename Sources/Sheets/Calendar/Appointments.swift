import API
import Procurement

// What goes into people's calendars: events, meetings with their programmes, talks.

extension EventLine {
    /// What tells this event from all others, also those of other offices.
    package var calendarKey: [String] { ["event", "\(id)", at.text] }

    /// It, where it has a day.
    /// - Parameter hours: the whole day without.
    package func appointment(_ hours: ClosedRange<ClockTime>?) -> Appointment? {
        date.map { Appointment(uid: calendarKey, title: name, place: place, day: $0, hours: hours) }
    }
}

extension MeetingsSchedule.Result {
    /// One for each meeting.
    ///
    /// - Parameters:
    ///   - key: of the event, or of the dossier.
    ///   - one: the id of a company or a host whose meetings alone they are; all without.
    /// - Throws: `SheetError.calendar` for a slot that has no times.
    package func appointments(
        key: [String], day: CalendarDate, place: String?, of one: String?, _ language: TextLanguage
    ) throws(SheetError) -> [Appointment] {
        let slots = Dictionary(slots.map { ($0.id, $0) }) { first, _ in first }
        let companies = Dictionary(companies.map { ($0.id, $0.name) }) { first, _ in first }
        let hosts = Dictionary(hosts.map { ($0.id, $0.name) }) { first, _ in first }
        var appointments: [Appointment] = []
        for meeting in meetings where one == nil || meeting.company == one || meeting.host == one {
            let (company, host) = (
                companies[meeting.company] ?? meeting.company, hosts[meeting.host] ?? meeting.host
            )
            let table = language.pick(sv: "Bord \(meeting.table)", en: "Table \(meeting.table)")
            appointments.append(
                Appointment(
                    uid: key + [meeting.host, meeting.company], title: "\(company) – \(host)", text: table,
                    place: [place, table].compactMap { $0 }.joined(separator: ", "), day: day,
                    hours: try slots[meeting.slot].hours(meeting.slot), revision: dossier?.sequence ?? 0))
        }
        return appointments
    }
}

extension MeetingPlan.Result {
    /// The meeting as a whole; for one company, its visits.
    ///
    /// - Parameters:
    ///   - key: of the event, or of the dossier.
    ///   - one: the id of a company.
    /// - Throws: `SheetError.calendar` for a slot that has no times.
    package func appointments(
        key: [String], day: CalendarDate, place: String?, of one: String?, _ language: TextLanguage
    ) throws(SheetError) -> [Appointment] {
        let revision = dossier?.sequence ?? 0
        let title = name.text(in: language)
        guard let one else {
            var hours: ClosedRange<ClockTime>?
            if let first = slots.first, let last = slots.last {
                let (starts, ends) = (
                    try Optional(first).hours(first.id), try Optional(last).hours(last.id)
                )
                hours = min(starts.lowerBound, ends.lowerBound)...max(starts.upperBound, ends.upperBound)
            }
            let programme = slots.map { "\($0.starts)–\($0.ends)" }.joined(separator: "\n")
            return [
                Appointment(
                    uid: key, title: title, text: programme.isEmpty ? nil : programme, place: place, day: day,
                    hours: hours, revision: revision)
            ]
        }
        let slots = Dictionary(slots.map { ($0.id, $0) }) { first, _ in first }
        let stations = Dictionary(stations.map { ($0.station, $0) }) { first, _ in first }
        var appointments: [Appointment] = []
        for visit in rotas.first(where: { $0.supplier.id == one })?.visits ?? [] {
            let station = stations[visit.station]
            appointments.append(
                Appointment(
                    uid: key + [one, visit.station],
                    title: "\(title): \(station?.name.text(in: language) ?? visit.station)",
                    place: [place, station?.room].compactMap { $0 }.joined(separator: ", "), day: day,
                    hours: try slots[visit.slot].hours(visit.slot), revision: revision))
        }
        return appointments
    }
}

extension ProgrammeSlot? {
    fileprivate func hours(_ id: String) throws(SheetError) -> ClosedRange<ClockTime> {
        guard let self, let starts = ClockTime(self.starts), let ends = ClockTime(self.ends),
            starts <= ends
        else {
            throw .calendar("the slot \(id) says no times of a day, such as 09:00 and 09:25")
        }
        return starts...ends
    }
}
