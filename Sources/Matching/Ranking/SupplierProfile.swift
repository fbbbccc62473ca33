import Containers
import Procurement

/// Who a supplier is, as far as an answer shows it.
package struct SupplierProfile: Sendable, Hashable {
    package var id: SupplierID
    package var name: String
    package var size: SupplierSize?
    /// True where no win of this supplier is known.
    package var isNewcomer: Bool
    /// What the public registers say against its being there; nil where nothing does.
    package var status: FirmStatus?
}

extension IndexSnapshot {
    /// Nil for a supplier that the snapshot doesn't know.
    package func profile(of id: SupplierID) -> SupplierProfile? {
        suppliers.number(of: id).map { number in
            SupplierProfile(
                id: id, name: suppliers.names[number], size: suppliers.sizes[number].size,
                isNewcomer: procurements.awards[number].isEmpty,
                status: suppliers.statuses[Int32(number)])
        }
    }
}
