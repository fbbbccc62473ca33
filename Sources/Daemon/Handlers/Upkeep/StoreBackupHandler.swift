import API
import Logging
import Procurement
import Store
import Transport

struct StoreBackupHandler: Handler {
    typealias Served = API.StoreBackup

    let store: Store
    let executor: BackgroundExecutor
    let log: Logger

    func answer(
        _ parameters: API.StoreBackup.Parameters, for peer: Peer
    ) async throws -> API.StoreBackup.Result {
        if let reason = HiddenPlaces.own.reason(for: parameters.path) {
            throw StoreError.backupRefused(
                path: parameters.path,
                reason: "\(reason), so that nobody else would find the copy; put it into /var/lib/torg/backup")
        }
        let clock = ContinuousClock()
        let start = clock.now
        let by = UserName.of(peer)
        let made = try await withTaskExecutorPreference(executor) {
            // On record before the copy is there, so that the copy has it too. A full disk must not keep anyone from
            // saving the store to another; the log has it then.
            do {
                try store.record([
                    AuditRecord(.backup, by: by, method: Served.name, subject: parameters.path)
                ])
            } catch {
                log.error("a backup isn't in the audit: \(error)")
            }
            return try store.backup(to: parameters.path)
        }
        log.notice(
            "backup made", metadata: ["path": "\(made.path)", "by": "\(by)", "generation": "\(made.generation)"])
        return API.StoreBackup.Result(
            path: made.path, bytes: made.bytes, generation: made.generation, digest: made.digest,
            seconds: (clock.now - start).seconds)
    }
}
