import Containers
import Procurement

extension IndexSnapshot {
    /// Everyone that a buyer is known to have bought from; nobody where the buyer isn't known.
    package func winners(from buyer: String) -> Set<SupplierID> {
        guard let number = procurements.buyerKeys[buyer] else { return [] }
        var winners: Set<Int32> = []
        for procurement in procurements.procurementsOfBuyer[Int(number)] {
            winners.formUnion(procurements.winners[Int(procurement)])
        }
        return Set(winners.map { suppliers.id(Int($0)) })
    }
}
