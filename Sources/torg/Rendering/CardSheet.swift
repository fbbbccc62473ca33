import API
import Procurement
import Sheets

/// A category on one page.
struct CardSheet: Speaking {
    let terminal: Terminal
    let language: TextLanguage

    func lines(_ card: CategoriesCard.Result) -> [String] {
        var lines = [terminal.bold("\(card.category.name) (\(card.category.id)), \(card.asOf)")]
        lines += wrapped(
            pick(
                sv: "\(count(card.procurements)) upphandlingar, \(count(card.supplierCount)) leverantörer; "
                    + "\(count(card.newcomerCount)) av dem vann första gången inom 12 månader.",
                en: "\(count(card.procurements)) procurements, \(count(card.supplierCount)) suppliers; "
                    + "\(count(card.newcomerCount)) of them won for the first time within 12 months."))
        lines += wrapped(concentration(card))
        lines += wrapped(competition(card.competition))
        if let tenders = card.tenders { lines += tendersLines(tenders) }
        if !card.suppliers.isEmpty { lines += [""] + suppliers(card).lines(for: terminal) }
        if !card.years.isEmpty { lines += [""] + years(card.years).lines(for: terminal) }
        lines += ["", terminal.bold(pick(sv: "Avtal som löper ut", en: "Contracts that run out"))]
        lines +=
            card.runningOut.isEmpty
            ? wrapped(
                pick(
                    sv: "Inga som är kända. Få annonser säger när ett avtal slutar.",
                    en: "None that is known of. Few notices state when a contract ends."))
            : contracts(card.runningOut).lines(for: terminal) + more(card.runningOutCount - card.runningOut.count)
        lines += ["", terminal.bold(pick(sv: "På väg", en: "To come"))]
        lines +=
            card.coming.isEmpty
            ? [pick(sv: "Inget som är känt.", en: "Nothing that is known of.")]
            : coming(card.coming).lines(for: terminal) + more(card.comingCount - card.coming.count)
        lines += ["", DataAge(language: language).sentence(card.dataThrough, generation: card.generation)]
        return lines + RankedList.kept(card.dossier, language)
    }

    private func concentration(_ card: CategoriesCard.Result) -> String {
        guard let wins = card.byWins else { return pick(sv: "Ingen har vunnit något.", en: "Nobody has won anything.") }
        var text = pick(
            sv: "Av vinsterna: den största har \(percent(wins.largest)), de tre största \(percent(wins.topThree)), HHI "
                + "\(wins.herfindahl) av 10 000.",
            en: "By wins: the largest has \(percent(wins.largest)), the three largest \(percent(wins.topThree)), HHI "
                + "\(wins.herfindahl) of 10 000.")
        for value in card.byValue {
            let part = value.concentration
            let total = SummaryText(language: language).amount(value.total)
            text += pick(
                sv:
                    " Av värdet i \(value.total.currency), känt för \(count(value.wins)) vinster (\(total)): den största har "
                    + "\(percent(part.largest)), de tre största \(percent(part.topThree)), HHI \(part.herfindahl).",
                en:
                    " By value in \(value.total.currency), known for \(count(value.wins)) wins (\(total)): the largest has "
                    + "\(percent(part.largest)), the three largest \(percent(part.topThree)), HHI \(part.herfindahl).")
        }
        if card.winsWithoutValue > 0 {
            text += pick(
                sv: " \(count(card.winsWithoutValue)) vinster har inget känt värde.",
                en: " \(count(card.winsWithoutValue)) wins have no known value.")
        }
        return text
    }

    private func competition(_ competition: CardCompetition) -> String {
        var text: String
        if let share = competition.singleTenderShare {
            text = pick(
                sv:
                    "Ett enda anbud i \(count(competition.singleTender)) av de \(count(competition.tendersStated)) delar som "
                    + "anger antalet (\(percent(share))); \(count(competition.tendersMissing)) anger det inte",
                en:
                    "A single tender in \(count(competition.singleTender)) of the \(count(competition.tendersStated)) lots "
                    + "that say how many came (\(percent(share))); \(count(competition.tendersMissing)) don't say")
            if competition.tendersWithheld > 0 {
                text += pick(
                    sv: ", \(count(competition.tendersWithheld)) döljer det",
                    en: ", \(count(competition.tendersWithheld)) withhold it")
            }
            text += "."
        } else {
            text = pick(
                sv: "Antalet anbud är inte känt för någon av \(count(competition.lots)) delar.",
                en: "How many tenders came is not known for any of \(count(competition.lots)) lots.")
        }
        if let tenders = competition.tenders {
            text += pick(
                sv: " Anbud per del: median \(count(tenders.median)), från \(count(tenders.least)) till "
                    + "\(count(tenders.greatest)).",
                en: " Tenders a lot: median \(count(tenders.median)), from \(count(tenders.least)) to "
                    + "\(count(tenders.greatest)).")
        }
        if competition.failedLots > 0 {
            text += pick(
                sv: " \(count(competition.failedLots)) delar slutade utan vinnare.",
                en: " \(count(competition.failedLots)) lots ended without a winner.")
        }
        return text
    }

