import API
import JSON
import Procurement

/// The front page of one entry: who asked, when, what, and the list with its reasons. Everything else is the appendix.
struct RecordFront {
    /// Rows in order under heads, all in one language.
    struct Table {
        var title: String?
        var heads: [String]
        var rows: [[String]]
        /// What stands below; nil for nothing.
        var note: String?
    }

    let entry: DossierEntry
    let language: TextLanguage

    private var record: DossierRecord { entry.record }

    var title: String { record.title.text(in: language) }

    /// Who, when, asked what, and what the answer rests on.
    var facts: [(name: String, text: String)] {
        let result = record.result
        var facts = [
            (language.pick(sv: "Vem frågade", en: "Who asked"), record.actor),
            (language.pick(sv: "När", en: "When"), when),
        ]
        let asked = RecordQuestion(record, language).text
        if !asked.isEmpty { facts.append((language.pick(sv: "Vad", en: "What"), asked)) }
        if let because = result["question"]?["because"]?.string ?? result["because"]?.string {
            facts.append((language.pick(sv: "Svaret", en: "The answer"), because))
        }
        var ground =
            result["considered"]?.number.map {
                language.pick(sv: "\($0.text) jämförda leverantörer. ", en: "\($0.text) suppliers compared. ")
            } ?? ""
        if let through = result["dataThrough"]?.string {
            ground += language.pick(sv: "Underlag till och med \(through), ", en: "Data through \(through), ")
            ground += language.pick(sv: "dataversion \(record.generation)", en: "generation \(record.generation)")
        } else {
            ground += language.pick(sv: "Dataversion \(record.generation)", en: "Generation \(record.generation)")
        }
        ground += record.seed.map { language.pick(sv: "; lottat med \($0)", en: "; drawn with \($0)") } ?? ""
        facts.append((language.pick(sv: "Underlag", en: "Ground"), ground + ", Torg \(record.version)."))
        let remarks = (result["remarks"]?.array ?? []).compactMap(\.string)
        if !remarks.isEmpty {
            facts.append((language.pick(sv: "Anmärkning", en: "Remark"), remarks.joined(separator: " ")))
        }
        return facts
    }

    /// `2026-03-01 10:00 UTC`.
    private var when: String {
        guard record.at.count == 20 else { return record.at }
        return "\(record.at.prefix(10)) \(record.at.dropFirst(11).prefix(5)) UTC"
    }

    /// The list, or the lists, with the reasons.
    var tables: [Table] {
        let result = record.result
        switch record.method {
        case API.MeetingPlan.name: return [outreach, seated].filter { !$0.rows.isEmpty }
        case API.CouncilCompose.name: return [seats, alternates].filter { !$0.rows.isEmpty }
        case MeetingsSchedule.name: return [meetings]
        case TreatmentCompare.name: return [treatment]
        case MatchingExplain.name: return [signals].filter { !$0.rows.isEmpty }
        default:
            let lists = [
                ("matches", language.pick(sv: "Leverantörer", en: "Suppliers")),
                ("established", language.pick(sv: "Leverantörer med kända vinster", en: "Suppliers with known wins")),
                (
                    "newcomers",
                    language.pick(sv: "Leverantörer utan kända vinster", en: "Suppliers without a known win")
                ),
            ].compactMap { name, title in
                result[name]?.array.flatMap { $0.isEmpty ? nil : (rows: $0, title: title) }
            }
            // Two reasons a row while a page holds them.
            let reasons = lists.reduce(0) { $0 + $1.rows.count } <= 25 ? 2 : 1
            return lists.map { ranked($0.rows, title: $0.title, reasons: reasons) }
        }
    }

