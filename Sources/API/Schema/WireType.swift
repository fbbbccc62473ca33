import JSON
import JSONRPC

/// Makes a wire type of a struct: of its stored properties, and of the `///` comment before each of them, come
///
/// - a `package` initialiser, with initial values (and `nil` for optionals) as defaults,
/// - `notes` and `bounds`, which become the descriptions and limits of the contract's schema,
/// - writing straight into bytes, and reading what is plain (`JSONWritable`, `JSONReadable`),
/// - `Codable` where names or defaults differ; else the compiler's own, which reads strictly and says what is wrong.
///
/// A member without a comment is an error. A struct that has an initialiser in its body keeps that one alone.
@attached(
    member, names: named(init), named(notes), named(bounds), named(write), named(writeMembers), named(encode))
package macro WireType() = #externalMacro(module: "WireMacros", type: "WireTypeMacro")

/// How large a member may be when a caller sends it.
@attached(peer)
package macro Within(_ bound: Bound) = #externalMacro(module: "WireMacros", type: "WireMarkMacro")

/// What a member is called on the wire, where that can't be its name in Swift.
@attached(peer)
package macro Named(_ name: StaticString) = #externalMacro(module: "WireMacros", type: "WireMarkMacro")

/// A member that is left out where it has its initial value, and has that where it is absent.
@attached(peer)
package macro Defaulted() = #externalMacro(module: "WireMacros", type: "WireMarkMacro")

/// A computed property that stands on the wire too. It must be there, and what it is read as counts for nothing.
@attached(peer)
package macro Derived() = #externalMacro(module: "WireMacros", type: "WireMarkMacro")

/// A member whose own members stand beside those of the type; the last one, and of a type whose members may all be
/// absent.
///
/// - Parameter notes: what some of them mean here, in place of their own comments.
@attached(peer)
package macro Inlined(_ notes: [String: String] = [:]) =
    #externalMacro(module: "WireMacros", type: "WireMarkMacro")
