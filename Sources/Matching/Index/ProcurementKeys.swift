import Containers
import Procurement

/// The ids of past procurements and of their procedures.
struct ProcurementKeys: Sendable {
    /// By procurement.
    private(set) var ids = SortedTexts()
    private var procedures = SortedTexts()
    /// Row = procedure, items = procurements, ascending.
    private var procurementsOfProcedure = RaggedRows<Int32>()

    init() {}

    /// - Parameter places: which of the procurements somebody won, ascending.
    init(_ known: PastProcurements, places: [Int32]) {
        var ids = PackedTexts()
        var procedures = Interner<UInt8>()
        var ofProcedure: [(row: Int32, item: Int32)] = []
        ofProcedure.reserveCapacity(places.count)
        known.forEachFields(of: places) { number, fields in
            ids.append(fields.notice)
            if let procedure = fields.procedure {
                ofProcedure.append((procedures.intern(procedure), Int32(number)))
            }
        }
        self.ids = SortedTexts(ids)
        let order = procedures.rows.order
        var ranks = [Int32](repeating: 0, count: order.count)
        for (rank, number) in order.enumerated() { ranks[Int(number)] = Int32(rank) }
        self.procedures = SortedTexts(procedures.rows.ordered(order))
        procurementsOfProcedure = RaggedRows<Int32>(
            rows: order.count, pairs: ofProcedure.map { (ranks[Int($0.row)], $0.item) })
    }

    /// The places of these notices and of all notices of these procedures, ascending.
    func numbers(notices: Set<NoticeID>, procedures: Set<ProcedureID>) -> [Int32] {
        var numbers = Set(notices.compactMap { ids.number(of: $0.rawValue).map(Int32.init) })
        for procedure in procedures {
            guard let row = self.procedures.number(of: procedure.rawValue) else { continue }
            numbers.formUnion(procurementsOfProcedure[row])
        }
        return numbers.sorted()
    }

    /// Bytes held, for reports.
    var memory: Int { ids.memory + procedures.memory + procurementsOfProcedure.memory }
}
