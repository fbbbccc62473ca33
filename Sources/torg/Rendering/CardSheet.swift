import API
import Procurement

/// A category on one page.
struct CardSheet {
    let terminal: Terminal
    let language: TextLanguage

    func lines(_ card: CategoriesCard.Result) -> [String] {
        var lines = [terminal.bold("\(card.category.name) (\(card.category.id)), \(card.asOf)")]
        lines += wrapped(
            pick(
                "\(count(card.procurements)) procurements, \(count(card.supplierCount)) suppliers; "
                    + "\(count(card.newcomerCount)) of them won for the first time within 12 months.",
                "\(count(card.procurements)) upphandlingar, \(count(card.supplierCount)) leverantörer; "
                    + "\(count(card.newcomerCount)) av dem vann första gången inom 12 månader."))
        lines += wrapped(concentration(card))
        lines += wrapped(competition(card.competition))
        if !card.suppliers.isEmpty { lines += [""] + suppliers(card).lines(for: terminal) }
        if !card.years.isEmpty { lines += [""] + years(card.years).lines(for: terminal) }
        lines += ["", terminal.bold(pick("Contracts that run out", "Avtal som löper ut"))]
        lines +=
            card.runningOut.isEmpty
            ? wrapped(
                pick(
                    "None that is known of. Few notices state when a contract ends.",
                    "Inga som är kända. Få annonser säger när ett avtal slutar."))
            : contracts(card.runningOut).lines(for: terminal) + more(card.runningOutCount - card.runningOut.count)
        lines += ["", terminal.bold(pick("To come", "På väg"))]
        lines +=
            card.coming.isEmpty
            ? [pick("Nothing that is known of.", "Inget som är känt.")]
            : coming(card.coming).lines(for: terminal) + more(card.comingCount - card.coming.count)
        lines += ["", DataAge(language: language).sentence(card.dataThrough, generation: card.generation)]
        return lines + RankedList.kept(card.dossier, language)
    }

    private func concentration(_ card: CategoriesCard.Result) -> String {
        guard let wins = card.byWins else { return pick("Nobody has won anything.", "Ingen har vunnit något.") }
        var text = pick(
            "By wins: the largest has \(percent(wins.largest)), the three largest \(percent(wins.topThree)), HHI "
                + "\(wins.herfindahl) of 10 000.",
            "Av vinsterna: den största har \(percent(wins.largest)), de tre största \(percent(wins.topThree)), HHI "
                + "\(wins.herfindahl) av 10 000.")
        for value in card.byValue {
            let part = value.concentration
            let total = SummaryText(language: language).amount(value.total)
            text += pick(
                " By value in \(value.total.currency), known for \(count(value.wins)) wins (\(total)): the largest has "
                    + "\(percent(part.largest)), the three largest \(percent(part.topThree)), HHI \(part.herfindahl).",
                " Av värdet i \(value.total.currency), känt för \(count(value.wins)) vinster (\(total)): den största har "
                    + "\(percent(part.largest)), de tre största \(percent(part.topThree)), HHI \(part.herfindahl).")
        }
        if card.winsWithoutValue > 0 {
            text += pick(
                " \(count(card.winsWithoutValue)) wins have no known value.",
                " \(count(card.winsWithoutValue)) vinster har inget känt värde.")
        }
        return text
    }

    private func competition(_ competition: CardCompetition) -> String {
        var text: String
        if let share = competition.singleTenderShare {
            text = pick(
                "A single tender in \(count(competition.singleTender)) of the \(count(competition.tendersStated)) lots "
                    + "that say how many came (\(percent(share))); \(count(competition.tendersMissing)) don't say",
                "Ett enda anbud i \(count(competition.singleTender)) av de \(count(competition.tendersStated)) delar som "
                    + "anger antalet (\(percent(share))); \(count(competition.tendersMissing)) anger det inte")
            if competition.tendersWithheld > 0 {
                text += pick(
                    ", \(count(competition.tendersWithheld)) withhold it",
                    ", \(count(competition.tendersWithheld)) döljer det")
            }
            text += "."
        } else {
            text = pick(
                "How many tenders came is not known for any of \(count(competition.lots)) lots.",
                "Antalet anbud är inte känt för någon av \(count(competition.lots)) delar.")
        }
        if competition.failedLots > 0 {
            text += pick(
                " \(count(competition.failedLots)) lots ended without a winner.",
                " \(count(competition.failedLots)) delar slutade utan vinnare.")
        }
        return text
    }

    private func suppliers(_ card: CategoriesCard.Result) -> Table {
        var table = Table([
            .init(title: pick("Supplier", "Leverantör"), isFlexible: true),
            .init(title: pick("Wins", "Vinster"), alignment: .right),
            .init(title: pick("Share", "Andel"), alignment: .right),
            .init(title: pick("Known value", "Känt värde"), alignment: .right),
            .init(title: pick("Latest", "Senast")), .init(title: pick("New", "Ny")),
        ])
        let text = SummaryText(language: language)
        for line in card.suppliers {
            let values = line.values.map(text.amount).joined(separator: " + ")
            table.add([
                line.name, "\(line.wins)", percent(line.share), values.isEmpty ? "–" : values,
                line.lastWin?.description ?? "–", line.newcomer ? pick("new", "ny") : "",
            ])
        }
        return table
    }

    private func years(_ years: [CardYear]) -> Table {
        var table = Table(
            [pick("Year", "År"), pick("Procurements", "Upphandlingar"), pick("Winners", "Vinnare"), pick("New", "Nya")]
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
            .init(title: pick("Ends", "Slutar")), .init(title: pick("Contract", "Avtal"), isFlexible: true),
            .init(title: pick("Buyer", "Köpare")), .init(title: pick("With", "Med")),
        ])
        for line in contracts {
            let names = line.suppliers.map(\.name).joined(separator: "; ")
            table.add([line.ends.description, line.title, short(line.buyer ?? "–"), names.isEmpty ? "–" : short(names)])
        }
        return table
    }

    private func coming(_ notices: [CardNotice]) -> Table {
        var table = Table([
            .init(title: pick("Deadline", "Sista dag")), .init(title: pick("Notice", "Annons"), isFlexible: true),
            .init(title: pick("Buyer", "Köpare")), .init(title: pick("Kind", "Slag")), .init(title: "Id"),
        ])
        for line in notices {
            table.add([
                line.deadline?.description ?? "–", line.title, short(line.buyer ?? "–"),
                line.purpose == .planning ? pick("planned", "planerad") : pick("open", "öppen"), line.noticeId,
            ])
        }
        return table
    }

    private func more(_ rest: Int) -> [String] {
        rest > 0 ? [pick("… and \(count(rest)) more.", "… och \(count(rest)) till.")] : []
    }
    private func short(_ text: String) -> String { TextLayout.wrap(text, width: 28).first ?? text }
    private func count(_ number: Int) -> String { TextLayout.grouped(number) }

    private func percent(_ share: Points) -> String {
        let text = BacktestTables.percent(share)
        return language == .sv ? text.replacing(".", with: ",") + " %" : text + " %"
    }

    private func wrapped(_ text: String) -> [String] { TextLayout.wrap(text, width: terminal.width) }
    private func pick(_ english: String, _ swedish: String) -> String { language.pick(swedish, english) }
}
