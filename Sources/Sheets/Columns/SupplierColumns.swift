import API
import Procurement

/// The columns that say who a supplier is, the same in every list.
struct SupplierColumns<Row> {
    let context: SheetContext
    let id: @Sendable (Row) -> String

    private func detail(_ value: @escaping @Sendable (SupplierDetail) -> Cell) -> @Sendable (Row) -> Cell {
        { [context, id] row in context.details[id(row)].map(value) ?? .none }
    }

    /// Its name, as the list has it.
    func name(_ name: @escaping @Sendable (Row) -> String) -> Column<Row> {
        Column(sv: "Leverantör", en: "Supplier", width: 40) { Cell(name($0)) }
    }

    /// Number, size, place and addresses.
    func facts(_ size: @escaping @Sendable (Row) -> SupplierSize?) -> [Column<Row>] {
        [
            Column(sv: "Organisationsnummer", en: "Number", width: 16, detail { Cell($0.number) }),
            Column(sv: "Storlek", en: "Size") { [context] row in
                Cell((size(row) ?? context.details[id(row)]?.size).map { context.language.size($0) })
            },
            Column(sv: "Region (NUTS)", en: "Region (NUTS)", width: 12, detail { Cell($0.nuts) }),
        ] + addresses
    }

    /// What the register has of ways to reach it.
    var addresses: [Column<Row>] {
        [
            Column(sv: "E-post", en: "E-mail", width: 28, detail { Cell($0.register?.email) }),
            Column(sv: "Webbplats", en: "Website", width: 24, detail { Cell($0.register?.website) }),
        ]
    }

    /// Its id, for `torg suppliers get` and the like.
    var key: Column<Row> { Column(sv: "Id", en: "Id", width: 18) { [id] in Cell(id($0)) } }
}

/// The columns that say why.
enum SignalColumns {
    /// One for each signal with its points, in the order in which the rows have them. Where a signal has nothing to go by, its
    /// field is empty: unknown is not zero.
    /// - Parameter apart: a signal that has columns of its own.
    static func points<Row>(
        _ rows: [Row], apart: String? = nil, _ signals: @escaping @Sendable (Row) -> [Signal]
    ) -> [Column<Row>] {
        var names: [String] = []
        for row in rows {
            for signal in signals(row) where !names.contains(signal.name) && signal.name != apart {
                names.append(signal.name)
            }
        }
        return names.map { name in
            Column(sv: "Poäng: \(TextLanguage.sv.signal(name))", en: "Points: \(TextLanguage.en.signal(name))") { row in
                guard let signal = signals(row).first(where: { $0.name == name }),
                    signal.value != nil || signal.points != .zero
                else { return .none }
                return .points(signal.points)
            }
        }
    }

    /// The reasons in sentences, the weightiest first.
    static func reasons<Row>(
        _ language: TextLanguage, _ signals: @escaping @Sendable (Row) -> [Signal]
    ) -> Column<Row> {
        Column(sv: "Skäl", en: "Reasons", width: 80) { row in
            let telling = signals(row).filter {
                $0.points > .zero && !$0.because.isEmpty && $0.name != FeedbackShare.signal
            }
            .sorted { ($1.points, $0.name) < ($0.points, $1.name) }
            return Cell(telling.map { "\(language.signal($0.name)): \($0.because)" }, by: " ")
        }
    }

    /// Past notices that speak for it.
    static func evidence<Row>(
        _ language: TextLanguage, _ evidence: @escaping @Sendable (Row) -> [Evidence]
    ) -> Column<Row> {
        Column(sv: "Tidigare upphandlingar", en: "Past procurements", width: 60) { row in
            Cell(
                evidence(row).map { notice in
                    let lost =
                        notice.lost == true
                        ? language.pick(sv: "anbud utan kontrakt", en: "tendered, no contract") : nil
                    let facts = [notice.buyer, notice.date?.description, lost].compactMap { $0 }
                        .joined(separator: ", ")
                    return facts.isEmpty ? notice.title : "\(notice.title) (\(facts))"
                }, by: "; ")
        }
    }
}
