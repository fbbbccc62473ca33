import Foundation
import Transport

/// What stays for as long as the daemon runs, whichever store it serves.
struct CommonParts: Sendable {
    let indexing: IndexProgress
    let roles: RoleBook
    let textfile: Textfile
    let fetching: FetchingFile
    let started: ContinuousClock.Instant
    let startDate = Date()
    let meter = Meter()
    let connections = ConnectionMeter()
}
