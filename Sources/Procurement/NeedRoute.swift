/// A way to go on with a need: what an office can do before it buys, and how it can buy.
package enum NeedRoute: String, Sendable, Hashable, Codable, CaseIterable {
    case dialogue, requestForInformation, externalReview
    case frameworkCallOff, directPurchase, procurement
    case competitiveDialogue, innovationPartnership, preCommercialProcurement, designContest
    case ownWork, nothing

    /// What it is called.
    package var name: BilingualText {
        switch self {
        case .dialogue: BilingualText(sv: "Tidig dialog", en: "Early dialogue")
        case .requestForInformation:
            BilingualText(sv: "Begäran om information (RFI)", en: "Request for information (RFI)")
        case .externalReview: BilingualText(sv: "Extern remiss", en: "External review")
        case .frameworkCallOff: BilingualText(sv: "Avrop från ramavtal", en: "Call-off from a framework agreement")
        case .directPurchase: BilingualText(sv: "Direktupphandling", en: "Direct purchase")
        case .procurement: BilingualText(sv: "Annonserad upphandling", en: "Advertised procurement")
        case .competitiveDialogue: BilingualText(sv: "Konkurrenspräglad dialog", en: "Competitive dialogue")
        case .innovationPartnership: BilingualText(sv: "Innovationspartnerskap", en: "Innovation partnership")
        case .preCommercialProcurement:
            BilingualText(sv: "Förkommersiell upphandling", en: "Pre-commercial procurement")
        case .designContest: BilingualText(sv: "Projekttävling", en: "Design contest")
        case .ownWork: BilingualText(sv: "Löses i egen regi", en: "Solved by the office itself")
        case .nothing: BilingualText(sv: "Ingen åtgärd", en: "No action")
        }
    }
}

/// How far a need has come.
package enum NeedState: String, Sendable, Hashable, Codable, CaseIterable {
    /// Somebody looks into it.
    case explored
    /// A route is chosen and gone.
    case underway
    /// Something came of it.
    case done
    /// Nothing is done about it any more.
    case dropped

    /// What it is called.
    package var name: BilingualText {
        switch self {
        case .explored: BilingualText(sv: "utreds", en: "explored")
        case .underway: BilingualText(sv: "pågår", en: "under way")
        case .done: BilingualText(sv: "klart", en: "done")
        case .dropped: BilingualText(sv: "nedlagt", en: "dropped")
        }
    }
}