    private func ranked(_ rows: [JSONValue], title: String, reasons: Int) -> Table {
        Table(
            title: title,
            heads: [
                "#", language.pick(sv: "Leverantör", en: "Supplier"), language.pick(sv: "Poäng", en: "Score"),
                language.pick(sv: "Främsta skäl", en: "Main reasons"),
            ],
            rows: rows.map { row in
                [
                    row.words("rank"), row["supplier"]?.words("name") ?? "", points(row["score"]),
                    reasonsText(row, most: reasons),
                ]
            })
    }

    /// The weightiest reasons in sentences; what people said last, apart from them.
    private func reasonsText(_ row: JSONValue, most: Int) -> String {
        let signals = (row["signals"]?.array ?? []).filter {
            ($0["points"]?.number?.double ?? 0) > 0 && $0["because"]?.string?.isEmpty == false
                && $0["name"]?.string != FeedbackShare.signal
        }.enumerated().sorted { left, right in
            let (more, less) = (
                left.element["points"]?.number?.double ?? 0, right.element["points"]?.number?.double ?? 0
            )
            return more == less ? left.offset < right.offset : more > less
        }
        var sentences = signals.prefix(most).compactMap { $0.element["because"]?.string }
        if let members = row["group"]?["members"]?.array {
            sentences.append(
                language.pick(
                    sv: "Och \(members.count) till i koncernen.", en: "And \(members.count) more of the group."))
        }
        if let feedback = row["feedback"] {
            func count(_ name: String) -> Int { feedback[name]?.number?.integer(Int.self) ?? 0 }
            sentences.append(
                FeedbackShare(
                    accepted: count("accepted"), rejected: count("rejected"), people: count("people"),
                    scoreWithout: Points(feedback["scoreWithout"]?.number?.double ?? 0)
                ).sentence(language))
        }
        return sentences.joined(separator: " ")
    }

    private var outreach: Table {
        let rows = record.result["outreach"]?.array ?? []
        let names = names(of: record.result["coverage"], by: "category")
        return Table(
            title: language.pick(sv: "Kontaktas särskilt", en: "Contacted individually"),
            heads: [
                "#", language.pick(sv: "Leverantör", en: "Supplier"), language.pick(sv: "Kategori", en: "Category"),
                language.pick(sv: "Poäng", en: "Score"), language.pick(sv: "Skäl", en: "Reason"),
            ],
            rows: rows.map { row in
                [
                    row.words("order"), row["supplier"]?.words("name") ?? row["company"]?.words("name") ?? "",
                    row["category"]?.string.map { names[$0] ?? $0 } ?? "", points(row["score"]),
                    text(row["reason"]),
                ]
            })
    }

    private var seated: Table {
        let rows = record.result["seated"]?.array ?? []
        let waiting = record.result["waiting"]?.array?.count ?? 0
        return Table(
            title: language.pick(sv: "Anmälda med plats", en: "Registered, with a place"),
            heads: [
                language.pick(sv: "Anmälan", en: "Arrival"), language.pick(sv: "Leverantör", en: "Supplier"),
                language.pick(sv: "Kategori", en: "Category"),
            ],
            rows: rows.map { row in
                [row.words("arrival"), row["supplier"]?.words("name") ?? "", row.words("category")]
            },
            note: waiting == 0
                ? nil : language.pick(sv: "\(waiting) anmälda väntar på plats.", en: "\(waiting) registered wait."))
    }

    private var seats: Table {
        Table(
            title: language.pick(sv: "Ledamöter", en: "Members"),
            heads: [
                language.pick(sv: "Ledamot", en: "Member"), language.pick(sv: "Roll", en: "Role"),
                language.pick(sv: "Poäng", en: "Score"), language.pick(sv: "Skäl", en: "Reason"),
            ],
            rows: (record.result["seats"]?.array ?? []).map { row in
                [
                    row["member"]?.words("name") ?? "", RecordWords.value(row["member"]?.words("role") ?? "", language),
                    points(row["netScore"]), text(row["reason"]),
                ]
            })
    }

