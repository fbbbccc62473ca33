import API
import JSON
import Procurement

/// All the tables of one answer, and what the answer is.
package struct Workbook: Sendable {
    package var language: TextLanguage
    /// The first is the one that a file with a single table holds.
    package var sheets: [Sheet]
    package var about: About

    package init(_ context: SheetContext, _ ground: Ground = Ground(), _ sheets: [Sheet]) {
        language = context.language
        self.sheets = sheets
        about = About(asked: context.asked, ground: ground)
    }

    /// The table of that id; the first without one.
    /// - Throws: `SheetError.unknownPart`, with those that there are.
    package func part(_ id: String?) throws(SheetError) -> Sheet {
        guard let id else {
            guard let first = sheets.first else { throw .unknownPart("", among: []) }
            return first
        }
        guard let sheet = sheets.first(where: { $0.id == id }) else {
            throw .unknownPart(id, among: sheets.map(\.id))
        }
        return sheet
    }
}

/// An answer that is a list or a plan, and so can be a file.
package protocol Listed {
    /// The ids of the suppliers that its tables tell number, place and address of.
    var supplierIDs: [String] { get }
    /// Its tables.
    func workbook(_ context: SheetContext) -> Workbook
}

extension Listed {
    package var supplierIDs: [String] { [] }
}

/// What tables are made with, beside the answer itself.
package struct SheetContext: Sendable {
    package var language: TextLanguage
    package var asked: Asked
    /// What is known of suppliers, by id: where one isn't here, its number, place and address stay empty.
    package var details: [String: SupplierDetail]

    package init(language: TextLanguage, asked: Asked, details: [String: SupplierDetail] = [:]) {
        self.language = language
        self.asked = asked
        self.details = details
    }
}

/// What was asked, and when.
package struct Asked: Sendable {
    /// Such as match.category.
    package var method: String
    /// As they were sent.
    package var parameters: JSONValue
    package var at: Moment

    package init(method: String, parameters: JSONValue, at: Moment) {
        self.method = method
        self.parameters = parameters
        self.at = at
    }
}

/// What an answer rests on.
package struct Ground: Sendable {
    /// The date of the newest notice that counts.
    package var dataThrough: CalendarDate?
    package var generation: Int?
    package var dossier: DossierReference?
    /// The buyer and the places that it was asked for.
    package var setting: QuestionSetting?
    /// How many suppliers were compared.
    package var considered: Int?
    /// Sentences that belong to the answer.
    package var remarks: [String] = []

    package init() {}

    init(
        _ dataThrough: CalendarDate?, _ generation: Int, _ dossier: DossierReference?,
        _ setting: QuestionSetting? = nil, considered: Int? = nil, remarks: [String] = []
    ) {
        self.dataThrough = dataThrough
        self.generation = generation
        self.dossier = dossier
        self.setting = setting
        self.considered = considered
        self.remarks = remarks
    }
}
