/// Somebody whom the web server in front has signed in.
///
/// One connection to the daemon is one person's with these groups: who has others now is somebody else to it.
struct SignedIn: Sendable, Hashable {
    /// As the sign-in knows them, such as anna@ekby.se.
    let person: String
    /// In the directory, each once, in order.
    let groups: [String]
}

/// Why nobody is taken to have signed in: a fault of how the web server in front is set up, or of what its sign-in says.
enum SignInFault: Error, Hashable {
    /// The header that names the person isn't there, or is empty.
    case nobody(header: String)
    /// A header is there more than once: one of them may be the browser's own.
    case twice(header: String)
    /// What a header says is no name.
    case unusable(header: String)
    /// More groups than a role could be given by.
    case tooManyGroups(header: String)
    /// The daemon doesn't take the name: why, in its words.
    case unacceptable(String)
    /// The daemon takes nobody's word from the user that torg-web runs as.
    case notDelegate(user: String)
}
