import API
import Foundation
import JSONRPC
import Procurement

/// How the ranking works and how good it is, and how the page can be used by everybody.
enum AboutPage {
    static func show(_ visit: Visit) async throws -> Answer {
        let status = try await visit.call(ServerStatus.self, NoParameters())
        return .page(
            "about", title: visit.reader.pick(sv: "Så rangordnar Torg", en: "How Torg ranks"),
            [
                "version": .text(status.version), "report": Fields.Value(faults),
                "reportTo": Fields.Value(faults.map { $0.hasPrefix("https://") ? $0 : "mailto:\($0)" }),
            ])
    }

    /// Where faults are reported: an e-mail address, or a page, which whoever runs the web view names in its environment;
    /// `nil` for neither.
    private static let faults = ProcessInfo.processInfo.environment["TORG_WEB_REPORT_TO"].flatMap(report)

    /// The same, for a text: what is neither an e-mail address nor a page is none.
    static func report(_ text: String) -> String? {
        let text = text.trimmingCharacters(in: .whitespaces)
        guard !text.isEmpty, text.count <= 200, text.allSatisfy({ !$0.isWhitespace && $0.isASCII }) else { return nil }
        if text.hasPrefix("https://") { return text }
        let plain = text.allSatisfy { $0.isLetter || $0.isNumber || "@._+-".contains($0) }
        return plain && text.split(separator: "@").count == 2 ? text : nil
    }
}
