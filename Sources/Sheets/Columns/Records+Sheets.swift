import API
import Procurement

// What is on record: feedback, refusals, dossiers, the audit.

extension FeedbackList.Result: Listed {
    package var supplierIDs: [String] { feedback.map(\.supplier) }

    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        let supplier = SupplierColumns<FeedbackEntry>(context: context) { $0.supplier }
        return Workbook(
            context, Ground(),
            [
                Sheet(
                    "feedback", sv: "Återkoppling", en: "Feedback", language,
                    [
                        Column("Nummer", "Number", width: 8) { .whole($0.id) },
                        Column("När (UTC)", "When (UTC)", width: 20) { .moment($0.at) },
                        Column("Utfall", "Verdict", width: 12) { .text(language.verdict($0.verdict)) },
                        supplier.name { context.details[$0.supplier]?.name ?? $0.supplier },
                        Column("Behov", "Need", width: 40) { .text(language.need($0.need)) },
                        Column("Skäl", "Reason", width: 60) { Cell($0.reason) },
                        Column("Av", "By", width: 16) { .text($0.by) },
                        supplier.key,
                    ], feedback)
            ])
    }
}

extension RefusalsList.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        Workbook(
            context, Ground(),
            [
                Sheet(
                    "refusals", sv: "Avvisat", en: "Refusals", context.language,
                    [
                        Column("Nummer", "Number", width: 8) { .whole($0.id) },
                        Column("När (UTC)", "When (UTC)", width: 20) { .moment($0.at) },
                        Column("Fil", "File", width: 40) { .text($0.file) },
                        Column("Rad", "Line", width: 8) { Cell($0.line) },
                        Column("Annons", "Notice", width: 38) { Cell($0.noticeId) },
                        Column("Skäl", "Reason", width: 18) { .text($0.reason) },
                        Column("Förklaring", "Detail", width: 80) { .text($0.detail) },
                    ], refusals)
            ])
    }
}

extension DossierList.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        Workbook(
            context, Ground(),
            [
                Sheet(
                    "entries", sv: "Akter", en: "Dossiers", context.language,
                    [
                        Column("Post", "Entry", width: 8) { .whole($0.sequence) },
                        Column("Akt", "Dossier", width: 18) { .text($0.dossier) },
                        Column("När (UTC)", "When (UTC)", width: 20) { .moment($0.at) },
                        Column("Vem", "Who", width: 16) { Cell($0.actor) },
                        Column("Fråga", "Asked", width: 20) { .text($0.method) },
                        Column("Dataversion", "Generation", width: 11) { .whole($0.generation) },
                        Column("Borttaget genom post", "Removed by entry", width: 11) { Cell($0.removedBy) },
                        Column("Hash", "Hash", width: 66) { .text($0.hash) },
                    ], entries)
            ])
    }
}

extension AuditList.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        Workbook(
            context, Ground(),
            [
                Sheet(
                    "audit", sv: "Granskningslogg", en: "Audit", context.language,
                    [
                        Column("Nummer", "Number", width: 8) { .whole($0.id) },
                        Column("Händelse", "Action", width: 12) { .text($0.action.rawValue) },
                        Column("Vem", "Who", width: 16) { .text($0.by) },
                        Column("Metod", "Method", width: 20) { Cell($0.method) },
                        Column("Om", "About", width: 30) { Cell($0.subject) },
                        Column("Skäl", "Reason", width: 50) { Cell($0.reason) },
                        Column("Antal", "Count", width: 8) { .whole($0.count) },
                        Column("Först (UTC)", "First (UTC)", width: 20) { .moment($0.at) },
                        Column("Sist (UTC)", "Last (UTC)", width: 20) { .moment($0.last) },
                    ], entries)
            ])
    }
}
