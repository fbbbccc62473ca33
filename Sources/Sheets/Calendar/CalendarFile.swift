import API
import CLibICal
import Procurement

/// Appointments as an iCalendar file (RFC 5545), in Swedish time with its rules in the file.
package struct CalendarFile {
    package let appointments: [Appointment]
    /// When the file was made.
    package let at: Moment

    package init(_ appointments: [Appointment], at: Moment) {
        self.appointments = appointments
        self.at = at
    }

    /// Central European time as it has been since 1996: Directive 2000/84/EC, and what went before it.
    private static let frame = """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//Torg//Torg//EN
        CALSCALE:GREGORIAN
        BEGIN:VTIMEZONE
        TZID:Europe/Stockholm
        BEGIN:DAYLIGHT
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        TZNAME:CEST
        DTSTART:19960331T020000
        RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
        END:DAYLIGHT
        BEGIN:STANDARD
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        TZNAME:CET
        DTSTART:19961027T030000
        RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
        END:STANDARD
        END:VTIMEZONE
        END:VCALENDAR
        """

    /// The file's text, its lines folded and ended by CR and LF.
    /// - Throws: `SheetError.calendar` where libical can't write it.
    package func text() throws(SheetError) -> String {
        guard let calendar = icalparser_parse_string(Self.frame.replacing("\n", with: "\r\n")) else {
            throw .calendar("libical doesn't read its own frame")
        }
        defer { icalcomponent_free(calendar) }
        for appointment in appointments {
            icalcomponent_add_component(calendar, component(appointment))
        }
        guard let written = icalcomponent_as_ical_string_r(calendar) else {
            throw .calendar("libical wrote nothing")
        }
        defer { icalmemory_free_buffer(written) }
        return String(cString: written)
    }

    /// Writes it whole or not at all.
    package func write(to path: String) throws(SheetError) {
        try WholeFile.write(Array(try text().utf8), to: path)
    }

    private func component(_ appointment: Appointment) -> OpaquePointer? {
        let event = icalcomponent_new(ICAL_VEVENT_COMPONENT)
        func add(_ property: OpaquePointer?) { icalcomponent_add_property(event, property) }
        add(icalproperty_new_uid(appointment.uid))
        add(icalproperty_new_dtstamp(icaltime_from_string(at.text.filter { $0 != "-" && $0 != ":" })))
        add(icalproperty_new_sequence(Int32(clamping: appointment.revision)))
        let day = appointment.day.description.filter { $0 != "-" }
        if let hours = appointment.hours {
            add(
                local(icalproperty_new_dtstart(icaltime_from_string("\(day)T\(hours.lowerBound.compact)"))))
            add(local(icalproperty_new_dtend(icaltime_from_string("\(day)T\(hours.upperBound.compact)"))))
        } else {
            // The end of a whole day is the day after (RFC 5545, 3.6.1).
            let next = CalendarDate(daysSinceEpoch: appointment.day.daysSinceEpoch + 1)
            add(icalproperty_new_dtstart(icaltime_from_string(day)))
            add(icalproperty_new_dtend(icaltime_from_string(next.description.filter { $0 != "-" })))
        }
        add(icalproperty_new_summary(appointment.title.inCell))
        if let place = appointment.place { add(icalproperty_new_location(place.inCell)) }
        if let text = appointment.text { add(icalproperty_new_description(text.inCell)) }
        return event
    }

    private func local(_ property: OpaquePointer?) -> OpaquePointer? {
        icalproperty_add_parameter(property, icalparameter_new_tzid("Europe/Stockholm"))
        return property
    }
}
