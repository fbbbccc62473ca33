/// Why a win stands for no contract of its own: bits of `wins.retold`, 0 for a win that counts.
///
/// What counts as a win is decided here alone: whoever counts wins (finds, profiles, cards, the matcher's facts) counts
/// those with 0, each supplier's lots in a notice once (`[PastProcurement.Win].merged`).
struct Retold: OptionSet, Hashable {
    let rawValue: Int

    /// Another notice of the same procedure tells of it.
    static let procedure = Retold(rawValue: 1)
    /// A notice of another procedure tells of the same award: published twice, on a portal and in TED say.
    static let alike = Retold(rawValue: 2)
    /// The notice modifies a contract that was won before.
    static let modification = Retold(rawValue: 4)
    /// The statistics name a notice by its number, and the notice tells of it.
    static let number = Retold(rawValue: 8)
}
