/// A supplier without any known win is an opportunity: with a weight above zero it is lifted, never barred.
///
/// value = 1 without a known win, else 0.
struct NewcomerSignal: Signal {
    var name: SignalName { .newcomer }

    func values(in match: MatchContext) -> SignalValues {
        let awards = match.snapshot.procurements.awards
        return .bySupplier((0..<match.snapshot.suppliers.count).map { awards[$0].isEmpty ? 1 : 0 })
    }

    func because(_ supplier: Int, value: Float?, in match: MatchContext) -> String {
        match.snapshot.procurements.awards[supplier].isEmpty
            ? match.phrases.pick("No win is known: a newcomer.", "Ingen vinst är känd: en ny leverantör.")
            : match.phrases.pick("Has won before.", "Har vunnit tidigare.")
    }
}
