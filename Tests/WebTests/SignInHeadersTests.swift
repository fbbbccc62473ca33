import HTTPTypes
import Testing

@testable import Web

@Suite struct SignInHeadersTests {
    private let headers: SignInHeaders
    private let person: HTTPField.Name
    private let groups: HTTPField.Name

    init() throws {
        person = try #require(HTTPField.Name("X-Remote-User"))
        groups = try #require(HTTPField.Name("X-Remote-Groups"))
        headers = SignInHeaders(person: person, groups: groups, separator: ";")
    }

    private func fields(_ named: (HTTPField.Name, String)...) -> HTTPFields {
        HTTPFields(named.map { HTTPField(name: $0.0, value: $0.1) })
    }

    @Test func personAndGroupsAreThoseOfTheHeaders() throws {
        let signedIn = try headers.signedIn(
            fields((person, "anna@ekby.se"), (groups, "läsare; inkop;;inkop;CN=A, OU=B")))
        #expect(signedIn == SignedIn(person: "anna@ekby.se", groups: ["CN=A, OU=B", "inkop", "läsare"]))
        #expect(try headers.signedIn(fields((person, "anna@ekby.se"))).groups.isEmpty)
    }

    /// “(null)” is what Apache writes where its variable isn't set: it is nobody, and no group.
    @Test(arguments: ["", " ", "(null)"]) func nobodyIsNobody(_ value: String) throws {
        #expect(throws: SignInFault.nobody(header: "X-Remote-User")) { try headers.signedIn(fields((person, value))) }
        #expect(throws: SignInFault.nobody(header: "X-Remote-User")) { try headers.signedIn(fields()) }
        #expect(try headers.signedIn(fields((person, "anna"), (groups, value))).groups.isEmpty)
    }

    @Test func headerThatCameTwiceIsNotChosenBetween() {
        #expect(throws: SignInFault.twice(header: "X-Remote-User")) {
            try headers.signedIn(fields((person, "anna"), (person, "anna")))
        }
        #expect(throws: SignInFault.twice(header: "X-Remote-Groups")) {
            try headers.signedIn(fields((person, "anna"), (groups, "a"), (groups, "b")))
        }
    }

    @Test(arguments: [
        "anna bo", "anna\u{A0}bo", "anna\u{202E}", "anna\u{200B}", "a\u{FFFD}",
        String(repeating: "a", count: 201),
        "anna\u{0301}\u{200D}",
    ])
    func whatIsNoWordIsNoPerson(_ name: String) {
        #expect(throws: SignInFault.unusable(header: "X-Remote-User")) { try headers.signedIn(fields((person, name))) }
    }

    @Test func groupsAreBoundedInNumberAndLength() throws {
        let most = (0..<500).map(String.init)
        #expect(try headers.signedIn(fields((person, "a"), (groups, most.joined(separator: ";")))).groups.count == 500)
        #expect(throws: SignInFault.tooManyGroups(header: "X-Remote-Groups")) {
            try headers.signedIn(fields((person, "a"), (groups, (most + ["x"]).joined(separator: ";"))))
        }
        #expect(throws: SignInFault.unusable(header: "X-Remote-Groups")) {
            try headers.signedIn(fields((person, "a"), (groups, String(repeating: "g", count: 301))))
        }
        #expect(throws: SignInFault.unusable(header: "X-Remote-Groups")) {
            try headers.signedIn(fields((person, "a"), (groups, "inkop\u{202E}")))
        }
    }
}
