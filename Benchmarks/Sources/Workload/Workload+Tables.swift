import Foundation
import Procurement

extension Workload {
    /// The market in plain text for the other engines, one supplier a line: id, region, codes, text, separated by tabs.
    package func writeSuppliers(to file: URL) throws {
        try write(to: file, suppliers) { entry in
            "\(entry.id)\t\(entry.region)\t\(entry.codes.map(\.description).joined(separator: " "))\t\(text(entry.text))"
        }
    }

    /// The questions in plain text: region, leading digits of the patterns, words.
    package func writeQuestions(to file: URL) throws {
        try write(to: file, questions) { question in
            let patterns = question.patterns.map(\.digits).joined(separator: " ")
            return "\(question.region)\t\(patterns)\t\(text(question.words))"
        }
    }

    func write<Row>(to file: URL, _ rows: [Row], line: (Row) -> String) throws {
        try Data().write(to: file)
        let handle = try FileHandle(forWritingTo: file)
        var buffer = Data()
        for row in rows {
            buffer.append(contentsOf: line(row).utf8)
            buffer.append(0x0A)
            if buffer.count > 1 << 20 {
                try handle.write(contentsOf: buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try handle.write(contentsOf: buffer)
        try handle.close()
    }
}
