import API
import Procurement

/// Why a council can't be composed as asked, one constraint at a time, with the smallest change that helps.
///
/// The solution misses as little as any of seats and size quotas, and of those that do it has the most newcomers.
struct CouncilObstacles: Sendable {
    private let table: CouncilTable
    private let solution: CouncilChoice.Solution
    private var request: CouncilRequest { table.request }
    private var entries: [CouncilPool.Entry] { table.pool.entries }

    init(_ table: CouncilTable, _ solution: CouncilChoice.Solution) {
        self.table = table
        self.solution = solution
    }

    func all() -> [Infeasibility] {
        let seated = table.entries(of: solution)
        let alternatives = alternatives()
        var found: [Infeasibility] = []
        for (role, seats) in request.seats.enumerated() {
            let count = seated.count { entries[$0].role == role }
            if count < seats.seats { found.append(seatsMissing(role, possible: count, alternatives)) }
        }
        for (index, quota) in request.sizeQuotas.enumerated() {
            let count = seated.count { entries[$0].quota == index }
            if count < quota.minimum { found.append(sizeMissing(index, possible: count, alternatives)) }
            if let maximum = quota.maximum, count > maximum {
                found.append(sizePassed(quota, maximum: maximum, possible: count, alternatives))
            }
        }
        if solution.newcomers < request.newcomers { found.append(newcomersMissing(alternatives)) }
        return found
    }

    /// How many of these could sit together, one a group.
    private func available(_ matches: (CouncilPool.Entry) -> Bool) -> Int {
        var groups = Set<String>()
        return entries.count { entry in
            guard matches(entry) else { return false }
            return entry.candidate.group.map { groups.insert($0).inserted } ?? true
        }
    }

    private static func onePerGroup(_ count: Int) -> BilingualText {
        let words = Figure.candidates(count)
        return BilingualText(sv: "\(words.sv), en per koncern", en: "\(words.en), one a group")
    }

    private func seatsMissing(_ role: Int, possible: Int, _ alternatives: [Relaxation]) -> Infeasibility {
        let seats = request.seats[role]
        let words = seats.role.words
        let count = available { $0.role == role }
        let cause =
            count < seats.seats
            ? BilingualText(
                sv: "det finns \(count) att välja bland, en per koncern",
                en: "there are \(count) to choose from, one a group")
            : BilingualText(
                sv: "koncerner och kvoter lämnar \(possible), fast \(count) finns",
                en: "groups and quotas leave \(possible), although there are \(count)")
        return infeasibility(
            .seats(role: seats.role), asked: seats.seats, possible: possible, alternatives,
            sv:
                "\(Figure.seats(seats.seats).sv) för \(words.sv) går inte att fylla: \(cause.sv). Sänk till \(possible) eller "
                + "föreslå fler",
            en:
                "\(Figure.seats(seats.seats).en) for \(words.en) can't be filled: \(cause.en); lower them to \(possible) or put "
                + "forward more")
    }

    private func sizeMissing(_ index: Int, possible: Int, _ alternatives: [Relaxation]) -> Infeasibility {
        let quota = request.sizeQuotas[index]
        let count = available { $0.quota == index }
        let cause =
            count < quota.minimum
            ? Self.onePerGroup(count)
            : BilingualText(
                sv: "platser, koncerner och övriga kvoter lämnar \(possible), fast \(count) finns",
                en: "seats, groups and the other quotas leave \(possible), although there are \(count)")
        return infeasibility(
            .sizeMinimum(quota: quota.id), asked: quota.minimum, possible: possible, alternatives,
            sv:
                "Minst \(Figure.seats(quota.minimum).sv) för \(quota.name.sv) går inte att nå: \(cause.sv). Sänk till \(possible)",
            en:
                "At least \(Figure.seats(quota.minimum).en) for \(quota.name.en) can't be met: \(cause.en); lower it to \(possible)"
        )
    }

