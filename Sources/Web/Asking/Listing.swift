import API
import Foundation
import JSON
import JSONRPC
import Procurement
import Sheets
import Transport

extension Visit {
    /// An answer as the file that is asked for, of exactly what the page shows; `nil` where the page is.
    ///
    /// - Parameter name: of the file, without its ending.
    func file<M: Method>(
        _ method: M.Type, _ parameters: M.Parameters, _ result: M.Result, name: String
    ) async throws -> Answer? where M.Result: Listed {
        try await file(method, parameters, result, name: name, suppliers: result.supplierIDs) { result.workbook($0) }
    }

    /// The same with tables that aren't the answer's own.
    ///
    /// - Parameter suppliers: those of whom the tables tell number, place and address.
    func file<M: Method>(
        _ method: M.Type, _ parameters: M.Parameters, _ result: M.Result, name: String, suppliers: [String],
        workbook: (SheetContext) -> Workbook
    ) async throws -> Answer? {
        guard let file else { return nil }
        if file == .json { return .file(file, try JSONText(writing: result).bytes, name: name) }
        let context = SheetContext(
            language: language,
            asked: Asked(
                method: M.name, parameters: try JSONValue(writing: parameters),
                at: Moment(secondsSinceEpoch: Int(Date().timeIntervalSince1970))),
            details: try await details(of: suppliers))
        let workbook = workbook(context)
        if file == .csv {
            let bytes = CSVTable(.excel, language).bytes(try workbook.part(asked["part"]))
            return .file(file, bytes, name: name)
        }
        let path = FileManager.default.temporaryDirectory.appending(path: "torg-\(UUID().uuidString).xlsx").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try XLSXFile(workbook).write(to: path)
        return .file(file, Array(try Data(contentsOf: URL(filePath: path))), name: name)
    }

    /// Number, place and address of suppliers, by id; one that is no longer known is left out.
    func details(of suppliers: [String]) async throws -> [String: SupplierDetail] {
        var details: [String: SupplierDetail] = [:]
        for id in Set(suppliers) where !id.isEmpty {
            do {
                details[id] = try await call(SuppliersGet.self, SuppliersGet.Parameters(id: id)).supplier
            } catch let error as RPCClientError {
                guard case .remote(let answer) = error, answer.code == .notFound else { throw error }
            }
        }
        return details
    }

    /// The links to a page's files.
    func files(of address: Address) -> Fields {
        [
            "csv": .text(address.file(.csv).description), "xlsx": .text(address.file(.xlsx).description),
            "json": .text(address.file(.json).description),
        ]
    }
}
