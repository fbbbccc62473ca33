import API
import Foundation
import JSON
import Procurement

/// Reads how the sources of torg-fetch are, from the file that it writes for other programs (docs/sources.md).
///
/// The program that writes it talks to strangers, so the file is read as if one of them had written it: it must be a file, and
/// its size, its nesting, its texts and the number of its sources are bounded.
struct FetchingFile: Sendable {
    /// Why the file can't be used, in words for an operator.
    struct Unreadable: Error, Equatable {
        let detail: String
    }

    static let mostBytes = 1 << 20
    static let mostSources = 200
    static let mostScalars = 400
    /// Without a run for so long, in seconds, no source is good: the same patience that torg-fetch has.
    static let patience = 3 * 86_400

    let path: String

    /// `nil` where there is no file: nothing is fetched on this machine, or nothing yet.
    func stand(now: Date) -> FetchingStand? {
        do throws(Unreadable) {
            guard let bytes = try read() else { return nil }
            let (written, sources) = try Self.content(bytes)
            let isOld = now.timeIntervalSince1970 - written.seconds > Double(Self.patience)
            return FetchingStand(
                path: path, at: written,
                sources: sources.map { source in
                    var source = source
                    if isOld, source.state != .new { source.state = .late }
                    return source
                })
        } catch {
            return FetchingStand(path: path, detail: error.detail, sources: [])
        }
    }

    // MARK: The file

    private func read() throws(Unreadable) -> [UInt8]? {
        // A pipe put in its place would hold up whoever opens it.
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw Unreadable(detail: String(cString: strerror(errno)))
        }
        defer { close(file) }
        var info = stat()
        guard fstat(file, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
            throw Unreadable(detail: "it is no file")
        }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Unreadable(detail: String(cString: strerror(errno))) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= Self.mostBytes else {
                throw Unreadable(detail: "it has more than \(Self.mostBytes) bytes")
            }
        }
    }

    // MARK: Its content

    /// When it was written, and the sources in it.
    static func content(_ bytes: [UInt8]) throws(Unreadable) -> (Moment, [SourceStand]) {
        guard let value = try? JSONParser.parse(bytes, depthLimit: 8), value.object != nil else {
            throw Unreadable(detail: "it is no JSON object")
        }
        guard value["version"]?.number?.integer(Int.self) == 1 else {
            throw Unreadable(detail: "it has another version than 1; install torgd and torg-fetch of one version")
        }
        guard let written = moment(value["written"]), let sources = value["sources"]?.array else {
            throw Unreadable(detail: "written or sources is missing")
        }
        guard sources.count <= mostSources else { throw Unreadable(detail: "it has more than \(mostSources) sources") }
        var stands: [SourceStand] = []
        for value in sources {
            let stand = try source(value)
            // Metrics of one name and the same labels would be no metrics.
            if stands.contains(where: { $0.name == stand.name }) {
                throw Unreadable(detail: "the source \(stand.name) is in it twice")
            }
            stands.append(stand)
        }
        return (written, stands)
    }

    private static func source(_ value: JSONValue) throws(Unreadable) -> SourceStand {
        guard let name = word(value["name"]), let kind = word(value["kind"]),
            let state = value["state"]?.string.flatMap(SourceStand.State.init(rawValue:))
        else { throw Unreadable(detail: "a source in it has no name, kind or state that could be one") }
        return SourceStand(
            name: name, kind: kind, state: state, lastSuccess: moment(value["lastSuccess"]),
            dataThrough: value["dataThrough"]?.string.flatMap { CalendarDate(written: $0) },
            waiting: count(value["waiting"]), waitingSince: moment(value["waitingSince"]),
            failures: count(value["failures"]), error: value["error"].flatMap(failure))
    }

    private static func failure(_ value: JSONValue) -> SourceFailure? {
        guard let kind = word(value["kind"]), let what = value["what"]?.string, let at = moment(value["at"]),
            let text = bilingual(value["text"]), let remedy = bilingual(value["remedy"])
        else { return nil }
        return SourceFailure(kind: kind, what: shown(what), at: at, text: text, remedy: remedy)
    }

    /// A name: letters, digits and hyphens.
    private static func word(_ value: JSONValue?) -> String? {
        guard let text = value?.string, (1...100).contains(text.utf8.count),
            text.utf8.allSatisfy({
                (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
            })
        else { return nil }
        return text
    }

    private static func bilingual(_ value: JSONValue?) -> BilingualText? {
        guard let sv = value?["sv"]?.string, let en = value?["en"]?.string else { return nil }
        return BilingualText(sv: shown(sv), en: shown(en))
    }

    private static func moment(_ value: JSONValue?) -> Moment? { value?.string.flatMap { Moment($0) } }

    private static func count(_ value: JSONValue?) -> Int {
        min(1_000_000, max(0, value?.number?.integer(Int.self) ?? 0))
    }

    /// A text from elsewhere on one line, of bounded length.
    private static func shown(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.prefix(mostScalars).map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: "?"
                    default: scalar
                    }
                }))
    }
}

extension Moment {
    /// Seconds since 1970.
    var seconds: Double { (try? Date(text, strategy: .iso8601))?.timeIntervalSince1970 ?? 0 }
}
