import FoundationEssentials

/// The secrets that systemd hands over: files in `$CREDENTIALS_DIRECTORY`, by `LoadCredential=`. They are in no
/// configuration, on no command line and in no log.
package struct Credentials: Sendable {
    private let folder: String?

    package init(environment: [String: String]) { folder = environment["CREDENTIALS_DIRECTORY"] }

    /// The login with its secrets.
    func login(_ settings: LoginSettings) throws(FetchFailure) -> WebRequest.Login {
        switch settings {
        case .none: .none
        case .basic(let user, let name): .basic(user: user, password: try secret(name))
        case .header(let header, let name):
            .header(
                name: header,
                value: (header.lowercased() == "authorization" ? "Bearer " : "") + (try secret(name)))
        case .sftpPassword(let user, let name, let hostKey):
            .sftpPassword(user: user, password: try secret(name), hostKey: hostKey)
        case .sftpKey(let user, let name, let hostKey):
            .sftpKey(user: user, file: try path(name), hostKey: hostKey)
        }
    }

    /// The text of a credential, without the line feed that ends it.
    private func secret(_ name: String) throws(FetchFailure) -> String {
        guard let data = FileManager.default.contents(atPath: try path(name)),
            let text = String(validating: data, as: UTF8.self)?.split(whereSeparator: \.isNewline).first
        else { throw .credential(name: name) }
        return String(text)
    }

    private func path(_ name: String) throws(FetchFailure) -> String {
        guard let folder, FileManager.default.isReadableFile(atPath: "\(folder)/\(name)") else {
            throw .credential(name: name)
        }
        return "\(folder)/\(name)"
    }
}
