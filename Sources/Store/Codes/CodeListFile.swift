import CSV
import Foundation
import Procurement

/// The labels of CPV codes as a CSV file: the columns `code`, `label_en` and `label_sv`, in any order, by its header.
/// Others are passed over.
package struct CodeListFile {
    private enum Column: String, CaseIterable {
        case code
        case english = "label_en"
        case swedish = "label_sv"
    }

    private let path: String
    private var table: CSVTable<Column>

    /// - Throws: `StoreError.codeListUnreadable` where the file can't be read or is no such list.
    init(path: String) throws(StoreError) {
        do {
            table = try CSVTable(path: path)
        } catch {
            throw Self.unreadable(path, error)
        }
        self.path = path
        guard table.columns.contains(.code), table.columns.count > 1 else {
            throw .codeListUnreadable(
                path: path, reason: "its first line lacks the columns; give a CSV \(Self.form)")
        }
    }

    private static let form = "with the columns code, label_en, label_sv (one label is enough)"

    private static func unreadable(_ path: String, _ error: CSVError) -> StoreError {
        let reason =
            switch error {
            case .unreadable(let reason): reason
            case .notText: "it is not text in UTF-8; export it as CSV in UTF-8"
            case .noHeader: "it has no header line; give a CSV \(form)"
            case .repeatedColumn(let column): "the column “\(column)” is there twice"
            }
        return .codeListUnreadable(path: path, reason: reason)
    }

    /// Whether a file begins as XML does: then it is no CSV but genericode, it may be. False where it can't be read.
    package static func isXML(path: String) -> Bool {
        guard let file = FileHandle(forReadingAtPath: path), let head = try? file.read(upToCount: 4096) else {
            return false
        }
        // Byte order marks of UTF-8 and UTF-16, the zeros of UTF-16, and white space.
        let blanks: Set<UInt8> = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x20, 0x09, 0x0A, 0x0D]
        return head.first { !blanks.contains($0) } == UInt8(ascii: "<")
    }

    /// Its rows in order.
    mutating func rows() throws(StoreError) -> [CodeOutcome] {
        var rows: [CodeOutcome] = []
        do {
            while let line = try table.next() {
                switch line {
                case .row(let fields): rows.append(row(fields))
                case .fault(let fault): rows.append(.refusal(Refusal(fault, in: path)))
                }
            }
        } catch {
            throw Self.unreadable(path, error)
        }
        return rows
    }

    private func row(_ fields: CSVTable<Column>.Row) -> CodeOutcome {
        func refusal(_ reason: String, _ detail: String) -> CodeOutcome {
            .refusal(Refusal(reason: reason, detail: detail, position: FeedPosition(file: path, line: fields.line)))
        }
        guard let code = fields[.code].flatMap({ CPVCode($0) }) else {
            return refusal("bad-cpv", "“\(fields[.code] ?? "")” is not a CPV code of eight digits")
        }
        let label = CodeLabel(code: code, english: fields[.english], swedish: fields[.swedish])
        guard label.english != nil || label.swedish != nil else { return refusal("no-label", "the code has no label") }
        return .label(label, at: FeedPosition(file: path, line: fields.line))
    }
}
