import Procurement

/// The open invitation, to publish through the tendering portal: to everyone, first come, first served.
struct MeetingInvitation: Sendable {
    private let request: MeetingRequest
    private var event: MeetingEvent { request.event }

    init(_ request: MeetingRequest) { self.request = request }

    func text() -> BilingualText { BilingualText(sv: swedish(), en: english()) }

    private var projects: [(name: BilingualText, owner: String)] {
        request.stations.compactMap { station in
            if case .project(let owner, _) = station.subject { (station.name, owner) } else { nil }
        }
    }

    private var hours: String? {
        guard let first = request.slots.first, let last = request.slots.last else { return nil }
        return "\(first.starts)–\(last.ends)"
    }

    private func swedish() -> String {
        var lines = ["Inbjudan: \(event.name.sv)", ""]
        lines.append("\(event.host) bjuder in alla företag som vill veta mer om kommande inköp och berätta vad de kan.")
        lines.append("")
        if let date = event.date { lines.append("Dag: \(date)") }
        if let hours { lines.append("Tid: \(hours)") }
        if let place = event.place { lines.append("Plats: \(place)") }
        lines += ["", "Områden som du kan möta oss om:"]
        lines += request.categories.map { "– \($0.name.sv)" }
        if !projects.isEmpty {
            lines += ["", "Projekt som har ett eget bord:"]
            lines += projects.map { "– \($0.name.sv) (\($0.owner))" }
        }
        lines += ["", "Inbjudan är öppen för alla, stora som små, även för den som aldrig har lämnat anbud till oss."]
        lines.append(
            "Det finns \(request.capacity) platser, en per företag. De fylls i den ordning som anmälningarna kommer; "
                + "därefter gäller väntelista.")
        if request.visitsPerCompany > 0, !request.stations.isEmpty {
            lines.append(
                "Varje företag får ett eget schema med upp till \(Self.swedish(request.visitsPerCompany)) möten.")
        }
        lines.append("Träffen är inte en del av någon upphandling. Att delta, eller att avstå, påverkar inget anbud.")
        lines.append("")
        if let registration = event.registration { lines.append("Anmälan: \(registration)") }
        if let before = event.registerBefore { lines.append("Anmäl dig senast: \(before)") }
        if let contact = event.contact { lines.append("Frågor: \(contact)") }
        return Self.tidy(lines)
    }

    private func english() -> String {
        var lines = ["Invitation: \(event.name.en)", ""]
        lines.append(
            "\(event.host) invites every company that wants to hear of coming purchases and to show what it can do.")
        lines.append("")
        if let date = event.date { lines.append("Date: \(date)") }
        if let hours { lines.append("Time: \(hours)") }
        if let place = event.place { lines.append("Place: \(place)") }
        lines += ["", "Fields that you can meet us about:"]
        lines += request.categories.map { "– \($0.name.en)" }
        if !projects.isEmpty {
            lines += ["", "Projects with a table of their own:"]
            lines += projects.map { "– \($0.name.en) (\($0.owner))" }
        }
        lines += ["", "The invitation is open to all, large and small, and to those who never tendered to us before."]
        lines.append(
            "There are \(request.capacity) places, one a company. They are filled in the order in which registrations "
                + "come; after that there is a waiting list.")
        if request.visitsPerCompany > 0, !request.stations.isEmpty {
            let meetings = request.visitsPerCompany == 1 ? "one meeting" : "\(request.visitsPerCompany) meetings"
            lines.append("Each company gets a programme of its own with up to \(meetings).")
        }
        lines.append("The event is not part of any procurement. Taking part, or not, affects no tender.")
        lines.append("")
        if let registration = event.registration { lines.append("Register: \(registration)") }
        if let before = event.registerBefore { lines.append("Register no later than: \(before)") }
        if let contact = event.contact { lines.append("Questions: \(contact)") }
        return Self.tidy(lines)
    }

    private static func swedish(_ count: Int) -> String {
        let words = ["noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
        return count < words.count ? words[count] : String(count)
    }

    /// No two empty lines in a row, and none at the end.
    private static func tidy(_ lines: [String]) -> String {
        var kept: [String] = []
        for line in lines where !(line.isEmpty && (kept.last?.isEmpty ?? true)) { kept.append(line) }
        while kept.last?.isEmpty == true { kept.removeLast() }
        return kept.joined(separator: "\n")
    }
}
