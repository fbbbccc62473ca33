import ArgumentParser
import Procurement
import Sheets

extension CSVDialect: ExpressibleByArgument {}

/// Where a list goes as a file, in place of the terminal.
struct FileArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp("Write the list as CSV to this file; “-” writes it to standard output.", valueName: "file"),
        completion: .file())
    var csv: String?

    @Option(
        help: ArgumentHelp(
            """
            How the CSV is written: excel (semicolons, decimal commas, a byte order mark, as a Swedish Excel opens it) or \
            rfc4180 (commas, decimal points).
            """, valueName: "dialect"))
    var csvDialect = CSVDialect.excel

    @Option(
        help: ArgumentHelp(
            "Which table the CSV holds, where the answer has several. Default: the first.", valueName: "table"))
    var part: String?

    @Option(
        help: ArgumentHelp(
            "Write all tables of the answer, and what was asked, as an Excel workbook to this file.", valueName: "file"),
        completion: .file())
    var xlsx: String?

    var isAsked: Bool { csv != nil || xlsx != nil }

    func validate() throws {
        if xlsx == "-" {
            throw ValidationError("--xlsx takes the name of a file: a workbook is nothing for a terminal.")
        }
        if part != nil, csv == nil { throw ValidationError("--part goes with --csv; a workbook has all tables.") }
    }

    /// Writes what was asked for.
    /// - Returns: lines that say what was written; none where the CSV itself went to standard output.
    func write(_ workbook: Workbook) throws(SheetError) -> [String] {
        var lines: [String] = []
        func told(_ path: String, _ sheets: [Sheet]) {
            let rows = sheets.map { "\($0.name.text(in: workbook.language)): \(TextLayout.grouped($0.rows.count))" }
            let list = rows.joined(separator: ", ")
            lines.append(
                workbook.language.pick(sv: "Skrev \(path) (rader – \(list)).", en: "Wrote \(path) (rows – \(list))."))
        }
        if let xlsx {
            try XLSXFile(workbook).write(to: xlsx)
            told(xlsx, workbook.sheets)
        }
        if let csv {
            let sheet = try workbook.part(part)
            let bytes = CSVTable(csvDialect, workbook.language).bytes(sheet)
            if csv == "-" {
                Output.bytes(bytes)
                return []
            }
            try WholeFile.write(bytes, to: csv)
            told(csv, [sheet])
        }
        return lines
    }
}