    private func sizePassed(
        _ quota: SizeQuota, maximum: Int, possible: Int, _ alternatives: [Relaxation]
    ) -> Infeasibility {
        infeasibility(
            .sizeMaximum(quota: quota.id), asked: maximum, possible: possible, alternatives,
            sv: "Högst \(Figure.seats(maximum).sv) för \(quota.name.sv) går inte att hålla om alla platser ska fyllas. "
                + "Höj till \(possible)",
            en:
                "At most \(Figure.seats(maximum).en) for \(quota.name.en) can't be kept if every seat is to be filled; raise it to "
                + "\(possible)")
    }

    private func newcomersMissing(_ alternatives: [Relaxation]) -> Infeasibility {
        let count = available { $0.isNewcomer }
        let cause =
            count < request.newcomers
            ? Self.onePerGroup(count)
            : BilingualText(
                sv: "platser, koncerner och storlekskvoter lämnar \(solution.newcomers), fast \(count) finns",
                en: "seats, groups and size quotas leave \(solution.newcomers), although there are \(count)")
        return infeasibility(
            .newcomers, asked: request.newcomers, possible: solution.newcomers, alternatives,
            sv:
                "Minst \(Figure.newcomers(request.newcomers).sv) går inte att nå: \(cause.sv). Sänk till \(solution.newcomers)",
            en:
                "At least \(Figure.newcomers(request.newcomers).en) can't be met: \(cause.en); lower it to \(solution.newcomers)"
        )
    }

    private func infeasibility(
        _ constraint: Constraint, asked: Int, possible: Int, _ alternatives: [Relaxation], sv: String, en: String
    ) -> Infeasibility {
        let others = alternatives.filter { $0.constraint != constraint }
        return Infeasibility(
            constraint: constraint, asked: asked, possible: possible, isProven: true, alternatives: others,
            text: BilingualText(
                sv: sv + others.map { ", eller \($0.text.sv)" }.joined() + ".",
                en: en + others.map { ", or \($0.text.en)" }.joined() + "."))
    }

    /// Single changes that would do: a shorter rest, or another bound of one size quota.
    private func alternatives() -> [Relaxation] {
        var found: [Relaxation] = []
        let coolOff = request.rotation.coolOff
        // A rest over more councils than there were is one over all of them.
        if let shorter = (0..<min(coolOff, request.earlier.count)).reversed().first(where: { level in
            isFeasible { $0.rotation.coolOff = level }
        }) {
            found.append(
                Relaxation(
                    constraint: .coolOff, from: coolOff, to: shorter,
                    text: BilingualText(
                        sv: "låt vilan omfatta \(shorter) i stället för \(coolOff) tidigare råd",
                        en: "let the rest cover \(shorter) earlier councils instead of \(coolOff)")))
        }
        let total = request.seats.reduce(0) { $0 + $1.seats }
        for (index, quota) in request.sizeQuotas.enumerated() {
            let lower = (0..<min(quota.minimum, total + 1)).reversed()
            if let level = lower.first(where: { level in isFeasible { $0.sizeQuotas[index].minimum = level } }) {
                found.append(
                    Relaxation(
                        constraint: .sizeMinimum(quota: quota.id), from: quota.minimum, to: level,
                        text: BilingualText(
                            sv: "sänk minst \(quota.minimum) för \(quota.name.sv) till \(level)",
                            en: "lower the minimum of \(quota.minimum) for \(quota.name.en) to \(level)")))
            }
            guard let maximum = quota.maximum, maximum < total else { continue }
            let higher = (maximum + 1)...total
            if let level = higher.first(where: { level in isFeasible { $0.sizeQuotas[index].maximum = level } }) {
                found.append(
                    Relaxation(
                        constraint: .sizeMaximum(quota: quota.id), from: maximum, to: level,
                        text: BilingualText(
                            sv: "höj högst \(maximum) för \(quota.name.sv) till \(level)",
                            en: "raise the maximum of \(maximum) for \(quota.name.en) to \(level)")))
            }
        }
        return found
    }

    /// Anything is, once the task is cancelled: so every search for a remedy ends.
    private func isFeasible(_ change: (inout CouncilRequest) -> Void) -> Bool {
        if Task.isCancelled { return true }
        var changed = request
        change(&changed)
        let table = CouncilTable(CouncilPool(changed))
        return table.search.isFeasible
    }
}
