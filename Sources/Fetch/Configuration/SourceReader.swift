import Procurement
import StrictYAML

/// Reads one source of `sources.yaml`.
struct SourceReader {
    let record: YAMLRecord
    let issues: ConfigurationIssues

    /// Where sources are without `address:`. Bulk files of the registers are offered to be fetched once in seven days.
    private enum Home {
        static let ted = "https://ted.europa.eu"
        static let search = "https://api.ted.europa.eu/v3/notices/search"
        static let uhm = "https://catalog.upphandlingsmyndigheten.se/store/12/resource/239"
        static let registers = "https://vardefulla-datamangder.bolagsverket.se"
        static let doffin = "https://api.doffin.no/public/v2"
        static let germany = "https://oeffentlichevergabe.de/api/notice-exports"
    }

    /// `nil` without a kind; then nothing else is said of it.
    func source() -> SourceSettings? {
        guard let entry = record.entry(required: "kind", expected: "one of \(Self.kinds)"),
            let kind: SourceKind = entry.choice(issues)
        else { return nil }
        let name = record.entry("name") == nil ? kind.rawValue : record.identifier("name") ?? kind.rawValue
        let plan: SourceSettings.Plan =
            switch kind {
            case .ted: .ted(ted())
            case .uhm:
                .file(
                    file(
                        Home.uhm, .csv, "csv", every: 7, atLeast: 1,
                        columns: ["Upphandlings-ID", "Namn för leverantör"]))
            case .bolagsverket:
                .file(
                    file("\(Home.registers)/bolagsverket/bolagsverket_bulkfil.zip", .zip, "zip", every: 7, atLeast: 7))
            case .scb: .file(file("\(Home.registers)/scb/scb_bulkfil.zip", .zip, "zip", every: 7, atLeast: 7))
            case .doffin: doffin()
            case .oeffentlichevergabe:
                .days(
                    DaySettings(
                        service: .export, address: address("address", or: Home.germany), since: since(), login: .none))
            case .https: web()
            case .sftp:
                .folder(
                    FolderSettings(address: address("address", or: nil, .sftp), pattern: pattern(), login: sftpLogin()))
            }
        let largest = largest(kind)
        return SourceSettings(name: name, kind: kind, largest: largest, most: most(largest), plan: plan)
    }

    private static let kinds = SourceKind.allCases.map(\.rawValue).joined(separator: ", ")

    private func ted() -> TEDSettings {
        let home = address("address", or: Home.ted)
        func below(_ path: String) -> WebAddress { (try? home.appending(path)) ?? home }
        return TEDSettings(
            packages: below("packages"), calendar: below("en/release-calendar/-/download/file/CSV"),
            search: address("search", or: Home.search), notices: below("en/notice"), countries: countries(),
            since: since(), fallbackAfter: count("fallback_after", 0...30) ?? 2,
            monthlyFrom: count("monthly_from", 2...31) ?? 10)
    }

    private func countries() -> [String] {
        record.words("countries").compactMap { word in
            if word.text.utf8.count == 2, let code = CountryCode.alpha2(word.text), CountryCode.isKnown(code) {
                return code
            }
            record.report("countries", "“\(word.text)” is no country", "write two letters such as SE", at: word.line)
            return nil
        }
    }

    private func file(
        _ home: String, _ content: ContentKind, _ ending: String, every: Int, atLeast: Int, columns: [String] = []
    ) -> FileSettings {
        FileSettings(
            address: address("address", or: home), content: content, ending: ending,
            everyDays: count("every_days", atLeast...365) ?? every, login: .none, columns: columns)
    }

    private func doffin() -> SourceSettings.Plan {
        let home = address("address", or: Home.doffin)
        let credential = credential("credential", required: true)
        return .days(
            DaySettings(
                service: .doffin(download: (try? home.appending("download")) ?? home),
                address: (try? home.appending("search")) ?? home,
                since: since(), login: .header(name: "Ocp-Apim-Subscription-Key", credential: credential ?? "")))
    }

    /// A file, or a folder where the address ends with a slash.
    private func web() -> SourceSettings.Plan {
        let address = address("address", or: nil)
        let login = webLogin()
        if address.lastComponent.isEmpty {
            return .folder(FolderSettings(address: address, pattern: pattern(), login: login))
        }
        return .file(
            FileSettings(
                address: address, content: .any, ending: address.lastComponent,
                everyDays: count("every_days", 1...365) ?? 1,
                login: login))
    }