    private var alternates: Table {
        Table(
            title: language.pick(sv: "Ersättare", en: "Alternates"),
            heads: [language.pick(sv: "Ledamot", en: "Member"), language.pick(sv: "Poäng", en: "Score")],
            rows: (record.result["alternates"]?.array ?? []).map { row in
                [row["member"]?.words("name") ?? "", points(row["netScore"])]
            })
    }

    private var meetings: Table {
        let companies = names(of: record.result["companies"], by: "id")
        let hosts = names(of: record.result["hosts"], by: "id")
        func name(_ id: String, in names: [String: String]) -> String { names[id] ?? id }
        return Table(
            title: nil,
            heads: [
                language.pick(sv: "Pass", en: "Slot"), language.pick(sv: "Bord", en: "Table"),
                language.pick(sv: "Leverantör", en: "Supplier"), language.pick(sv: "Värd", en: "Host"),
            ],
            rows: (record.result["meetings"]?.array ?? []).map { row in
                [
                    row.words("slot"), row.words("table"), name(row.words("company"), in: companies),
                    name(row.words("host"), in: hosts),
                ]
            })
    }

    private var treatment: Table {
        func yes(_ value: JSONValue?) -> String {
            guard case .bool(let flag) = value else { return "–" }
            return flag ? language.pick(sv: "ja", en: "yes") : language.pick(sv: "nej", en: "no")
        }
        let rest = record.result["rest"]?.number?.text ?? "0"
        return Table(
            title: nil,
            heads: [
                "#", language.pick(sv: "Leverantör", en: "Supplier"), language.pick(sv: "Kategori", en: "Category"),
                language.pick(sv: "Poäng", en: "Score"), language.pick(sv: "Vald", en: "Chosen"),
                language.pick(sv: "Inbjuden", en: "Invited"), language.pick(sv: "Skäl", en: "Reason"),
            ],
            rows: (record.result["lines"]?.array ?? []).map { row in
                [
                    row["place"]?.number?.text ?? "–", row.words("name"), text(row["category"]), points(row["score"]),
                    yes(row["chosen"]), yes(row["invited"]), text(row["reason"]),
                ]
            },
            note: rest == "0"
                ? nil
                : language.pick(
                    sv: "\(rest) kandidater står efter den sist valda och är inte inbjudna.",
                    en: "\(rest) candidates stand after the last one chosen and aren't invited."))
    }

    private var signals: Table {
        let result = record.result
        let place =
            result["rank"]?.number.map {
                language.pick(
                    sv: "Plats \($0.text), \(points(result["score"])) poäng",
                    en: "Place \($0.text), \(points(result["score"])) points")
            }
            ?? language.pick(sv: "Inte med", en: "Left out")
        return Table(
            title: "\(result["supplier"]?.words("name") ?? ""): \(place)",
            heads: [
                language.pick(sv: "Mått", en: "Signal"), language.pick(sv: "Poäng", en: "Points"),
                language.pick(sv: "Skäl", en: "Reason"),
            ],
            rows: (result["signals"]?.array ?? []).map { row in
                [language.signal(row.words("name")), points(row["points"]), row.words("because")]
            }, note: (result["reasons"]?.array ?? []).compactMap(\.string).joined(separator: " "))
    }

    private func names(of list: JSONValue?, by key: String) -> [String: String] {
        Dictionary((list?.array ?? []).map { ($0.words(key), text($0["name"])) }) { first, _ in first }
    }

    /// Two decimals; nothing where there is none.
    private func points(_ value: JSONValue?) -> String {
        value?.number.map { language.hundredths(Points($0.double)) } ?? ""
    }

    /// A text, or the one of two that is in the language.
    private func text(_ value: JSONValue?) -> String {
        value?.string ?? value?[language.rawValue]?.string ?? ""
    }
}

extension JSONValue {
    /// A text or a number of a member as it stands; empty for anything else.
    func words(_ member: String) -> String {
        let value = self[member]
        return value?.string ?? value?.number?.text ?? ""
    }
}
