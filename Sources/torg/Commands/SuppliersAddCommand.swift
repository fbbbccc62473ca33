import API
import ArgumentParser
import Procurement

struct SuppliersAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a firm by hand that no register or notice has told of.",
        discussion: "It is on the record who added it and why. What a register says of its number later joins it.")

    @Argument(help: "What it is called.")
    var name: String

    @Option(help: "Its organisation number; a foreign one with its country before it.")
    var number: String?

    @Option(help: ArgumentHelp("What it does.", valueName: "words"))
    var does: String?

    @Option(help: ArgumentHelp("CPV codes of what it offers.", valueName: "code"))
    var cpv: [String] = []

    @Option(help: ArgumentHelp("Where it works, such as SE121.", valueName: "region"))
    var nuts: [String] = []

    @Option(help: "Its size: micro, small, medium, large or sme.")
    var size: SupplierSize?

    @Option(help: "An address for mail to it.")
    var email: String?

    @Option(help: "Its website.")
    var website: String?

    @Option(help: ArgumentHelp("Why it is added; kept in the audit.", valueName: "words"))
    var reason: String

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Session(options: connection).run(
            SuppliersAdd.self,
            .init(
                name: name, reason: reason, number: number, description: does, cpv: cpv.isEmpty ? nil : cpv,
                nuts: nuts.isEmpty ? nil : nuts, size: size, email: email, website: website),
            timeout: nil
        ) { result in
            [
                "\(result.supplier.name), \(result.supplier.id): "
                    + (result.stored ? "added." : "was there already, the very same.")
            ] + (result.supplier.status.map { ["sv: \($0.text.sv)", "en: \($0.text.en)"] } ?? [])
        }
    }
}
