import API
import Dialogue
import JSON
import JSONRPC
import PersonalNumbers
import Procurement

// From the planners' values to the contract's.

extension API.PlanOptimality {
    init(_ optimality: Optimality) {
        self.init(value: Points(millionths: optimality.value), bound: Points(millionths: optimality.bound))
    }
}

extension API.ConstraintReference {
    init(_ constraint: Constraint) {
        switch constraint {
        case .capacity: self.init(ConstraintKind.capacity)
        case .categoryFloor(let category): self.init(.categoryFloor, of: category.rawValue)
        case .smallShare: self.init(ConstraintKind.smallShare)
        case .newcomerShare: self.init(ConstraintKind.newcomerShare)
        case .stationSeats(let station): self.init(.stationSeats, of: station.rawValue)
        case .roomSeats(let room): self.init(.roomSeats, of: room.rawValue)
        case .placement(let supplier, let station, let slot):
            self.init(.placement, of: station.rawValue, supplier: supplier.rawValue, slot: slot.rawValue)
        case .seats(let role): self.init(.seats, of: role.rawValue)
        case .sizeMinimum(let quota): self.init(.sizeMinimum, of: quota)
        case .sizeMaximum(let quota): self.init(.sizeMaximum, of: quota)
        case .newcomers: self.init(ConstraintKind.newcomers)
        case .coolOff: self.init(ConstraintKind.coolOff)
        case .corporateGroup(let group): self.init(.corporateGroup, of: group)
        case .companyMinimum(let company): self.init(.companyMinimum, of: company.rawValue)
        case .hostMinimum(let host): self.init(.hostMinimum, of: host.rawValue)
        case .tables: self.init(ConstraintKind.tables)
        case .pinnedMeeting(let company, let host):
            self.init(.pinnedMeeting, of: host.rawValue, supplier: company.rawValue)
        }
    }
}

extension API.Obstacle {
    init(_ infeasibility: Infeasibility) {
        self.init(
            constraint: ConstraintReference(infeasibility.constraint), asked: infeasibility.asked,
            possible: infeasibility.possible, proven: infeasibility.isProven,
            alternatives: infeasibility.alternatives.map {
                OtherWay(
                    constraint: ConstraintReference($0.constraint), from: $0.from, to: $0.to, text: $0.text)
            }, text: infeasibility.text)
    }
}

extension API.SupplierReference {
    init(_ company: Company) {
        self.init(
            id: company.id.rawValue, name: company.name, size: company.size,
            newcomer: company.isNewcomer)
    }
}

/// A plan can't be made as asked.
struct Infeasible: Error, Sendable {
    /// Every constraint in the way.
    var obstacles: [Infeasibility]
}

extension RPCError {
    init(_ infeasible: Infeasible) {
        let obstacles = infeasible.obstacles.map(API.Obstacle.init)
        let written = try? JSONValue(writing: obstacles)
        self.init(
            .infeasible,
            "It can't be planned as asked. " + infeasible.obstacles.map(\.text.en).joined(separator: " "),
            detail: .init(more: ["infeasible": written ?? .array([])]))
    }

    /// A request may have one in each of its thousands of lines.
    private static let faultsTold = 50

    init(_ error: DialogueError) {
        switch error {
        case .invalidRequest(let faults):
            var lines = faults.prefix(Self.faultsTold).map { $0.description.withoutPersonalNumbers }
            if faults.count > lines.count { lines.append("and \(faults.count - lines.count) more") }
            self.init(
                .invalidParameters, lines.joined(separator: "\n"),
                detail: .init(
                    parameter: faults.first?.path, expected: faults.first.map { $0.problem.withoutPersonalNumbers }))
        }
    }
}
