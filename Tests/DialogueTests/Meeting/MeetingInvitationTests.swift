import Dialogue
import DialogueSupport
import Procurement
import Testing

@Suite struct MeetingInvitationTests {
    @Test func isOpenToAllAndSaysHowPlacesAreGivenInBothLanguages() throws {
        var request = MeetingRequest(
            event: MeetingInstances.event, capacity: 300, categories: MeetingInstances.categories(2) { 0 },
            stations: [
                Station(
                    id: "spår", name: BilingualText(sv: "Spårvägen", en: "The tramway"),
                    subject: .project(owner: "Spårbolaget AB", categories: ["k0"]))
            ], slots: MeetingInstances.slots(3), candidates: [])
        request.event.registerBefore = CalendarDate(year: 2026, month: 9, day: 30)
        let text = try #require(try MeetingPlanner.plan(request).plan).invitation
        #expect(
            text.sv == """
                Inbjudan: Leverantörsträff

                Exempelköpings kommun bjuder in alla företag som vill veta mer om kommande inköp och berätta vad de kan.

                Dag: 2026-10-14
                Tid: 9:00–11:50
                Plats: Stadshuset

                Områden som du kan möta oss om:
                – IT
                – Livsmedel

                Projekt som har ett eget bord:
                – Spårvägen (Spårbolaget AB)

                Inbjudan är öppen för alla, stora som små, även för den som aldrig har lämnat anbud till oss.
                Det finns 300 platser, en per företag. De fylls i den ordning som anmälningarna kommer; därefter gäller \
                väntelista.
                Varje företag får ett eget schema med upp till två möten.
                Träffen är inte en del av någon upphandling. Att delta, eller att avstå, påverkar inget anbud.

                Anmälan: TendSign 2026-114
                Anmäl dig senast: 2026-09-30
                Frågor: inkop@exempelkoping.example
                """)
        #expect(text.en.hasPrefix("Invitation: Supplier meeting\n\nExempelköpings kommun invites every company"))
        #expect(text.en.contains("There are 300 places, one a company. They are filled in the order in which"))
        #expect(text.en.contains("up to 2 meetings.\nThe event is not part of any procurement."))
        #expect(text.en.hasSuffix("Questions: inkop@exempelkoping.example"))
    }
}
