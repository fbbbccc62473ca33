import HTTPTypes
import StrictYAML
import TestSupport
import Testing

@testable import Web

@Suite struct ServiceSettingsTests {
    private func read(_ text: String) throws -> ServiceSettings {
        try ServiceSettings.read(YAMLNode(parsing: text, file: "web.yaml"), path: "web.yaml")
    }

    private func issues(_ text: String) -> [String] {
        do {
            _ = try read(text)
            return []
        } catch let error as ConfigurationError {
            return error.issues.map(\.description)
        } catch {
            return ["\(error)"]
        }
    }

    @Test func addressIsEnough() throws {
        let settings = try read("address: https://Torg.Ekby.SE:8443/")
        #expect(settings.origin == "https://torg.ekby.se:8443")
        #expect(settings.host == "torg.ekby.se:8443")
        #expect(settings.isSecure)
        #expect(settings.headers.person.rawName == "X-Remote-User")
        #expect(settings.headers.separator == ";")
        #expect(settings.signOut == nil)
        #expect(settings.socket == "/run/torg-web/torg-web.sock")
    }

    /// Everything in the file that is installed is a comment; without the “#” it is all right, and every key is in it.
    @Test func shippedFileNamesEveryKey() throws {
        let shipped = try Repository.text("config/web.yaml")
        let told = issues(shipped)
        #expect(told.count == 1 && told[0].contains("address: is missing"))
        let keys = shipped.split(separator: "\n").filter { $0.wholeMatch(of: /#[a-z_]+: .*/) != nil }.map {
            $0.dropFirst()
        }
        let settings = try read(keys.joined(separator: "\n"))
        #expect(keys.count == 7)
        let isOut = settings.signOut?.hasPrefix("/oidc?logout=https") ?? false
        #expect(isOut)
        #expect(settings.headers == (try read("address: https://a")).headers)
        #expect(settings.socket == (try read("address: https://a")).socket)
    }

    @Test(arguments: [
        ("", "address: is missing"), ("address: torg.ekby.se", "is no address"),
        ("address: https://torg.ekby.se/path", "is no address"), ("address: ftp://torg.ekby.se", "is no address"),
        ("address: https://", "is no address"), ("[a]", "holds a list"),
        ("address: https://a\nadress: x", "unknown key"),
        ("address: https://a\nperson_header: \"a b\"", "can't be a header's name"),
        ("address: https://a\nperson_header: Cookie", "browsers send Cookie themselves"),
        ("address: https://a\ngroups_header: x-remote-user", "is the person's header too"),
        ("address: https://a\ngroups_separator: \", \"", "isn't one character"),
        ("address: https://a\ngroups_separator: å", "isn't one character"),
        ("address: https://a\nsign_out: //evil.example", "is no address"),
        ("address: https://a\nsign_out: javascript:alert(1)", "is no address"),
        ("address: https://a\nsign_out: \"/a b\"", "is no address"),
    ])
    func mistakeIsToldWithItsKey(_ text: String, _ told: String) {
        let found = issues(text)
        let isTold = found.contains { $0.contains(told) }
        #expect(isTold, "\(found)")
    }
}
