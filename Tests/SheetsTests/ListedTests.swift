import API
import JSON
import Procurement
import TestSupport
import Testing

@testable import Sheets

/// Every list and plan as tables, from the examples of the contract: on record in `docs/formats/lists.md`.
@Suite struct ListedTests {
    private static let detail = SuppliersGet.example.result.supplier

    private func workbook<M: Method>(_ method: M.Type, _ language: TextLanguage) -> Workbook where M.Result: Listed {
        var detail = Self.detail
        detail.register?.email = "info@sundhamra.example"
        return M.example.result.workbook(
            SheetContext(
                language: language, asked: Asked(method: M.name, parameters: [:], at: Moment(secondsSinceEpoch: 0)),
                details: [detail.id: detail]))
    }

    private func page<M: Method>(_ method: M.Type) throws -> String where M.Result: Listed {
        var text = "## \(M.name)\n"
        let (swedish, english) = (workbook(method, .sv), workbook(method, .en))
        #expect(Set(swedish.sheets.map(\.id)).count == swedish.sheets.count, "\(M.name): two parts of one name")
        #expect(swedish.sheets.map { $0.tab(.sv) }.allSatisfy { $0 != "Om" })
        for (sv, en) in zip(swedish.sheets, english.sheets) {
            text +=
                "\n`--part \(sv.id)`: \(sv.name.sv), \(sv.name.en)\n\n| på svenska | in English | example |\n|---|---|---|\n"
            for column in sv.heads.indices {
                let cells = en.rows.first.map { [[$0[column]]] } ?? []
                let example = String(
                    decoding: CSVTable(.rfc4180, .en).bytes(HostileText.sheet(cells, columns: 1)).dropFirst(5),
                    as: UTF8.self)
                let shown = example.split(whereSeparator: \.isNewline).joined(separator: " ")
                text +=
                    "| \(sv.heads[column].title) | \(en.heads[column].title) |\(shown.isEmpty ? "" : " \(shown)") |\n"
            }
            for sheet in [sv, en] {
                let titles = sheet.heads.map { $0.title.lowercased() }
                #expect(Set(titles).count == titles.count, "\(M.name): two columns of one name in \(titles)")
            }
            #expect(sv.rows.allSatisfy { $0.count == sv.heads.count })
        }
        return text + "\n"
    }

    @Test func theColumnsAreTheRecordedOnes() throws {
        var text = """
            # The columns of files

            What `--csv` and `--xlsx` write, made from the examples of the contract by `ListedTests`. A workbook has all tables of an
            answer and a sheet that says what was asked; a CSV file has one, the first where `--part` names none.


            """
        text += try page(MatchCategory.self) + page(MatchSupplier.self) + page(NeedsExplore.self)
        text += try page(SuppliersFind.self) + page(NoticesFind.self) + page(CategoriesList.self)
        text += try page(ChallengesList.self) + page(CategoriesCard.self) + page(MeetingPlan.self)
        text += try page(CouncilCompose.self) + page(MeetingsSchedule.self) + page(EventsList.self)
        text += try page(EventsGet.self) + page(FeedbackList.self) + page(RefusalsList.self)
        text += try page(CategoriesHistory.self) + page(ChallengesHistory.self)
        text += try page(CategoriesPreview.self) + page(ChallengesPreview.self)
        text += try page(NeedsList.self) + page(NeedsGet.self)
        text += try page(WatchesList.self) + page(WatchesNews.self)
        text += try page(DossierList.self) + page(AuditList.self) + page(TreatmentCompare.self)
        text +=
            try page(ShortlistsList.self) + page(ShortlistsGet.self) + page(NotesList.self) + page(EventsFunnel.self)
        while text.hasSuffix("\n\n") { text.removeLast() }
        #expect(try Repository.recorded(text, as: "docs/formats/lists.md") == text)
    }

    /// A supplier of which nothing more is known keeps its row; a signal that nothing is known of has an empty field.
    @Test func whatIsNotKnownIsEmptyAndNotZero() throws {
        var answer = MatchCategory.example.result
        answer.matches[0].signals[0].value = nil
        answer.matches[0].signals[0].points = .zero
        let sheet = answer.workbook(SheetContext(language: .en, asked: .made)).sheets[0]
        func cell(_ title: String) throws -> Cell {
            sheet.rows[0][try #require(sheet.heads.firstIndex { $0.title == title })]
        }
        #expect(try cell("Points: experience") == .none && cell("Points: cpv") == .points(Points(millionths: 120_000)))
        #expect(try cell("E-mail") == .none && cell("Number") == .none)
        #expect(try cell("Supplier") == .text("Sundhamra Informationsteknik AB"))
    }

    @Test func aPartThatIsNotThereIsToldWithThoseThatAre() {
        let book = workbook(MatchSupplier.self, .en)
        #expect(throws: SheetError.unknownPart("x", among: ["categories", "challenges", "notices"])) {
            try book.part("x")
        }
    }
}
