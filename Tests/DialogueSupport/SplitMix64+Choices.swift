import Containers
import Dialogue
import Procurement

/// Seeded choices for made-up instances.
extension SplitMix64 {
    package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    package mutating func among(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    package mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for index in elements.indices.reversed() { elements.swapAt(index, below(index + 1)) }
        return elements
    }

    package mutating func company(_ number: Int) -> Company {
        Company(
            id: SupplierID("s\(number < 10 ? "0" : "")\(number)"), name: "Företag \(number)",
            size: chance(10) ? nil : pick([.micro, .small, .medium, .large]), isNewcomer: chance(35),
            group: chance(40) ? "koncern \(below(6))" : nil, region: NUTSCode("SE12\(below(5))"))
    }
}
