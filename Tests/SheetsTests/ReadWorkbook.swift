import Foundation
import JSON
import TestSupport

@testable import Sheets

/// A workbook that was written to a file and read from it by `scripts/xlsx-cells`.
struct ReadWorkbook {
    struct Value: Hashable {
        var text: String?
        var number: Double?
        var format: String

        init(_ text: String, _ format: String) { (self.text, self.format) = (text, format) }
        init(_ number: Double, _ format: String) { (self.number, self.format) = (number, format) }
    }

    struct Page {
        var name: String
        var widths: [Double]
        var frozen: String?
        var filter: String?
    }

    private struct Line: Decodable {
        var sheet: String
        var widths: [Double]?
        var frozen: String?
        var filter: String?
        var row: Int?
        var column: Int?
        var value: Either?
        var format: String?
    }

    private enum Either: Decodable {
        case text(String)
        case number(Double)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    static let isPossible = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") || python != nil
    private static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

    private(set) var sheets: [Page] = []
    private var values: [String: Value] = [:]

    init(_ workbook: Workbook) throws {
        let folder = try TemporaryFolder()
        let file = folder.file("a.xlsx")
        try XLSXFile(workbook).write(to: file)
        try self.init(file: file)
    }

    init(file: String) throws {
        let run = try ProgramRun(
            at: Self.python ?? "/usr/bin/python3", [Repository.path("scripts/xlsx-cells"), file])
        guard run.code == 0 else { throw CocoaError(.fileReadCorruptFile, userInfo: ["said": run.errors]) }
        for text in run.output.split(separator: "\n") {
            let line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
            if let row = line.row, let column = line.column {
                switch line.value {
                case .text(let text): values["\(line.sheet)!\(row),\(column)"] = Value(text, line.format ?? "")
                case .number(let number): values["\(line.sheet)!\(row),\(column)"] = Value(number, line.format ?? "")
                case nil: break
                }
            } else {
                sheets.append(
                    Page(name: line.sheet, widths: line.widths ?? [], frozen: line.frozen, filter: line.filter))
            }
        }
    }

    /// Rows and columns from 1; the titles are row 1.
    func cell(_ sheet: String, _ row: Int, _ column: Int) -> Value? { values["\(sheet)!\(row),\(column)"] }
}