    private func webLogin() -> LoginSettings {
        let user = record.text("user", required: false)
        let header = record.text("header", required: false)
        guard let credential = credential("credential", required: user != nil || header != nil) else { return .none }
        if let user, header != nil { record.report("header", "stands beside user: \(user)", "keep one of them") }
        if let header, !header.utf8.allSatisfy({ (65...90).contains($0) || (97...122).contains($0) || $0 == 45 }) {
            record.report("header", "“\(header)” is no name of a header", "write one such as X-API-Key")
        }
        return user.map { .basic(user: $0, password: credential) }
            ?? .header(name: header ?? "Authorization", credential: credential)
    }

    private func sftpLogin() -> LoginSettings {
        let user = record.text("user", required: true) ?? ""
        let hostKey = self.hostKey()
        let key = credential("key", required: false)
        let password = credential("credential", required: false)
        switch (key, password) {
        case (let key?, nil): return .sftpKey(user: user, credential: key, hostKey: hostKey)
        case (nil, let password?): return .sftpPassword(user: user, credential: password, hostKey: hostKey)
        case (nil, nil):
            record.report(
                "key", "is missing", "name the credential that holds the private key, or credential: for a password")
        case (_?, _?): record.report("credential", "stands beside key", "keep one of them")
        }
        return .none
    }

    /// What `ssh-keygen -lf` prints: `SHA256:` and 43 letters.
    private func hostKey() -> String {
        guard let text = record.text("host_key", required: true) else { return "" }
        let digest = text.hasPrefix("SHA256:") ? text.dropFirst(7) : text[...]
        if digest.utf8.count != 43 {
            record.report(
                "host_key", "“\(text)” is no fingerprint",
                "write SHA256:… as “ssh-keyscan HOST | ssh-keygen -lf -” prints it")
        }
        return String(digest) + "="
    }

    private func pattern() -> String {
        let pattern = record.text("files", required: false) ?? "*"
        if pattern.contains("/") { record.report("files", "has a slash", "write what names look like, such as *.xml") }
        return pattern
    }

    private func credential(_ key: String, required: Bool) -> String? {
        guard let name = record.text(key, required: required) else { return nil }
        let isName = name.utf8.allSatisfy {
            (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) || [45, 46, 95].contains($0)
        }
        if !isName || name.hasPrefix(".") {
            record.report(
                key, "is no name of a credential",
                "write the name that LoadCredential= gives it, never the secret itself")
            return nil
        }
        return name
    }

    private func since() -> CalendarDate {
        let fallback = CalendarDate(daysSinceEpoch: 0)
        guard let text = record.text("since", required: true) else { return fallback }
        guard text.utf8.count == 10, let day = CalendarDate(text) else {
            record.report("since", "“\(text)” is no day", "write one such as 2026-01-01")
            return fallback
        }
        return day
    }

    private func count(_ key: String, _ range: ClosedRange<Int>) -> Int? { record.entry(key)?.count(in: range, issues) }

    private func largest(_ kind: SourceKind) -> Int {
        let usual: Int =
            switch kind {
            case .ted: 4 << 30
            case .uhm, .scb, .https, .sftp: 1 << 30
            case .bolagsverket: 2 << 30
            case .doffin, .oeffentlichevergabe: 256 << 20
            }
        return record.entry("largest")?.bytes(in: (1 << 10)...(64 << 30), issues) ?? usual
    }

    private func most(_ largest: Int) -> Int {
        // A year of TED by the month is some 5 GB.
        let most = record.entry("most")?.bytes(in: (1 << 10)...(1 << 40), issues) ?? max(16 << 30, largest)
        if most < largest {
            record.report("most", "is less than largest", "write as much at least, or lower largest")
        }
        return most
    }

    /// An address with its scheme; what stands in after a mistake is never used.
    private func address(_ key: String, or home: String?, _ scheme: WebAddress.Scheme = .https) -> WebAddress {
        let text = record.text(key, required: home == nil) ?? home ?? "\(scheme.rawValue)://unknown.invalid/"
        if let address = WebAddress(text), address.scheme == scheme { return address }
        let remedy =
            WebAddress.scheme(of: text) == "http"
            ? "write https://: nothing is fetched without encryption"
            : "write \(scheme.rawValue)://HOST/…, without user or password"
        record.report(key, "is no address that may be fetched", remedy)
        return WebAddress("\(scheme.rawValue)://unknown.invalid/") ?? SourceReader.nowhere
    }

    private static let nowhere: WebAddress = {
        guard let address = WebAddress("https://unknown.invalid/") else {
            preconditionFailure("libcurl reads no address")
        }
        return address
    }()
}
