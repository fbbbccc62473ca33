import Procurement

/// Something on a day and at a place, for people's calendars.
package struct Appointment: Sendable, Hashable {
    /// The same for as long as it is the same: a calendar that gets it again moves what it has.
    package var uid: String
    /// Counts up when it is changed.
    package var revision = 0
    package var title: String
    package var text: String?
    package var place: String?
    package var day: CalendarDate
    /// From when to when, by the clock in Sweden; the whole day without.
    package var hours: ClosedRange<ClockTime>?

    package init(
        uid: [String], title: String, text: String? = nil, place: String? = nil, day: CalendarDate,
        hours: ClosedRange<ClockTime>? = nil, revision: Int = 0
    ) {
        self.uid = (["torg"] + uid).map(Self.plain).joined(separator: "-")
        self.revision = revision
        self.title = title
        self.text = text
        self.place = place
        self.day = day
        self.hours = hours
    }

    /// Letters and digits of ASCII, points; all else as its bytes in hexadecimal after an underscore.
    private static func plain(_ text: String) -> String {
        text.utf8.map { byte in
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || byte == UInt8(ascii: ".")
            return isPlain ? String(UnicodeScalar(byte)) : "_" + String(byte, radix: 16)
        }.joined()
    }
}