    private func tendersLines(_ tenders: CardTenders) -> [String] {
        var table = Table([
            .init(title: pick(sv: "Anbudsgivare", en: "Tenderers"), isFlexible: true),
            .init(title: pick(sv: "Antal", en: "Number"), alignment: .right),
            .init(title: pick(sv: "Har vunnit", en: "Have won"), alignment: .right),
            .init(title: pick(sv: "Anbud", en: "Tenders"), alignment: .right),
            .init(title: pick(sv: "Antagna", en: "Won"), alignment: .right),
            .init(title: pick(sv: "Andel", en: "Share"), alignment: .right),
        ])
        for (name, line) in [
            (pick(sv: "Alla", en: "All"), tenders.all),
            (
                pick(sv: "Nya, första anbudet inom 12 månader", en: "New, first tender within 12 months"),
                tenders.newcomers
            ),
            (pick(sv: "Övriga", en: "Others"), tenders.established),
        ] {
            table.add([
                name, count(line.suppliers), count(line.winners), count(line.tenders), count(line.won),
                line.success.map(percent) ?? "–",
            ])
        }
        return [""] + table.lines(for: terminal)
            + wrapped(
                pick(
                    sv: "Räknat på de \(count(tenders.procurements)) upphandlingar där alla anbudsgivare är kända. ",
                    en: "Of the \(count(tenders.procurements)) procurements of which all tenderers are known. ")
                    + tenders.source.text(in: language)
            ).map(terminal.dim)
    }

    private func suppliers(_ card: CategoriesCard.Result) -> Table {
        var table = Table([
            .init(title: pick(sv: "Leverantör", en: "Supplier"), isFlexible: true),
            .init(title: pick(sv: "Vinster", en: "Wins"), alignment: .right),
            .init(title: pick(sv: "Andel", en: "Share"), alignment: .right),
            .init(title: pick(sv: "Känt värde", en: "Known value"), alignment: .right),
            .init(title: pick(sv: "Senast", en: "Latest")), .init(title: pick(sv: "Ny", en: "New")),
        ])
        let text = SummaryText(language: language)
        for line in card.suppliers {
            let values = line.values.map(text.amount).joined(separator: " + ")
            table.add([
                line.name, "\(line.wins)", percent(line.share), values.isEmpty ? "–" : values,
                line.lastWin?.description ?? "–", line.newcomer ? pick(sv: "ny", en: "new") : "",
            ])
        }
        return table
    }

    private func years(_ years: [CardYear]) -> Table {
        var table = Table(
            [
                pick(sv: "År", en: "Year"), pick(sv: "Upphandlingar", en: "Procurements"),
                pick(sv: "Vinnare", en: "Winners"), pick(sv: "Nya", en: "New"),
            ]
            .map { .init(title: $0, alignment: .right) })
        for (place, line) in years.enumerated() {
            // Before the first year nothing is known, so everybody would look new.
            table.add([
                "\(line.year)", count(line.procurements), count(line.suppliers),
                place == 0 ? "–" : count(line.newcomers),
            ])
        }
        return table
    }

    private func contracts(_ contracts: [CardContract]) -> Table {
        var table = Table([
            .init(title: pick(sv: "Slutar", en: "Ends")),
            .init(title: pick(sv: "Avtal", en: "Contract"), isFlexible: true),
            .init(title: pick(sv: "Köpare", en: "Buyer")), .init(title: pick(sv: "Med", en: "With")),
        ])
        for line in contracts {
            let names = line.suppliers.map(\.name).joined(separator: "; ")
            table.add([line.ends.description, line.title, short(line.buyer ?? "–"), names.isEmpty ? "–" : short(names)])
        }
        return table
    }

    private func coming(_ notices: [CardNotice]) -> Table {
        var table = Table([
            .init(title: pick(sv: "Sista dag", en: "Deadline")),
            .init(title: pick(sv: "Annons", en: "Notice"), isFlexible: true),
            .init(title: pick(sv: "Köpare", en: "Buyer")), .init(title: pick(sv: "Slag", en: "Kind")),
            .init(title: "Id"),
        ])
        for line in notices {
            table.add([
                line.deadline?.description ?? "–", line.title, short(line.buyer ?? "–"),
                line.purpose == .planning ? pick(sv: "planerad", en: "planned") : pick(sv: "öppen", en: "open"),
                line.noticeId,
            ])
        }
        return table
    }

    private func more(_ rest: Int) -> [String] {
        rest > 0 ? [pick(sv: "… och \(count(rest)) till.", en: "… and \(count(rest)) more.")] : []
    }
    private func short(_ text: String) -> String { TextLayout.wrap(text, width: 28).first ?? text }
    private func count(_ number: Int) -> String { TextLayout.grouped(number) }

    private func percent(_ share: Points) -> String {
        let text = BacktestTables.percent(share)
        return language == .sv ? text.replacing(".", with: ",") + " %" : text + " %"
    }

    private func wrapped(_ text: String) -> [String] { TextLayout.wrap(text, width: terminal.width) }
}
