/// What a file is by its first bytes; names are not believed.
enum FileKind: Equatable {
    /// A gzip stream (RFC 1952), a zip (PKWARE APPNOTE 4.3) or a tar (POSIX.1 ustar).
    case archive
    /// Something packed in a way that isn't read.
    case unsupported(String)
    /// Whatever it is, it isn't packed.
    case plain

    /// So many bytes are needed to tell.
    static let peek = 512

    init(_ bytes: some Collection<UInt8>) {
        let bytes = Array(bytes.prefix(Self.peek))
        if bytes.first == UInt8(ascii: "<"), !Self.isTar(bytes) {
            // No packed file begins so; a tar begins with a name.
            self = .plain
        } else if Self.archives.contains(where: bytes.starts) || Self.isTar(bytes) {
            self = .archive
        } else if let other = Self.others.first(where: { bytes.starts(with: $0.magic) }) {
            self = .unsupported(other.name)
        } else {
            self = .plain
        }
    }

    private static let archives: [[UInt8]] = [
        [0x1F, 0x8B], Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8),
    ]
    private static let others: [(name: String, magic: [UInt8])] = [
        ("bzip2", Array("BZh".utf8)), ("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A]), ("zstd", [0x28, 0xB5, 0x2F, 0xFD]),
        ("7-Zip", [0x37, 0x7A, 0xBC, 0xAF]), ("RAR", Array("Rar!".utf8)), ("compress", [0x1F, 0x9D]),
        ("lz4", [0x04, 0x22, 0x4D, 0x18]),
    ]

    /// `ustar` at offset 257.
    private static func isTar(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 262 && bytes[257..<262].elementsEqual("ustar".utf8)
    }
}
