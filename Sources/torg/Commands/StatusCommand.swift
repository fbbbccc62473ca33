import API
import ArgumentParser
import Foundation
import Procurement
import Sheets

/// `torg status`
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "status", abstract: "Tell how the daemon fares.")

    @OptionGroup var connection: ConnectionOptions

    func run() async throws {
        try await Session(options: connection).run(ServerStatus.self, NoParameters()) { status in
            var lines = [
                "torgd \(status.version), up for \(Self.time(status.uptimeSeconds)), \(status.memoryBytes >> 20) MiB of memory",
                status.counting == true
                    ? "counting what is stored; generation \(status.generation)"
                    : "\(TextLayout.grouped(status.notices)) notices, \(TextLayout.grouped(status.suppliers)) suppliers, "
                        + "\(TextLayout.grouped(status.awards)) awards; generation \(status.generation)",
            ]
            if let detail = status.store.detail {
                let what =
                    switch status.store.state {
                    case .unreadable: "NOTHING CAN BE READ"
                    case .replaced: "THE STORE IS GONE"
                    case .sound, .readOnly, .writeProtected: "READ ONLY"
                    }
                lines.insert("\(what): \(detail).", at: 0)
            }
            if status.store.examining == true {
                lines.append("the store is being looked through after the start; imports wait for that")
            }
            if let stand = status.importing {
                lines.append(
                    "importing: \(TextLayout.grouped(stand.seen)) notices so far, from \(TextLayout.grouped(stand.files)) files"
                )
            }
            lines.append(
                (status.index.map { "index of generation \($0.generation), \(Self.time($0.ageSeconds)) old" }
                    ?? (status.state == .unavailable
                        ? "no index can be built" : "the first index is being built"))
                    + (status.indexing.map { ", \(Self.stand($0))" } ?? "")
                    + "; store \(status.store.bytes >> 20) MiB"
                    + (status.store.freeBytes.map { ", \(TextLayout.grouped($0 >> 20)) MiB free on its disk" } ?? ""))
            if let last = status.lastImport {
                lines.append(
                    "last import \(last.at): \(TextLayout.grouped(last.notices.seen)) notices seen, "
                        + "\(TextLayout.grouped(last.notices.stored)) stored, \(TextLayout.grouped(last.notices.refused)) refused"
                        + (status.newestNotice.map { "; the newest notice is of \($0)" } ?? "")
                )
                if status.index != nil {
                    lines.append(DataAge(language: .en).status(status.dataThrough, today: .now))
                }
            } else {
                lines.append("nothing has been imported yet: torg import PATH…")
            }
            lines += CopyText.lines(status)
            if let detail = status.fetching?.detail {
                lines.append("what torg-fetch brings isn't known: \(detail)")
            }
            for source in status.fetching?.sources ?? [] {
                lines.append("source \(source.name): \(SourceText(language: .en).line(source))")
            }
            return lines
        }
    }

    private static func stand(_ stand: IndexingStand) -> String {
        let notices = TextLayout.grouped(stand.total)
        switch stand.phase {
        case .reading:
            let suppliers =
                stand.suppliersDone.map {
                    ", \(TextLayout.grouped($0)) of \(TextLayout.grouped(stand.suppliersTotal ?? 0)) suppliers"
                } ?? ""
            return "\(stand.percent) %: \(TextLayout.grouped(stand.done)) of \(notices) notices\(suppliers) read"
        case .building: return "\(stand.percent) %: from \(notices) notices"
        }
    }

    private static func time(_ seconds: Int) -> String {
        switch seconds {
        case ..<120: "\(seconds) s"
        case ..<7200: "\(seconds / 60) min"
        case ..<172_800: "\(seconds / 3600) h"
        default: "\(seconds / 86_400) days"
        }
    }
}
