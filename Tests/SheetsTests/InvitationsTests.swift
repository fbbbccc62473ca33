import API
import Procurement
import Testing

@testable import Sheets

@Suite struct InvitationsTests {
    private var event: EventsGet.Result {
        var event = EventsGet.example.result
        var other = event.guests[0]
        (other.guest, other.supplier, other.name) = (18, nil, "Okänd & Co")
        other.registration?.standing = .withdrawn
        var third = event.guests[0]
        (third.guest, third.supplier, third.name, third.invitation) = (19, "SE5", "Bara anmäld AB", nil)
        event.guests += [other, third]
        return event
    }

    private func context(email: String?) -> SheetContext {
        var detail = SuppliersGet.example.result.supplier
        detail.register?.email = email
        return SheetContext(language: .sv, asked: .made, details: [detail.id: detail])
    }

    private func cells(_ sheet: Sheet, _ title: String) throws -> [Cell] {
        let column = try #require(sheet.heads.firstIndex { $0.title == title })
        return sheet.rows.map { $0[column] }
    }

    @Test func onlyTheInvitedAreThereAndAMissingAddressIsSaid() throws {
        let invitations = Invitations(event, MeetingDetails())
        let with = invitations.workbook(context(email: "info@sundhamra.example")).sheets[0]
        #expect(
            try cells(with, "Företag") == [.text("Sundhamra Informationsteknik AB"), .text("Okänd & Co")])
        #expect(try cells(with, "E-post") == [.text("info@sundhamra.example"), .none])
        #expect(try cells(with, "Når") == [.text("e-post"), .text("finns inte i registret")])
        let without = invitations.workbook(context(email: nil)).sheets[0]
        #expect(try cells(without, "Når").first == .text("registret har ingen e-post"))
        #expect(try cells(without, "E-post") == [.none, .none])
    }

    @Test func theTextSaysWhatIsKnownAndNothingElse() throws {
        let plain = Invitations(event, MeetingDetails())
        let guest = event.guests[0]
        let text = plain.text(guest, .sv)
        #expect(
            text.hasPrefix(
                "Till Sundhamra Informationsteknik AB\n\nVi bjuder in er till Leverantörsträff 2026."))
        #expect(text.contains("Dag: 2026-03-12") && text.contains("Plats: Ekby stadshus"))
        #expect(text.contains("därför att: Nykomling inom IT"))
        #expect(text.contains("Er kod vid incheckningen: \(CheckInCode.of(event: 3, guest: 17))"))
        #expect(!text.contains("Anmälan:") && !text.contains("Frågor:"))
        let full = Invitations(
            event,
            MeetingDetails(
                host: "Norrvika kommun", registration: "tendsign.example",
                registerBefore: CalendarDate("2026-03-01"),
                contact: "inkop@norrvika.example")
        ).text(guest, .en)
        #expect(
            full.contains("Norrvika kommun invites you") && full.contains("Register: tendsign.example"))
        #expect(
            full.contains("no later than: 2026-03-01")
                && full.hasSuffix("Questions: inkop@norrvika.example"))
        #expect(plain.subject(.en) == "Invitation: Leverantörsträff 2026, 2026-03-12")
    }

    @Test func theDoorHasWhoIsRegisteredByNameWithTheSameCode() throws {
        let door = DoorList(event)
        #expect(door.guests.map(\.name) == ["Bara anmäld AB", "Sundhamra Informationsteknik AB"])
        let sheet = door.workbook(context(email: nil)).sheets[0]
        let invited = Invitations(event, MeetingDetails()).workbook(context(email: nil)).sheets[0]
        #expect(try cells(sheet, "Kod").last == cells(invited, "Kod").first)
    }
}
