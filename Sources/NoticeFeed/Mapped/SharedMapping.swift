/// One copy of a mapping for everything that reads by it: a value of its own would be copied with each element.
final class SharedMapping: Sendable {
    let mapping: FeedMapping

    init(_ mapping: FeedMapping) { self.mapping = mapping }
}
