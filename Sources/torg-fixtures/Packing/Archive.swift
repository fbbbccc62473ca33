/// Archives whose bytes depend on nothing but what is in them.
///
/// A compressor's output changes with its version, and an archiver writes the time and the user. So these are written
/// here, with the stored form that both gzip and zip have: any program opens them, and git packs them well.
enum Archive {
    typealias Member = (name: String, bytes: [UInt8])

    /// A gzip file (RFC 1952) of stored blocks (RFC 1951, 3.2.4), without name and time.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] {
        var file: [UInt8] = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]
        var start = 0
        repeat {
            let block = bytes[start..<min(start + 65_535, bytes.count)]
            start = block.endIndex
            file.append(start == bytes.count ? 1 : 0)
            file += little(UInt16(block.count)) + little(~UInt16(block.count)) + block
        } while start < bytes.count
        return file + little(Checksum.crc32(bytes)) + little(UInt32(bytes.count))
    }

    /// A tar file in the ustar format (POSIX.1-1988).
    static func tar(_ members: [Member]) -> [UInt8] {
        func field(_ text: String, _ width: Int) -> [UInt8] {
            Array(text.utf8) + Array(repeating: 0, count: width - text.utf8.count)
        }
        func octal(_ number: Int, _ width: Int) -> [UInt8] {
            let digits = String(number, radix: 8)
            return field(String(repeating: "0", count: width - 1 - digits.count) + digits, width)
        }
        var file: [UInt8] = []
        for member in members {
            var header = field(member.name, 100) + octal(0o644, 8) + octal(0, 8) + octal(0, 8)
            header +=
                octal(member.bytes.count, 12) + octal(0, 12) + field("        ", 8) + field("0", 1) + field("", 100)
            header += field("ustar", 6) + field("00", 2) + field("root", 32) + field("root", 32)
            header += octal(0, 8) + octal(0, 8) + field("", 155) + field("", 12)
            let sum = header.reduce(0) { $0 + Int($1) }
            header.replaceSubrange(148..<156, with: octal(sum, 7) + [UInt8(ascii: " ")])
            file += header + member.bytes + Array(repeating: 0, count: (512 - member.bytes.count % 512) % 512)
        }
        return file + Array(repeating: 0, count: 1024)
    }

    /// A zip file of stored members (PKWARE's APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16), dated 1980-01-01.
    static func zip(_ members: [Member]) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let name = Array(member.name.utf8)
            let size = little(UInt32(member.bytes.count))
            // Version 2.0, names in UTF-8, stored, midnight of the first day that zip knows.
            let common =
                little(UInt16(20)) + little(UInt16(0x800)) + little(UInt16(0)) + little(UInt16(0))
                + little(UInt16(0x21))
                + little(Checksum.crc32(member.bytes)) + size + size + little(UInt16(name.count)) + little(UInt16(0))
            let offset = little(UInt32(file.count))
            file += little(UInt32(0x0403_4b50)) + common + name + member.bytes
            directory += little(UInt32(0x0201_4b50)) + little(UInt16(20)) + common
            directory += Array(repeating: 0, count: 10) + offset + name
        }
        let count = little(UInt16(members.count))
        return file + directory + little(UInt32(0x0605_4b50)) + little(UInt32(0)) + count + count
            + little(UInt32(directory.count)) + little(UInt32(file.count)) + little(UInt16(0))
    }

    private static func little(_ number: some FixedWidthInteger) -> [UInt8] {
        (0..<(number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
