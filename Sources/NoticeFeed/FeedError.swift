/// Why reading a feed ended early. What is merely wrong in a feed is a `Refusal`.
package enum FeedError: Error, CustomStringConvertible {
    /// The path given leads nowhere.
    case notFound(path: String, detail: String)
    /// Whoever was handed the outcomes can't take more.
    case consumer(any Error)

    package var description: String {
        switch self {
        case .notFound(let path, let detail): "\(path): \(detail); give a file or a folder that exists"
        case .consumer(let error): "the notices could not be handed on: \(error)"
        }
    }
}
