import API
import Procurement
import Testing

@testable import torg

@Suite struct RankedNameTests {
    /// A firm being wound up stays on the list, and the list says so.
    @Test func tellsBesideTheNameWhatTheRegistersSayAgainstIt() {
        var supplier = SupplierReference(id: "SE5590000061", name: "Alfa AB", newcomer: true)
        #expect(RankedList.name(supplier, .sv) == "Alfa AB")
        supplier.status = API.FirmStatus(
            Procurement.FirmStatus(.inLiquidation, since: CalendarDate("2024-05-01"), reason: "LI"))
        #expect(RankedList.name(supplier, .sv) == "Alfa AB (i likvidation sedan 2024-05-01: likvidation pågår)")
        #expect(
            RankedList.name(supplier, .en) == "Alfa AB (in liquidation since 2024-05-01: the liquidation goes on)")
    }
}
