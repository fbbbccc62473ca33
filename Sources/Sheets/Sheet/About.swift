import API
import JSON
import Procurement

/// What was asked, when, and what the answer rests on: a sheet of its own beside the tables.
package struct About: Sendable {
    package var asked: Asked
    package var ground: Ground

    /// Two columns: what, and its value.
    package func sheet(_ language: TextLanguage) -> Sheet {
        var lines: [(BilingualText, Cell)] = [
            (BilingualText(sv: "Fråga", en: "Asked"), .text(asked.method)),
            (BilingualText(sv: "När (UTC)", en: "When (UTC)"), .moment(asked.at)),
        ]
        if case .object(let parameters) = asked.parameters {
            for member in parameters.members {
                lines.append((BilingualText(member.name), Self.cell(member.value)))
            }
        }
        if ground.generation != nil {
            lines.append(
                (
                    BilingualText(sv: "Underlag till och med", en: "Data through"),
                    ground.dataThrough.map(Cell.day)
                        ?? .text(language.pick(sv: "inga daterade annonser", en: "no dated notices"))
                ))
            lines.append((BilingualText(sv: "Dataversion", en: "Generation"), Cell(ground.generation)))
        }
        if let buyer = ground.setting?.buyer {
            lines.append((BilingualText(sv: "Frågat för", en: "Asked for"), Cell(buyer.name ?? buyer.id)))
        }
        if let nuts = ground.setting?.nuts, !nuts.isEmpty {
            lines.append((BilingualText(sv: "Plats", en: "Place"), Cell(nuts)))
        }
        if let considered = ground.considered {
            lines.append((BilingualText(sv: "Jämförda leverantörer", en: "Suppliers compared"), .whole(considered)))
        }
        for remark in ground.remarks {
            lines.append((BilingualText(sv: "Anmärkning", en: "Remark"), .text(remark)))
        }
        lines.append(
            (
                BilingualText(sv: "Akt", en: "Dossier"),
                ground.dossier.map { .text($0.id) } ?? .text(language.pick(sv: "inte sparat", en: "not kept"))
            ))
        if let dossier = ground.dossier {
            lines.append((BilingualText(sv: "Post i akten", en: "Entry"), .whole(dossier.sequence)))
            lines.append((BilingualText(sv: "Postens hash", en: "Hash of the entry"), .text(dossier.hash)))
        }
        return Sheet(
            "about", sv: "Om", en: "About", language,
            [
                Column(sv: "Vad", en: "What", width: 26) { Cell($0.0.text(in: language)) },
                Column(sv: "Värde", en: "Value", width: 90) { $0.1 },
            ], lines)
    }

    /// A text as it is, a whole number as one, all else as JSON.
    private static func cell(_ value: JSONValue) -> Cell {
        switch value {
        case .string(let text): .text(text)
        case .number(let number): number.integer(Int.self).map(Cell.whole) ?? .text("\(number)")
        default: .text(String(decoding: JSONText(value).bytes, as: UTF8.self))
        }
    }
}
