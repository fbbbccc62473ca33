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

    let path: String
    private let bytes: Data
    private let delimiter: Character
    private let columns: [Column: Int]
    private let width: Int

    /// - Throws: `StoreError.codeListUnreadable` where the file can't be read or is no such list.
    init(path: String) throws(StoreError) {
        func unreadable(_ reason: String) -> StoreError { .codeListUnreadable(path: path, reason: reason) }
        do {
            bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        } catch {
            throw unreadable((error as NSError).localizedDescription)
        }
        self.path = path
        let head = bytes.prefix(4096)
        guard !head.contains(0) else { throw unreadable("it is not text in UTF-8; export it as CSV in UTF-8") }
        delimiter = RegisterFile.delimiter(of: bytes)
        var records = RegisterRecords(bytes, delimiter: delimiter)
        guard let header = records.next()?.fields else {
            throw unreadable("it has no header line; give a CSV \(Self.form)")
        }
        var columns: [Column: Int] = [:]
        for (index, title) in header.enumerated() {
            guard let column = Column(rawValue: title.trimmingCharacters(in: .whitespaces).lowercased()) else {
                continue
            }
            guard columns.updateValue(index, forKey: column) == nil else {
                throw unreadable("the column “\(column.rawValue)” is there twice")
            }
        }
        guard columns[.code] != nil, columns.count > 1 else {
            throw unreadable("its first line lacks the columns; give a CSV \(Self.form)")
        }
        self.columns = columns
        width = header.count
    }

    private static let form = "with the columns code, label_en, label_sv (one label is enough)"

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
    func rows() -> [CodeOutcome] { RegisterRecords(bytes, delimiter: delimiter, after: 1).map(row) }

    private func row(_ record: RegisterRecords.Record) -> CodeOutcome {
        guard let fields = record.fields else {
            return refusal(
                "bad-quotes",
                "a quote is opened and not closed, or text follows a closing quote; write \"\" for a quote inside quotes",
                record)
        }
        guard fields.count == width else {
            return refusal("bad-columns", "the row has \(fields.count) fields and the header \(width)", record)
        }
        func text(_ column: Column) -> String? {
            guard let index = columns[column] else { return nil }
            let text = fields[index].trimmingCharacters(in: .whitespacesAndNewlines)
            return text.isEmpty ? nil : text
        }
        guard let code = text(.code).flatMap({ CPVCode($0) }) else {
            return refusal("bad-cpv", "“\(text(.code) ?? "")” is not a CPV code of eight digits", record)
        }
        let label = CodeLabel(code: code, english: text(.english), swedish: text(.swedish))
        guard label.english != nil || label.swedish != nil else {
            return refusal("no-label", "the code has no label", record)
        }
        return .label(label, at: FeedPosition(file: path, line: record.line))
    }

    private func refusal(_ reason: String, _ detail: String, _ record: RegisterRecords.Record) -> CodeOutcome {
        .refusal(Refusal(reason: reason, detail: detail, position: FeedPosition(file: path, line: record.line)))
    }
}
