// The part that is used here of the messages between the compiler and its plugins, as swift-syntax has them in
// `SwiftCompilerPluginMessageHandling/PluginMessages.swift`. Members that aren't named are passed over.

/// What the compiler asks: one of these is there.
struct CompilerQuestion: Decodable {
    struct Nothing: Decodable {}

    struct Expansion: Decodable {
        struct Macro: Decodable { var typeName: String }

        var macro: Macro
        /// What the macro stands at.
        var declSyntax: Syntax
    }

    struct Syntax: Decodable {
        var source: String
        var location: Location
    }

    struct Location: Decodable {
        var fileName: String
        /// In bytes.
        var offset: Int
    }

    var getCapability: Nothing?
    var expandAttachedMacro: Expansion?
}

/// What it is answered: one of these is there.
struct CompilerAnswer: Encodable {
    struct CapabilityResult: Encodable {
        struct Capability: Encodable { var protocolVersion = 7 }

        var capability = Capability()
    }

    struct ExpansionResult: Encodable {
        var expandedSource: String?
        var diagnostics: [Diagnostic] = []
    }

    struct Diagnostic: Encodable {
        struct Position: Encodable {
            var fileName = ""
            var offset = 0
        }

        var message: String
        var severity = "error"
        var position = Position()
        var highlights: [Position] = []
        var notes: [Position] = []
        var fixIts: [Position] = []
    }

    var getCapabilityResult: CapabilityResult?
    var expandMacroResult: ExpansionResult?

    static var capability: Self { Self(getCapabilityResult: CapabilityResult()) }

    static func expansion(_ source: String) -> Self { Self(expandMacroResult: ExpansionResult(expandedSource: source)) }

    /// - Parameter offset: bytes from the location on.
    static func failure(_ message: String, at location: CompilerQuestion.Location? = nil, plus offset: Int = 0) -> Self
    {
        var diagnostic = Diagnostic(message: message)
        if let location { diagnostic.position = .init(fileName: location.fileName, offset: location.offset + offset) }
        return Self(expandMacroResult: ExpansionResult(diagnostics: [diagnostic]))
    }
}
