import Foundation

/// Makes small archives for tests: tar and zip by hand, gzip by the program of that name.
package enum ArchiveBuilder {
    /// One member of a tar.
    package struct Member {
        package var path: String
        package var content: [UInt8] = []
        /// The path's bytes where they aren't those of `path`.
        package var name: [UInt8]?
        /// `0` a file, `1` a hard link, `2` a symbolic link, `5` a folder (POSIX.1 ustar).
        package var type: Character = "0"
        package var link = ""

        package init(_ path: String, _ content: String, type: Character = "0", link: String = "") {
            self.path = path
            self.content = Array(content.utf8)
            self.type = type
            self.link = link
        }
    }

    package static func tar(_ members: [Member]) -> [UInt8] {
        members.flatMap { header($0) + padded($0.content) } + [UInt8](repeating: 0, count: 1024)
    }

    private static func padded(_ bytes: [UInt8]) -> [UInt8] {
        bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
    }

    /// What stands before a member's content, of which there is as much as is said.
    package static func header(_ member: Member, size: Int? = nil) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: 512)
        func put(_ text: String, at offset: Int) {
            for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
        }
        func octal(_ value: Int, _ width: Int) -> String {
            let digits = String(value, radix: 8)
            return String(repeating: "0", count: width - digits.count) + digits
        }
        header.replaceSubrange(
            0..<(member.name ?? Array(member.path.utf8)).count, with: member.name ?? Array(member.path.utf8))
        put("0000644", at: 100)
        put("0000000", at: 108)
        put("0000000", at: 116)
        put(octal(size ?? member.content.count, 11), at: 124)
        put("00000000000", at: 136)
        put("        ", at: 148)
        put(String(member.type), at: 156)
        put(member.link, at: 157)
        put("ustar", at: 257)
        put("00", at: 263)
        put(octal(header.reduce(0) { $0 + Int($1) }, 6), at: 148)
        header[154] = 0
        return header
    }

    /// A zip whose members are stored, not packed (PKWARE APPNOTE 4.3).
    package static func zip(_ members: [(path: String, content: String)]) -> [UInt8] {
        zip(bytes: members.map { ($0.path, Array($0.content.utf8)) })
    }

    package static func zip(bytes members: [(path: String, content: [UInt8])]) -> [UInt8] {
        zip(named: members.map { (Array($0.path.utf8), $0.content) })
    }

    /// - Parameter isUTF8: whether the members' names are said to be.
    package static func zip(named members: [(name: [UInt8], content: [UInt8])], isUTF8: Bool = true) -> [UInt8] {
        let packed = members.map { name, content in
            Packed(
                name: name, body: content, checksum: little(Int(crc32(content)), 4), size: little(content.count, 4))
        }
        return zip(packed, isUTF8: isUTF8)
    }

    /// A gzip's one member as a zip's: both hold the same packed bytes (RFC 1952).
    package static func zip(of gzip: Data, named name: String) -> [UInt8] {
        // `gzip -n` writes ten bytes before, and the checksum and the size behind.
        let packed = Packed(
            name: Array(name.utf8), body: Array(gzip.dropFirst(10).dropLast(8)), isDeflated: true,
            checksum: Array(gzip.suffix(8).prefix(4)), size: Array(gzip.suffix(4)))
        return zip([packed], isUTF8: true)
    }

    /// A member of a zip as it lies there.
    private struct Packed {
        var name: [UInt8]
        var body: [UInt8]
        var isDeflated = false
        /// Four bytes each, the least first; the size is that of what is unpacked.
        var checksum: [UInt8]
        var size: [UInt8]
    }

    private static func little(_ value: Int, _ bytes: Int) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static func zip(_ members: [Packed], isUTF8: Bool) -> [UInt8] {
        var body: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            // Flags with the bit for UTF-8 names, how it is packed, no time, checksum, sizes, lengths.
            let common =
                little(isUTF8 ? 0x0800 : 0, 2) + little(member.isDeflated ? 8 : 0, 2) + little(0, 4) + member.checksum
                + little(member.body.count, 4) + member.size + little(member.name.count, 2) + little(0, 2)
            directory +=
                little(0x0201_4B50, 4) + little(20, 2) + little(20, 2) + common + little(0, 2) + little(0, 2)
                + little(0, 2) + little(0, 4) + little(body.count, 4) + member.name
            body += little(0x0403_4B50, 4) + little(20, 2) + common + member.name + member.body
        }
        return body + directory + little(0x0605_4B50, 4) + little(0, 4) + little(members.count, 2)
            + little(members.count, 2) + little(directory.count, 4) + little(body.count, 4) + little(0, 2)
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0 as UInt32) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }

    /// Packs a file in place: `feed.xml` becomes `feed.xml.gz`.
    package static func gzip(_ path: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-nf9", path]
        try process.run()
        process.waitUntilExit()
        return path + ".gz"
    }
}
