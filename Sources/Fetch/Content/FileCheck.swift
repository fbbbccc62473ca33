import Crypto
import FoundationEssentials
import Glibc

/// Looks whether a file that came is whole, as far as that is cheap, and tells it from others.
struct FileCheck {
    let path: String
    let kind: ContentKind

    /// The digest of its content, for a file that is whole.
    ///
    /// - Parameter columns: names that the first line of a CSV must have.
    func digest(columns: [String] = []) throws(FetchFailure) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .disk(path: path, call: "open", number: errno) }
        defer { close(descriptor) }
        let size = Int(lseek(descriptor, 0, SEEK_END))
        switch kind {
        case .zip: try checkZip(descriptor, size: size)
        case .csv: try checkHead(descriptor, columns: columns)
        case .gzip, .json, .xml, .html, .any: break
        }
        return try digest(descriptor)
    }

    /// How many files a zip holds, by its directory; 65,535 stands for more.
    func zipEntries() throws(FetchFailure) -> Int {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .disk(path: path, call: "open", number: errno) }
        defer { close(descriptor) }
        return try checkZip(descriptor, size: Int(lseek(descriptor, 0, SEEK_END)))
    }

    /// A zip ends with its directory, and the directory lies within the file: what was cut short has none.
    @discardableResult
    private func checkZip(_ descriptor: Int32, size: Int) throws(FetchFailure) -> Int {
        let tail = try bytes(descriptor, from: max(0, size - (1 << 16) - 22), count: min(size, (1 << 16) + 22))
        let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
        var end: Int?
        for start in stride(from: tail.count - 22, through: 0, by: -1) where tail[start...].starts(with: mark) {
            end = start
            break
        }
        guard let end else { throw .broken("the zip's directory is missing") }
        func number(_ offset: Int) -> Int { (0..<4).reduce(0) { $0 | Int(tail[end + offset + $1]) << (8 * $1) } }
        let (length, start) = (number(12), number(16))
        // Four bytes of ones stand for the larger numbers of zip64.
        guard start == 0xFFFF_FFFF || start + length <= size else {
            throw .broken("the zip's directory lies beyond its end")
        }
        if start != 0xFFFF_FFFF, length > 0,
            try bytes(descriptor, from: start, count: 4) != [0x50, 0x4B, 0x01, 0x02]
        {
            throw .broken("the zip's directory isn't where it says")
        }
        return Int(tail[end + 10]) | Int(tail[end + 11]) << 8
    }

    private func checkHead(_ descriptor: Int32, columns: [String]) throws(FetchFailure) {
        guard !columns.isEmpty else { return }
        let head = try bytes(descriptor, from: 0, count: 64 << 10)
        let line = String(decoding: head.prefix { $0 != 0x0A }, as: UTF8.self)
        for column in columns where !line.contains(column) {
            throw .shape("its first line has no column “\(column)”")
        }
    }

    private func digest(_ descriptor: Int32) throws(FetchFailure) -> String {
        var hash = SHA256()
        lseek(descriptor, 0, SEEK_SET)
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .disk(path: path, call: "read", number: errno) }
            if count == 0 { break }
            buffer.withUnsafeBytes { hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        }
        return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func bytes(_ descriptor: Int32, from start: Int, count: Int) throws(FetchFailure) -> [UInt8] {
        var filled = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, initialized in
            filled = max(0, pread(descriptor, buffer.baseAddress, buffer.count, start))
            initialized = filled
        }
        return bytes
    }
}
