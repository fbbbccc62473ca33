import Procurement

/// Why no timetable can be made as asked, one constraint at a time, with the smallest change that helps.
struct TimetableObstacles: Sendable {
    private let problem: TimetableProblem
    private var request: TimetableRequest { problem.request }

    init(_ problem: TimetableProblem) { self.problem = problem }

    /// Pinned meetings that can't take place, whatever else is chosen.
    func pins() -> [Infeasibility] {
        var companies = problem.companies.map { _ in 0 }
        var hosts = problem.hosts.map { _ in 0 }
        var busy = Set<[Int]>()
        var atTables = Array(repeating: 0, count: problem.slots)
        var total = 0
        var found: [Infeasibility] = []
        for pair in problem.pairs where pair.isPinned {
            let fault: BilingualText?
            if let slot = pair.slot, !problem.isOpen(pair, at: slot) {
                fault = BilingualText(sv: "en av dem är inte där då", en: "one of them is not there then")
            } else if !(0..<problem.slots).contains(where: { problem.isOpen(pair, at: $0) }) {
                fault = BilingualText(sv: "de är aldrig där samtidigt", en: "they are never there at the same time")
            } else if companies[pair.company] >= problem.companies[pair.company].maximum {
                fault = BilingualText(sv: "företaget har redan alla sina möten", en: "the company has all its meetings")
            } else if hosts[pair.host] >= problem.hosts[pair.host].maximum {
                fault = BilingualText(sv: "värden har redan alla sina möten", en: "the host has all its meetings")
            } else if let slot = pair.slot,
                busy.contains([0, pair.company, slot]) || busy.contains([1, pair.host, slot])
            {
                fault = BilingualText(sv: "en av dem är upptagen då", en: "one of them is busy then")
            } else if total >= problem.tables * problem.slots
                || pair.slot.map({ atTables[$0] >= problem.tables }) ?? false
            {
                fault = BilingualText(sv: "alla bord är tagna", en: "every table is taken")
            } else {
                fault = nil
            }
            if let fault {
                found.append(pin(pair, fault))
                continue
            }
            companies[pair.company] += 1
            hosts[pair.host] += 1
            total += 1
            if let slot = pair.slot {
                busy.insert([0, pair.company, slot])
                busy.insert([1, pair.host, slot])
                atTables[slot] += 1
            }
        }
        return found
    }

    private func pin(_ pair: TimetableProblem.Pair, _ fault: BilingualText, isProven: Bool = true) -> Infeasibility {
        let company = problem.companyIDs[pair.company]
        let host = problem.hostIDs[pair.host]
        return Infeasibility(
            constraint: .pinnedMeeting(company: company, host: host), asked: 1, possible: 0, isProven: isProven,
            alternatives: [],
            text: BilingualText(
                sv: "Mötet mellan \(name(company)) och \(name(host)) som sattes för hand kan inte hållas: \(fault.sv). "
                    + "Ta bort det eller ändra det som står i vägen.",
                en: "The meeting of \(name(company)) and \(name(host)) that was put in by hand can't take place: "
                    + "\(fault.en); drop it or change what stands in its way."))
    }

    private func name(_ company: SupplierID) -> String {
        request.companies.first { $0.id == company }?.name ?? company.rawValue
    }

    private func name(_ host: HostID) -> String { request.hosts.first { $0.id == host }?.name ?? host.rawValue }

    /// The minima that are missed when only these pairs meet. Not proven: a search found nothing better.
    func unmet(_ met: [Bool], isProven: Bool) -> [Infeasibility] {
        var companies = problem.companies.map { _ in 0 }
        var hosts = problem.hosts.map { _ in 0 }
        var found: [Infeasibility] = []
        for (pair, met) in zip(problem.pairs, met) {
            if met {
                companies[pair.company] += 1
                hosts[pair.host] += 1
            } else if pair.isPinned {
                let fault = BilingualText(sv: "inget pass blev kvar", en: "no slot was left")
                found.append(pin(pair, fault, isProven: isProven))
            }
        }
        let alternatives = isProven ? moreTables() : []
        for (index, person) in problem.companies.enumerated() where companies[index] < person.minimum {
            let partners = problem.pairs.count { $0.company == index }
            found.append(
                minimum(
                    .companyMinimum(company: problem.companyIDs[index]), name(problem.companyIDs[index]), person,
                    possible: companies[index], partners: partners,
                    sides: Figure.count(partners, sv: ("värd", "värdar"), en: ("host", "hosts")), alternatives, isProven
                ))
        }
        for (index, person) in problem.hosts.enumerated() where hosts[index] < person.minimum {
            let partners = problem.pairs.count { $0.host == index }
            found.append(
                minimum(
                    .hostMinimum(host: problem.hostIDs[index]), name(problem.hostIDs[index]), person,
                    possible: hosts[index], partners: partners,
                    sides: Figure.count(partners, sv: ("företag", "företag"), en: ("company", "companies")),
                    alternatives,
                    isProven))
        }
        return found
    }

    private func minimum(
        _ constraint: Constraint, _ name: String, _ person: TimetableProblem.Person, possible: Int, partners: Int,
        sides: BilingualText, _ alternatives: [Relaxation], _ isProven: Bool
    ) -> Infeasibility {
        let open = problem.slots - person.closed.nonzeroBitCount
        let cause: BilingualText =
            if !isProven {
                BilingualText(
                    sv: "Torg fann inget schema som ger det; att inget finns är inte bevisat",
                    en: "Torg found no timetable that gives it; that none exists is not proven")
            } else if partners < person.minimum {
                BilingualText(
                    sv: "\(sides.sv) passar från båda håll",
                    en: "\(sides.en) match from both sides")
            } else if open < person.minimum {
                BilingualText(sv: "\(name) kan bara \(open) pass", en: "\(name) can attend \(open) slots only")
            } else {
                BilingualText(
                    sv: "tid och bord räcker inte åt alla som lovats möten, fast \(sides.sv) passar",
                    en: "time and tables don't suffice for all who are promised meetings, although \(sides.en) match")
            }
        return Infeasibility(
            constraint: constraint, asked: person.minimum, possible: possible, isProven: isProven,
            alternatives: alternatives,
            text: BilingualText(
                sv:
                    "Minst \(Figure.meetings(person.minimum).sv) för \(name) går inte att nå: \(cause.sv). Sänk till \(possible)"
                    + alternatives.map { ", eller \($0.text.sv)" }.joined() + ".",
                en:
                    "At least \(Figure.meetings(person.minimum).en) for \(name) can't be met: \(cause.en); lower it to \(possible)"
                    + alternatives.map { ", or \($0.text.en)" }.joined() + "."))
    }

    /// The fewest tables in all with which every minimum can be met, if tables are what is missing.
    private func moreTables() -> [Relaxation] {
        var low = problem.tables + 1
        var high = min(problem.hosts.count, problem.companies.count)
        guard low <= high, isFeasible(tables: high) else { return [] }
        while low < high {
            let middle = (low + high) / 2
            if isFeasible(tables: middle) { high = middle } else { low = middle + 1 }
        }
        let total = low + request.spareTables
        return [
            Relaxation(
                constraint: .tables, from: request.tables, to: total,
                text: BilingualText(
                    sv: "ställ fram \(total) bord i stället för \(request.tables)",
                    en: "set up \(total) tables instead of \(request.tables)"))
        ]
    }

    private func isFeasible(tables: Int) -> Bool {
        PairSelection(problem: TimetableProblem(request, tables: tables)).solve().shortfall == 0
    }
}
