/// What one feed file may demand of the reader. Real notices stay far below; what goes beyond is refused by name.
package struct FeedLimits: Sendable, Hashable {
    /// Elements within elements, the file's root counted as 1.
    package var depth = 100
    /// Elements in one notice.
    package var elements = 1_000_000
    /// Attributes in one start tag. libxml2 compares each with each: 100,000 take half a minute.
    package var attributes = 256
    /// Namespaces declared where an element stands, its ancestors' included. libxml2 looks through all of them for
    /// every name.
    package var namespaces = 256
    /// Bytes of one start tag.
    package var tagBytes = 64 << 10
    /// Bytes of one text between two tags.
    package var textBytes = 1 << 20
    /// Bytes of text and attribute values in one notice.
    package var noticeBytes = 32 << 20
    /// Rows of one list of codes; the CPV has 9,454.
    package var codes = 20_000
    /// Bytes of one label of a list of codes; those of the CPV have fewer than 200 in Swedish and English.
    package var labelBytes = 2048
    /// Different element and attribute names in one file.
    package var names = 20_000
    /// Bytes of one feed file; of an archive both packed and unpacked.
    package var fileBytes = 4 << 30
    /// Bytes of one unpacked member of an archive.
    package var entryBytes = 1 << 30
    /// How many times larger than its packed form an archive may grow, once more than `ratioFloor` bytes are out.
    package var ratio = 200
    /// Bytes that any archive may unpack to, however small it is.
    package var ratioFloor = 10 << 20
    /// Members of one archive.
    package var entries = 1_000_000
    /// Bytes of a member's path.
    package var pathBytes = 1024

    /// The limits as shipped.
    package init() {}
}
