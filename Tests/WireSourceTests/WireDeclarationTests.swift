import Testing

@testable import WireSource

/// What is read of a declaration.
@Suite struct WireDeclarationTests {
    private func members(_ body: String) throws -> [WireMember] {
        try WireDeclaration("/// One {.\n@WireType\npackage struct One: Described {\n\(body)\n}").members
    }

    @Test func readsAMember() throws {
        let member = try #require(
            try members(
                """
                    /// What it is: "this".
                    /// And more.
                    @Named("where") @Within(.list(3, of: .text(")")))
                    package var place: [String]?
                """
            ).first)
        #expect(member.property == "place" && member.name == "where" && member.type == "[String]")
        #expect(member.isOptional && !member.isRequired && member.initial == nil)
        #expect(member.note == #"What it is: "this". And more."#)
        #expect(member.bound == #".list(3, of: .text(")"))"#)
    }

    @Test func readsInitialValues() throws {
        let members = try members(
            """
                // Not a description.
                /// A.
                package var a: [Int] = []
                /// B.
                package var b: Kind =
                    Kind(
                        "}", of: "\\(name("{"))")
                /// C.
                @Defaulted package var c: Bool = true
                @Inlined(["limit": "L."]) var options: Options = Options()
            """)
        #expect(members.map(\.property) == ["a", "b", "c", "options"])
        #expect(members.map(\.note) == ["A.", "B.", "C.", ""])
        #expect(members[0].initial == "[]" && members[0].isRequired)
        #expect(members[1].initial?.hasPrefix("Kind(") == true && members[1].initial?.hasSuffix(")") == true)
        #expect(members[2].isDefaulted && !members[2].isRequired && members[2].initial == "true")
        #expect(members[3].isInlined && members[3].notes == #"["limit": "L."]"#)
    }

    @Test func passesOverWhatIsNotStored() throws {
        let source = """
            struct One {
                /// A kind { of thing.
                package enum Kind: String, WireWord { case a, b }
                package static let longest = 7
                /// A.
                package var a: Kind
                package var isA: Bool { a == .a }
                /// B.
                @Derived package var b: Int { 3 }

                package init(_ a: Kind) {
                    self.a = a
                }

                package func f() -> String { #"}"# + \"""
                    } \"
                    \""" }
            }
            """
        let declaration = try WireDeclaration(source)
        #expect(declaration.members.map(\.property) == ["a", "b"])
        #expect(declaration.members.map(\.isDerived) == [false, true])
        #expect(declaration.hasInitializer)
    }

    @Test(arguments: [
        ("    package var a: Int", "“a” has no comment"),
        ("    /// A.\n    package let a: Int", "is a var"),
        ("    /// A.\n    package var a = 1", "with its type"),
        ("    /// A.\n    package var a: Int, b: Int", "by itself"),
        ("    /// A.\n    @Defaulted package var a: Int", "has an initial value"),
        ("    /// A.\n    @Defaulted package var a: Int? = nil", "is no optional"),
        ("    /* A. */\n    package var a: Int", "comments"),
        ("    /// A.\n    package var a: Int = f(", "without its other half"),
    ])
    func saysWhatIsWrong(body: String, message: String) throws {
        let error = try #require(throws: DeclarationError.self) { try members(body) }
        #expect(error.message.contains(message))
    }

    @Test func saysWhereItIsWrong() throws {
        let error = try #require(throws: DeclarationError.self) { try members("    /// å\n    package let a: Int") }
        #expect(error.offset == "/// One {.\n@WireType\npackage struct One: Described {\n    /// å\n    ".utf8.count)
    }
}
