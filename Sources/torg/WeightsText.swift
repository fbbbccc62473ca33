import API
import ArgumentParser
import Foundation
import Procurement

/// Weights as `weights.yaml` has them: `weights:`, and a signal and a number a line, for all kinds of question or below one.
enum WeightsText {
    private static let kinds = Set(WeightsByKind.notes.keys)

    /// The weights that hold for notices, which is what is learnt from and measured.
    /// - Throws: `ValidationError` with file and line.
    static func read(file: String) throws -> SortedMap<Points> {
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw ValidationError("\(file) can't be read: \((error as NSError).localizedDescription)")
        }
        return try read(text, file: file)
    }

    static func read(_ text: String, file: String) throws -> SortedMap<Points> {
        var weights: [String: SortedMap<Points>] = [:]
        var section: (kind: String, indent: Int)?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let plain = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            if plain.isEmpty || plain == "weights:" || plain == "---" { continue }
            let indent = line.prefix { $0 == " " }.count
            if let open = section, indent <= open.indent { section = nil }
            if section == nil, plain.hasSuffix(":"), kinds.contains(String(plain.dropLast())) {
                section = (String(plain.dropLast()), indent)
                continue
            }
            let parts = plain.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2, let value = Double(parts[1]), value.isFinite, value >= 0 else {
                throw ValidationError("\(file):\(index + 1): write a signal and a number, such as “experience: 0.25”.")
            }
            let kind = section?.kind ?? ""
            guard weights[kind]?[parts[0]] == nil else {
                throw ValidationError("\(file):\(index + 1): \(parts[0]) is there twice.")
            }
            weights[kind, default: [:]][parts[0]] = Points(value)
        }
        guard !weights.isEmpty else { throw ValidationError("\(file) names no weight.") }
        var result = weights[""] ?? [:]
        for (signal, weight) in weights["notice"] ?? [:] { result[signal] = weight }
        return result
    }

    /// As weights for notices.
    /// - Parameter remarks: lines that stand above, each as a comment.
    static func written(_ weights: SortedMap<Points>, remarks: [String]) -> String {
        (remarks.map { "# \($0)" } + ["weights:", "  notice:"] + weights.map { "    \($0.key): \($0.value)" })
            .joined(separator: "\n") + "\n"
    }
}
