import Containers
import Procurement

extension ProcurementTable {
    /// The procurements that are counted in a category: by the main code of the notice or of a lot, as on its card.
    func numbers(in patterns: [CPVPattern], besides silenced: [Int32]) -> Set<Int32> {
        let isMeant = patterns.isMeant
        let isMain = cpv.sets.rows.map { cpv.sets[Int($0)].first.map(isMeant) ?? false }
        let isOfLot = lotCodes.sets.rows.map { lotCodes.sets[Int($0)].contains(where: isMeant) }
        var numbers: Set<Int32> = []
        for number in 0..<count
        where isMain[Int(cpv.setOf[number])] || isOfLot[Int(lotCodes.setOf[number])] {
            numbers.insert(Int32(number))
        }
        return numbers.subtracting(silenced)
    }
}

extension MatchContext {
    /// How many procurements are counted in the category that nobody is known to have won.
    var unwonCount: Int { snapshot.unwon.count(query.source.cpvPatterns.isMeant) }
}

extension [CPVPattern] {
    /// Whether a code, as a number, lies in one of them.
    fileprivate var isMeant: (Int32) -> Bool {
        { number in CPVCode(number: UInt32(number)).map { code in contains { $0.matches(code) } } ?? false }
    }
}
