import JSON
import JSONRPC
import Procurement

extension Procurement.FirmStatus.Kind: WireWord {}

/// What the public registers say of whether a firm still exists.
@WireType
package struct FirmStatus: Described {
    /// bankrupt, deregistered, merged and ceased are in no list; in-liquidation and in-reconstruction are told alone.
    package var kind: Procurement.FirmStatus.Kind
    /// Since when; absent where the register gives no day.
    package var since: CalendarDate?
    /// The register's own code for why, such as KKAV.
    package var reason: String?
    /// The organisation number of the firm that it was merged into, where the register names it.
    package var successor: String?
    /// The same as a sentence.
    package var text: BilingualText
}

extension FirmStatus {
    package init(_ status: Procurement.FirmStatus) {
        self.init(
            kind: status.kind, since: status.since, reason: status.reason, successor: status.successor?.formatted,
            text: status.sentence)
    }
}
