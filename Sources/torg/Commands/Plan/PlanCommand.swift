import ArgumentParser

/// `torg plan …`: meetings, councils and timetables, each with its reasons.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Plan a supplier meeting, compose a sector council, schedule one-to-one meetings.",
        discussion: """
            A request is a YAML or JSON file with the parameters of the method (see “torg call rpc.discover”), options, \
            or both; options go before the file. What can't be held is told, never given up silently.
            """,
        subcommands: [PlanMeetingCommand.self, PlanCouncilCommand.self, PlanTimetableCommand.self])
}
