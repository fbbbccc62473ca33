import Foundation

/// The environment variables that tests read. One that is empty counts as unset.
package enum TestVariable: String {
    /// The folder of corpora of real notices, which are not part of the repository.
    case corpus = "TORG_CORPUS"
    /// The folder of the programs that are started; without it those of the build that the tests are part of. Where it is
    /// set, they are taken for release programs, and the tests run that only those are fast enough for.
    case programs = "TORG_BIN"
    /// The folder into which every program that is started writes what it says.
    case trace = "TORG_TRACE"
    /// Recorded files are written anew and not only compared with.
    case record = "TORG_RECORD"
    /// How many times each example feed is damaged.
    case mutations = "TORG_MUTATIONS"
    /// Set by whoever runs the tests unattended: nothing is recorded there.
    case unattended = "CI"

    package var value: String? { ProcessInfo.processInfo.environment[rawValue].flatMap { $0.isEmpty ? nil : $0 } }
}
