import JSONRPC

/// How large a company is, by Commission Recommendation 2003/361/EC. `sme`: small or medium, no more is known.
package enum CompanySize: String, WireWord {
    case micro, small, medium, large, sme
}

/// What is bought (BT-23).
package enum ContractKind: String, WireWord {
    case services, supplies, works
}

/// What a notice is for.
package enum NoticePurpose: String, WireWord {
    case planning, competition
    case directAward = "direct-award"
    case result
    case contractModification = "contract-modification"
    case correction, other
}

/// Whether a stored notice counts: it is the latest; a later version of it is stored; another notice has taken its place; it
/// is cancelled.
package enum NoticeStanding: String, WireWord {
    case current, superseded, changed, cancelled
}

/// The languages that reasons are written in.
package enum TextLanguage: String, WireWord {
    case sv, en
}
