import API
import Procurement

// What is found: suppliers, notices, and what is configured.

extension SuppliersFind.Result: Listed {
    package var supplierIDs: [String] { suppliers.map(\.id) }

    package func workbook(_ context: SheetContext) -> Workbook {
        let supplier = SupplierColumns<SupplierLine>(context: context) { $0.id }
        let columns: [Column<SupplierLine>] =
            [
                supplier.name { $0.name },
                Column(sv: "Organisationsnummer", en: "Number", width: 16) { Cell($0.number) },
                Column(sv: "Storlek", en: "Size") { Cell($0.size.map { context.language.size($0) }) },
                Column(sv: "Region (NUTS)", en: "Region (NUTS)", width: 12) { Cell($0.nuts) },
            ] + supplier.addresses + [
                Column(sv: "Vinster", en: "Awards", width: 9) { .whole($0.awards) },
                Column(sv: "Senaste vinst", en: "Latest award") { Cell($0.lastAward) },
                supplier.key,
            ]
        var ground = Ground()
        ground.generation = generation
        return Workbook(
            context, ground,
            [Sheet("suppliers", sv: "Leverantörer", en: "Suppliers", context.language, columns, suppliers)])
    }
}

extension NoticesFind.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        let names = Dictionary(
            cpvNames.compactMap { code in (code.names[language.rawValue] ?? code.names["en"]).map { (code.code, $0) } }
        ) { first, _ in first }
        var ground = Ground()
        ground.generation = generation
        return Workbook(
            context, ground,
            [
                Sheet(
                    "notices", sv: "Annonser", en: "Notices", language,
                    [
                        Column(sv: "Datum", en: "Date") { Cell($0.date) },
                        Column(sv: "Annons", en: "Notice", width: 50) { .text($0.title) },
                        Column(sv: "Köpare", en: "Buyer", width: 28) { Cell($0.buyer) },
                        Column(sv: "Slag", en: "Purpose", width: 18) { .text(language.purpose($0.purpose)) },
                        Column(sv: "Kontrakt", en: "Contract") { Cell($0.kind.map { language.contract($0) }) },
                        Column(sv: "CPV", en: "CPV", width: 18) { Cell($0.cpv, by: " ") },
                        Column(sv: "CPV i ord", en: "CPV in words", width: 40) {
                            Cell($0.cpv.first.flatMap { names[$0] })
                        },
                        Column(sv: "Delar", en: "Lots", width: 7) { .whole($0.lots) },
                        Column(sv: "Vinnare", en: "Winners", width: 8) { .whole($0.winners) },
                        Column(sv: "Id", en: "Id", width: 38) { .text($0.id) },
                    ], notices)
            ])
    }
}

extension CategoriesList.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        return Workbook(
            context, Ground(),
            [
                Sheet(
                    "categories", sv: "Kategorier", en: "Categories", language,
                    [
                        Column(sv: "Id", en: "Id", width: 18) { .text($0.id) },
                        Column(sv: "Kategori", en: "Category", width: 40) {
                            Cell($0.names[language.rawValue] ?? $0.name)
                        },
                        Column(sv: "CPV", en: "CPV", width: 30) { Cell($0.cpv, by: " ") },
                        Column(sv: "Ord", en: "Words", width: 40) { Cell($0.keywords) },
                        Column(sv: "Ansvarig", en: "Owner", width: 28) { Cell($0.owner) },
                    ], categories)
            ])
    }
}

extension ChallengesList.Result: Listed {
    package func workbook(_ context: SheetContext) -> Workbook {
        let language = context.language
        return Workbook(
            context, Ground(),
            [
                Sheet(
                    "challenges", sv: "Utmaningar", en: "Challenges", language,
                    [
                        Column(sv: "Id", en: "Id", width: 18) { .text($0.id) },
                        Column(sv: "Utmaning", en: "Challenge", width: 40) {
                            Cell($0.names[language.rawValue] ?? $0.name)
                        },
                        Column(sv: "I ord", en: "In words", width: 60) { .text($0.text) },
                        Column(sv: "CPV", en: "CPV", width: 30) { Cell($0.cpv, by: " ") },
                        Column(sv: "Mål", en: "Goals", width: 18) { Cell($0.goals, by: " ") },
                        Column(sv: "Ansvarig", en: "Owner", width: 28) { Cell($0.owner) },
                    ], challenges)
            ])
    }
}
