import API
import CLibXLSXWriter
import Procurement

/// Tables as a workbook that Excel and LibreOffice open: a sheet a table, the titles in a row that stays, filters on it, numbers
/// and days as such, and what was asked on the last sheet.
package struct XLSXFile {
    package let workbook: Workbook

    package init(_ workbook: Workbook) { self.workbook = workbook }

    /// Characters that Excel takes in a cell; the last is an ellipsis where a text is longer.
    static let longestText = 32_767

    /// - Throws: `SheetError` where nothing came about.
    package func write(to path: String) throws(SheetError) {
        try WholeFile.write(to: path) { (beside: String) throws(SheetError) in try fill(beside, told: path) }
    }

    private func fill(_ file: String, told path: String) throws(SheetError) {
        guard let book = workbook_new(file) else { throw .workbook(path, words: "no memory") }
        let formats = Formats(book)
        workbook.about.asked.title.withCString { title in
            var properties = lxw_doc_properties()
            properties.title = UnsafeMutablePointer(mutating: title)
            properties.created = workbook.about.asked.at.secondsSinceEpoch
            workbook_set_properties(book, &properties)
        }
        for sheet in workbook.sheets + [workbook.about.sheet(workbook.language)] {
            guard let page = workbook_add_worksheet(book, sheet.tab(workbook.language)) else {
                lxw_workbook_free(book)
                throw .workbook(path, words: "no sheet “\(sheet.id)”")
            }
            fill(page, sheet, formats)
        }
        let error = workbook_close(book)
        guard error == LXW_NO_ERROR else {
            throw .workbook(path, words: lxw_strerror(error).map { String(cString: $0) } ?? "\(error)")
        }
    }

    private func fill(_ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet, _ formats: Formats) {
        for (column, head) in sheet.heads.enumerated() {
            let column = lxw_col_t(column)
            worksheet_set_column(page, column, column, Double(head.width), nil)
            worksheet_write_string(page, 0, column, head.title.inSheet, formats.head)
        }
        worksheet_freeze_panes(page, 1, 0)
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                write(cell, page, lxw_row_t(row + 1), lxw_col_t(column), sheet.heads[column].width, formats)
            }
        }
        if !sheet.heads.isEmpty {
            worksheet_autofilter(page, 0, 0, lxw_row_t(sheet.rows.count), lxw_col_t(sheet.heads.count - 1))
        }
    }

    private func write(
        _ cell: Cell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t, _ width: Int,
        _ formats: Formats
    ) {
        func text(_ text: String) {
            let text = text.inSheet
            // As text, also when a person goes through the cell and leaves it: a formula stays none, a code keeps its zeros.
            let format = text.count > 2 * width ? formats.paragraph : formats.text
            worksheet_write_string(page, row, column, text, format)
        }
        switch cell {
        case .none: break
        case .withheld: text(workbook.language.withheld)
        case .text(let words): text(words)
        case .whole(let number):
            worksheet_write_number(page, row, column, Double(number), formats.whole)
        case .points(let points):
            worksheet_write_number(page, row, column, points.double, formats.points)
        case .decimal(let digits):
            // More digits than a spreadsheet's numbers hold stay as they are written.
            if digits.isPlainDecimal, digits.count(where: \.isNumber) <= 15, let number = Double(digits) {
                worksheet_write_number(page, row, column, number, formats.decimal)
            } else {
                text(digits)
            }
        case .day(let day):
            if day < Self.firstDay { text(day.description) } else { date(day, page, row, column, formats.day) }
        case .moment(let moment):
            guard let day = CalendarDate(moment.text), day >= Self.firstDay else { return text(moment.text) }
            date(day, page, row, column, formats.moment, seconds: moment.secondsSinceEpoch % 86_400)
        case .flag(let flag): text(workbook.language.flag(flag))
        }
    }

    private func date(
        _ day: CalendarDate, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t,
        _ format: UnsafeMutablePointer<lxw_format>?, seconds: Int = 0
    ) {
        // Days since 30 December 1899, as spreadsheets count them.
        let serial = Double(Int(day.daysSinceEpoch) + 25_569) + Double(seconds) / 86_400
        worksheet_write_number(page, row, column, serial, format)
    }

    /// Before it, Excel's days are one off: it knows a 29 February 1900.
    private static let firstDay = CalendarDate(nearestTo: 1900, 3, 1)
}

/// How cells look.
private struct Formats {
    let head, text, paragraph, whole, points, decimal, day, moment: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        func format(_ pattern: String?, wraps: Bool = false, isBold: Bool = false) -> UnsafeMutablePointer<lxw_format>?
        {
            let format = workbook_add_format(book)
            if let pattern { format_set_num_format(format, pattern) }
            if wraps { format_set_text_wrap(format) }
            if isBold { format_set_bold(format) }
            format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            return format
        }
        head = format(nil, wraps: true, isBold: true)
        text = format("@")
        paragraph = format("@", wraps: true)
        whole = format("0")
        points = format("0.000")
        decimal = format("#,##0.00")
        day = format("yyyy-mm-dd")
        moment = format("yyyy-mm-dd hh:mm:ss")
    }
}

extension Sheet {
    /// Its name as Excel takes it: at most 31 characters, without `[]:*?/\`.
    func tab(_ language: TextLanguage) -> String {
        String(name.text(in: language).map { "[]:*?/\\".contains($0) ? "-" : $0 }.prefix(31))
    }
}

extension String {
    /// As a cell of a workbook holds it: no longer than Excel takes, and with `_x0041_` not read as a character.
    fileprivate var inSheet: String {
        var text = inCell
        if text.contains("_x") { text = text.replacing(/_x(?=[0-9A-Fa-f]{4}_)/, with: "_x005F_x") }
        guard text.utf16.count > XLSXFile.longestText else { return text }
        var length = 0
        let whole = text.prefix { character in
            length += character.utf16.count
            return length < XLSXFile.longestText
        }
        return String(whole) + "…"
    }
}

extension Asked {
    fileprivate var title: String { "Torg: \(method)" }
}

extension Moment {
    /// Since 1970-01-01T00:00:00Z.
    var secondsSinceEpoch: Int {
        let digits = text.utf8.split { !(0x30...0x39).contains($0) }.map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        guard digits.count == 6, let day = CalendarDate(text) else { return 0 }
        return Int(day.daysSinceEpoch) * 86_400 + digits[3] * 3600 + digits[4] * 60 + digits[5]
    }
}
