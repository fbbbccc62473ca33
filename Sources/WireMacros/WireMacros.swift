import WireSource

/// The compiler starts this program while it compiles `API`, and asks it for what the macros stand for.
///
/// It talks to the compiler itself, and not through swift-syntax, because that would take as long to compile as a quarter
/// of all the rest; see `docs/decisions/0007-wire-types-by-macro.md`.
@main
enum WireMacros {
    static func main() throws {
        let connection = CompilerConnection()
        while let question = try connection.next() { try connection.send(answer(to: question)) }
    }

    private static func answer(to question: CompilerQuestion) -> CompilerAnswer {
        if question.getCapability != nil { return .capability }
        guard let expansion = question.expandAttachedMacro else {
            return .failure("only attached macros are known here")
        }
        // A mark at a member adds nothing: the macro of the type reads it.
        guard expansion.macro.typeName == "WireTypeMacro" else { return .expansion("") }
        do throws(DeclarationError) {
            return .expansion(try WireCode(expansion.declSyntax.source).text)
        } catch {
            return .failure(error.message, at: expansion.declSyntax.location, plus: error.offset)
        }
    }
}
