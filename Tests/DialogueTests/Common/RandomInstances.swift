import Containers
import Dialogue
import Foundation
import JSON
import Procurement

/// Seeded choices for made-up instances.
extension SplitMix64 {
    mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

    mutating func among(_ range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for index in elements.indices.reversed() { elements.swapAt(index, below(index + 1)) }
        return elements
    }

    mutating func company(_ number: Int) -> Company {
        Company(
            id: SupplierID("s\(number < 10 ? "0" : "")\(number)"), name: "Företag \(number)",
            size: chance(10) ? nil : pick([.micro, .small, .medium, .large]), isNewcomer: chance(35),
            group: chance(40) ? "koncern \(below(6))" : nil, region: NUTSCode("SE12\(below(5))"))
    }
}

/// The bytes that a dossier would keep.
func bytes(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(value)
}

func json(_ value: some Encodable) throws -> JSONValue { try JSONParser.parse([UInt8](bytes(value))) }

func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    try JSONDecoder().decode(type, from: data)
}

/// Seconds of processor time that the calling thread spends, so that other work on the machine doesn't count.
func processorTime(_ body: () throws -> Void) rethrows -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try body()
    return now() - start
}
