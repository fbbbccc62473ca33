import API
import Procurement

// What a plan did with one supplier, in sentences for a letter to it.

extension MeetingPlan.Result {
    /// Empty where the plan knows nothing of the supplier but that it was compared.
    package func standing(of supplier: String) -> [BilingualText] {
        let names = Dictionary(coverage.map { ($0.category, $0.name) }) { first, _ in first }
        func name(_ category: String) -> BilingualText { names[category] ?? BilingualText(category) }
        var sentences: [BilingualText] = []
        if seated.contains(where: { $0.supplier.id == supplier }) {
            sentences.append(
                BilingualText(sv: "Ni är anmälda och har plats.", en: "You are registered and have a place."))
        } else if let waits = waiting.first(where: { $0.supplier.id == supplier }) {
            sentences.append(
                BilingualText(
                    sv: "Ni är anmälda och väntar på plats, som nummer \(waits.place).",
                    en: "You are registered and wait for a place, as number \(waits.place)."))
        } else if outreach.contains(where: { $0.supplier.id == supplier }) {
            sentences.append(
                BilingualText(
                    sv: "Ni är bland de \(outreach.count) företag som vi hör av oss till särskilt.",
                    en: "You are among the \(outreach.count) companies that we turn to in particular."))
        } else {
            sentences.append(
                BilingualText(
                    sv: "Ni är inte bland de \(outreach.count) företag som vi hör av oss till särskilt.",
                    en: "You are not among the \(outreach.count) companies that we turn to in particular."))
            for line in reserves where line.supplier.id == supplier {
                let category = name(line.category)
                sentences.append(
                    BilingualText(
                        sv: "Ni är reserv för \(category.sv): vi hör av oss när någon annan tackar nej.",
                        en: "You are in reserve for \(category.en): we turn to you when somebody declines."))
            }
            for list in candidates {
                guard let own = list.candidates.first(where: { $0.supplier == supplier }) else { continue }
                let category = name(list.category)
                let above = list.candidates.count { $0.score > own.score }
                sentences.append(
                    BilingualText(
                        sv: "För \(category.sv) var ni en av \(list.candidates.count) kandidater, med "
                            + "\(TextLanguage.sv.hundredths(own.score)) poäng; \(above) hade mer.",
                        en: "For \(category.en) you were one of \(list.candidates.count) candidates, with "
                            + "\(TextLanguage.en.hundredths(own.score)) points; \(above) had more."))
            }
            for edit in edits where edit.about == supplier { sentences.append(edit.sentence) }
        }
        sentences.append(
            BilingualText(
                sv: "Inbjudan är öppen för alla: ni är välkomna att anmäla er hur listan än ser ut.",
                en: "The invitation is open to all: you are welcome to register whatever the list says."))
        return sentences
    }
}

extension CouncilCompose.Result {
    /// What the proposal did with the supplier.
    package func standing(of supplier: String) -> [BilingualText] {
        let seatCount = seats.count { $0.member.role == .supplier }
        var sentences: [BilingualText] = []
        if let seat = seats.first(where: { $0.member.id == supplier }) {
            sentences += [
                BilingualText(sv: "Ni har en plats i förslaget.", en: "You have a seat in the proposal."), seat.reason,
            ]
        } else {
            sentences.append(
                BilingualText(
                    sv: "Ni har ingen av de \(seatCount) platserna för leverantörer i förslaget.",
                    en: "You have none of the \(seatCount) seats for suppliers in the proposal."))
            if alternates.contains(where: { $0.member.id == supplier }) {
                sentences.append(
                    BilingualText(
                        sv: "Ni är ersättare: vi frågar er när någon annan tackar nej.",
                        en: "You are an alternate: we ask you when somebody declines."))
            }
            if resting.contains(where: { $0.id == supplier }) {
                sentences.append(
                    BilingualText(
                        sv: "Ni satt i ett av de senaste råden och står därför över, så att andra får plats.",
                        en: "You sat in one of the latest councils and rest, so that others get a seat."))
            }
            if let own = candidates.first(where: { $0.supplier == supplier }) {
                let above = candidates.count { $0.score > own.score }
                sentences.append(
                    BilingualText(
                        sv:
                            "Ni var en av \(candidates.count) kandidater, med \(TextLanguage.sv.hundredths(own.score)) poäng; "
                            + "\(above) hade mer. Platserna ska också ge spridning: bara en per koncern, plats för små och för nya.",
                        en:
                            "You were one of \(candidates.count) candidates, with \(TextLanguage.en.hundredths(own.score)) points; "
                            + "\(above) had more. Seats are spread too: one a corporate group, room for small and for new ones."
                    ))
            } else {
                sentences.append(
                    BilingualText(
                        sv: "Kandidat är den som har minst \(TextLanguage.sv.hundredths(leastScore)) poäng.",
                        en: "A candidate has at least \(TextLanguage.en.hundredths(leastScore)) points."))
            }
            for edit in edits where edit.about == supplier { sentences.append(edit.sentence) }
        }
        return sentences
    }
}
