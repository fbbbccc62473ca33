import API
import Procurement

/// Who one is to the daemon, which role that gives and why, and the page after signing out.
enum StandingPage {
    static func show(_ visit: Visit) async throws -> Answer {
        let stand = try await visit.call(SessionGet.self, NoParameters())
        let reader = visit.reader
        let groups = visit.signedIn?.groups ?? []
        var fields: Fields = [
            "person": .text(stand.person ?? stand.name), "recorded": .text(stand.name),
            "role": .text(stand.role.map { name(of: $0, reader) } ?? reader.pick(sv: "ingen", en: "none")),
            "because": .text(stand.because.text(in: visit.language)),
            "isWithout": Fields.Value(stand.role == nil),
            "isManager": Fields.Value(stand.role.map { $0 >= .manager } ?? false),
            "isAdmin": Fields.Value(stand.role == .admin), "isService": Fields.Value(visit.service != nil),
            "groups": false, "leave": Fields.Value(visit.signedIn == nil ? nil : visit.service?.signOut),
            "snippet": .text(snippet(for: stand.person ?? stand.name, groups)),
        ]
        if !groups.isEmpty { fields["groups"] = .fields(["listed": .texts(groups)]) }
        return .page("me", title: reader.pick(sv: "Vem du är för Torg", en: "Who you are to Torg"), fields)
    }

    /// Of the site itself: nobody is asked for.
    static func signedOut(_ visit: Visit) async throws -> Answer {
        guard visit.service != nil else { throw PageNotFound() }
        return .page("signed-out", title: visit.reader.pick(sv: "Du är utloggad", en: "You are signed out"), [:])
    }

    private static func name(of role: Role, _ reader: Reader) -> String {
        switch role {
        case .reader: reader.pick(sv: "läser (reader)", en: "reads (reader)")
        case .manager: reader.pick(sv: "leder arbetet (manager)", en: "leads the work (manager)")
        case .admin: reader.pick(sv: "driver Torg (admin)", en: "runs Torg (admin)")
        }
    }

    /// The lines of torg.yaml that would make somebody a reader, to be sent to whoever runs it.
    static func snippet(for person: String, _ groups: [String]) -> String {
        var lines = ["roles:", "  reader:", "    people: [\(quoted(person))]"]
        if !groups.isEmpty {
            lines.append("    directory_groups: [\(groups.prefix(20).map(quoted).joined(separator: ", "))]")
        }
        return lines.joined(separator: "\n")
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
