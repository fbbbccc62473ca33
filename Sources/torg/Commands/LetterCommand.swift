import API
import ArgumentParser
import JSONRPC
import Procurement
import Sheets
import Transport

/// `torg letter SUPPLIER --category it`, `torg letter SUPPLIER --plan d-kfhwtbzmrqpn`
struct LetterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Write an answer to a company that asks why it isn't on a list or in a plan.",
        discussion: """
            In plain Swedish or English: its place, what counted, what would change that, what it can do itself, and how to ask \
            for a correction. With --plan it tells what a kept meeting or council did with it, and explains the need of that plan \
            in which it stands best, on the data of today.
            """)

    @Argument(help: "The id of the supplier; see “torg suppliers find”.")
    var supplier: String

    @Option(help: ArgumentHelp("A configured category; see “torg categories”.", valueName: "id"))
    var category: String?

    @Option(help: ArgumentHelp("A configured challenge; see “torg challenges”.", valueName: "id"))
    var challenge: String?

    @Option(help: ArgumentHelp("A stored notice; see “torg notices find”.", valueName: "id"))
    var notice: String?

    @Option(help: ArgumentHelp("The dossier of a plan; see “torg dossier list”.", valueName: "dossier"))
    var plan: String?

    @Option(name: .shortAndLong, help: "How many the list has, 1 to 1000.")
    var limit = 20

    @Option(help: ArgumentHelp("Who writes.", valueName: "words"))
    var host: String?

    @Option(help: ArgumentHelp("Where to write to: a function's mailbox, no person's.", valueName: "words"))
    var contact: String?

    @OptionGroup var setting: SettingArguments
    @OptionGroup var speech: LanguageOption
    @OptionGroup var connection: ConnectionOptions

    func validate() throws {
        if [category, challenge, notice, plan].count(where: { $0 != nil }) != 1 {
            throw ValidationError("Give one of --category, --challenge, --notice and --plan.")
        }
        guard Limit.range.contains(limit) else { throw ValidationError("--limit is from 1 to 1000.") }
    }

    func run() async throws {
        do {
            let client = try await RPCClient.connect(to: connection.path)
            let (buyer, nuts) = (setting.query, setting.nuts)
            var letter: SupplierLetter
            if let plan {
                letter = try await planned(plan, client)
            } else {
                let need: NeedQuery =
                    if let category {
                        .category(.configured(category))
                    } else if let challenge {
                        .challenge(.configured(challenge))
                    } else {
                        .notice(.stored(id: notice ?? ""))
                    }
                letter = try await self.letter(need, buyer, nuts, client)
            }
            letter.host = host
            letter.contact = contact
            Output.document(letter.text(speech.language))
        } catch {
            throw Session.tell(error, socket: connection.path, language: speech.language)
        }
    }

    private func letter(
        _ need: NeedQuery, _ buyer: BuyerQuery?, _ nuts: [String]?, _ client: RPCClient,
        weights: SortedMap<Points>? = nil,
        filter: SupplierFilter? = nil
    ) async throws -> SupplierLetter {
        func standing(_ filter: SupplierFilter?) async throws -> MatchingExplain.Result {
            try await client.call(
                MatchingExplain.self,
                .init(
                    need: need, supplier: supplier, buyer: buyer, nuts: nuts,
                    options: MatchOptions(
                        limit: Limit(clamping: limit), weights: weights, filter: filter, language: speech.language)))
        }
        var letter = SupplierLetter(
            standing: try await standing(filter), need: try await name(need, client), limit: limit)
        if case .notice = need { return letter }
        guard filter == nil, letter.standing.mayBeListedApart else { return letter }
        let apart = try await standing(SupplierFilter(newcomers: true))
        if apart.isListed { (letter.standing, letter.newcomers) = (apart, true) }
        return letter
    }

    private func name(_ need: NeedQuery, _ client: RPCClient) async throws -> String {
        let language = speech.language.rawValue
        switch need {
        case .category(.configured(let id)):
            let line = try await client.call(CategoriesList.self, .init()).categories.first { $0.id == id }
            return line.map { $0.names[language] ?? $0.name } ?? id
        case .challenge(.configured(let id)):
            let line = try await client.call(ChallengesList.self, .init()).challenges.first { $0.id == id }
            return line.map { $0.names[language] ?? $0.name } ?? id
        case .notice(.stored(let id)):
            let title = try await client.call(NoticesGet.self, .init(id: id)).notice.title
            return "”\(title.first?.text ?? id)”"
        case .category(.described(let category)): return category.name
        case .challenge(.described(let challenge)): return challenge.text
        case .notice(.described(let notice)): return "”\(notice.title)”"
        }
    }

    /// The plan's own words, and of its needs the one in which the supplier stands best.
    private func planned(_ dossier: String, _ client: RPCClient) async throws -> SupplierLetter {
        let kept = try await client.call(DossierGet.self, .init(dossier: dossier))
        guard let request = kept.request?.json, let result = kept.result?.json else {
            throw ValidationError("What was kept in \(dossier) has been removed.")
        }
        let needs: [NeedQuery]
        let sentences: [BilingualText]
        let asked: (buyer: BuyerQuery?, nuts: [String]?, weights: SortedMap<Points>?, filter: SupplierFilter?)
        switch kept.entry.method {
        case MeetingPlan.name:
            let parameters = try ValueDecoder.decode(MeetingPlan.Parameters.self, from: request, unknown: .ignored)
            let plan = try ValueDecoder.decode(MeetingPlan.Result.self, from: result, unknown: .ignored)
            needs =
                parameters.categories?.map { .category($0.category) }
                ?? plan.coverage.map { .category(.configured($0.category)) }
            sentences = plan.standing(of: supplier)
            asked = (parameters.buyer, parameters.nuts, parameters.weights, parameters.filter)
        case CouncilCompose.name:
            let parameters = try ValueDecoder.decode(CouncilCompose.Parameters.self, from: request, unknown: .ignored)
            needs = parameters.needs
            sentences = try ValueDecoder.decode(CouncilCompose.Result.self, from: result, unknown: .ignored)
                .standing(of: supplier)
            asked = (parameters.buyer, parameters.nuts, parameters.weights, parameters.filter)
        default:
            throw ValidationError("\(dossier) holds no meeting and no council but \(kept.entry.method).")
        }
        var best: SupplierLetter?
        for need in needs {
            // What the plan was asked for, also where that was nobody: not what the office is today.
            let letter = try await letter(
                need, asked.buyer ?? BuyerQuery(), asked.nuts ?? [], client, weights: asked.weights,
                filter: asked.filter)
            if (letter.standing.score ?? .zero) > (best?.standing.score ?? Points(millionths: -1)) { best = letter }
        }
        guard var best else { throw ValidationError("\(dossier) has no need to explain.") }
        best.plan = sentences
        return best
    }
}
