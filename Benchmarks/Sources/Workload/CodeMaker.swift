import Containers
import Procurement

/// Codes that look like those of the CPV: its 45 divisions, and below each groups, classes, categories and finer codes.
package enum CodeMaker {
    /// About 9,000 codes, the most frequent first.
    package static func codes(seed: UInt64) -> [CPVCode] {
        var generator = SplitMix64(seed: seed)
        var codes: [CPVCode] = []
        for label in CPVDivision.labels {
            grow("\(label.code.description.prefix(2))", &codes, &generator)
        }
        return codes.shuffled(using: &generator)
    }

    private static func grow(_ digits: String, _ codes: inout [CPVCode], _ generator: inout SplitMix64) {
        codes.append(contentsOf: CPVCode(digits + String(repeating: "0", count: 8 - digits.count)).map { [$0] } ?? [])
        // How many branches lie below, by depth: about 9,454 codes in all, as the CPV has.
        let most = [2: 7, 3: 6, 4: 4, 5: 2, 6: 1, 7: 1][digits.count] ?? 0
        guard most > 0 else { return }
        for digit in 1...Int.random(in: 1...most, using: &generator) { grow(digits + "\(digit)", &codes, &generator) }
    }
}
