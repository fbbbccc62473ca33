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
                        Column(sv: "Nummer", en: "Number", width: 8) { .whole($0.id) },
                        Column(sv: "När (UTC)", en: "When (UTC)", width: 20) { .moment($0.at) },
                        Column(sv: "Utfall", en: "Verdict", width: 12) { .text(language.verdict($0.verdict)) },
                        supplier.name { context.details[$0.supplier]?.name ?? $0.supplier },
                        Column(sv: "Behov", en: "Need", width: 40) { .text(language.need($0.need)) },
                        Column(sv: "Skäl", en: "Reason", width: 60) { Cell($0.reason) },
                        Column(sv: "Av", en: "By", width: 16) { .text($0.by) },
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
                        Column(sv: "Nummer", en: "Number", width: 8) { .whole($0.id) },
                        Column(sv: "När (UTC)", en: "When (UTC)", width: 20) { .moment($0.at) },
                        Column(sv: "Fil", en: "File", width: 40) { .text($0.file) },
                        Column(sv: "Rad", en: "Line", width: 8) { Cell($0.line) },
                        Column(sv: "Annons", en: "Notice", width: 38) { Cell($0.noticeId) },
                        Column(sv: "Skäl", en: "Reason", width: 18) { .text($0.reason) },
                        Column(sv: "Förklaring", en: "Detail", width: 80) { .text($0.detail) },
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
                        Column(sv: "Post", en: "Entry", width: 8) { .whole($0.sequence) },
                        Column(sv: "Akt", en: "Dossier", width: 18) { .text($0.dossier) },
                        Column(sv: "När (UTC)", en: "When (UTC)", width: 20) { .moment($0.at) },
                        Column(sv: "Vem", en: "Who", width: 16) { Cell($0.actor) },
                        Column(sv: "Fråga", en: "Asked", width: 20) { .text($0.method) },
                        Column(sv: "Dataversion", en: "Generation", width: 11) { .whole($0.generation) },
                        Column(sv: "Borttaget genom post", en: "Removed by entry", width: 11) { Cell($0.removedBy) },
                        Column(sv: "Hash", en: "Hash", width: 66) { .text($0.hash) },
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
                        Column(sv: "Nummer", en: "Number", width: 8) { .whole($0.id) },
                        Column(sv: "Händelse", en: "Action", width: 12) { .text($0.action.rawValue) },
                        Column(sv: "Vem", en: "Who", width: 16) { .text($0.by) },
                        Column(sv: "Metod", en: "Method", width: 20) { Cell($0.method) },
                        Column(sv: "Om", en: "About", width: 30) { Cell($0.subject) },
                        Column(sv: "Skäl", en: "Reason", width: 50) { Cell($0.reason) },
                        Column(sv: "Antal", en: "Count", width: 8) { .whole($0.count) },
                        Column(sv: "Först (UTC)", en: "First (UTC)", width: 20) { .moment($0.at) },
                        Column(sv: "Sist (UTC)", en: "Last (UTC)", width: 20) { .moment($0.last) },
                    ], entries)
            ])
    }
}
