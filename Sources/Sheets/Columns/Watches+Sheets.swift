import API
import Procurement

extension WatchesList.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        return Workbook(
            context, Ground(),
            [
                Sheet(
                    "watches", sv: "Bevakningar", en: "Watches", language,
                    [
                        Column(sv: "Nummer", en: "Number", width: 8) { .whole($0.id) },
                        Column(sv: "Namn", en: "Name", width: 30) { .text($0.name) },
                        Column(sv: "Fråga", en: "Question", width: 60) { .text(language.watched($0)) },
                        Column(sv: "Berättar om", en: "Tells of", width: 40) {
                            .text($0.tell.map(language.news).joined(separator: ", "))
                        },
                        Column(sv: "Osedda", en: "Unseen", width: 8) { .whole($0.unseen) },
                        Column(sv: "Utöver gränsen", en: "Beyond the limit", width: 10) { .whole($0.uncounted) },
                        Column(sv: "Sparad (UTC)", en: "Saved (UTC)", width: 20) { .moment($0.at) },
                    ], watches)
            ])
    }
}

extension WatchesNews.Result: Listed {
    package var supplierIDs: [String] { news.compactMap(\.supplier?.id) }

    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        return Workbook(
            context, Ground(),
            [
                Sheet(
                    "news", sv: "Nytt", en: "News", language,
                    [
                        Column(sv: "Nummer", en: "Number", width: 8) { .whole($0.id) },
                        Column(sv: "Bevakning", en: "Watch", width: 24) { .text($0.watchName) },
                        Column(sv: "Slag", en: "Kind", width: 18) { .text(language.news($0.kind)) },
                        Column(sv: "Vad", en: "What", width: 80) { .text($0.text.text(in: language)) },
                        Column(sv: "Titel", en: "Title", width: 40) { Cell($0.notice?.title) },
                        Column(sv: "Köpare", en: "Buyer", width: 28) { Cell($0.notice?.buyer) },
                        Column(sv: "Annonsens dag", en: "Day of the notice") { Cell($0.notice?.date) },
                        Column(sv: "Sista anbudsdag", en: "Tenders by") { Cell($0.notice?.deadline) },
                        Column(sv: "Leverantör", en: "Supplier", width: 30) {
                            Cell($0.supplier?.name ?? $0.winners?.map(\.name).joined(separator: ", "))
                        },
                        Column(sv: "Avtalets slut", en: "End of the contract") { Cell($0.ends) },
                        Column(sv: "Slutet uppskattat", en: "End is an estimate", width: 10) {
                            $0.estimated.map(Cell.flag) ?? .none
                        },
                        Column(sv: "Funnet (UTC)", en: "Found (UTC)", width: 20) { .moment($0.at) },
                        Column(sv: "Sett (UTC)", en: "Seen (UTC)", width: 20) { $0.seen.map { .moment($0) } ?? .none },
                        Column(sv: "Annons", en: "Notice", width: 38) { Cell($0.notice?.id) },
                    ], news)
            ])
    }
}
