/// The kinds of occasions at which the municipality and companies meet.
package enum EventKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A supplier meeting (leverantörsträff).
    case meeting
    /// A sector council (branschråd); its guests are its members.
    case council
    /// Talks between one company and one table at a time.
    case talks
    case other
}
