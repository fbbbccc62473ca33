import Foundation

/// The receiving end of journald's socket, in a folder of its own.
final class FakeJournal {
    struct Failed: Error {
        let call: String
        let number: Int32
    }

    let folder: String
    let path: String
    private let descriptor: Int32

    init() throws {
        folder = "/tmp/torg-journal-\(UInt32.random(in: 0...UInt32.max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        path = folder + "/socket"
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let bound = withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0 else { throw Failed(call: "bind", number: errno) }
    }

    deinit {
        close(descriptor)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// The fields of the next entry, read as journald does; `nil` when none waits.
    func next() throws -> [(name: String, value: String)]? {
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        let count = recv(descriptor, &bytes, bytes.count, Int32(MSG_DONTWAIT))
        if count < 0, errno == EAGAIN { return nil }
        guard count >= 0 else { throw Failed(call: "recv", number: errno) }
        return try Self.fields(Array(bytes[..<count]))
    }

    /// https://systemd.io/JOURNAL_NATIVE_PROTOCOL/
    static func fields(_ bytes: [UInt8]) throws -> [(name: String, value: String)] {
        struct Malformed: Error { let rest: String }
        var fields: [(name: String, value: String)] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            guard let end = rest.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "\n") }) else {
                throw Malformed(rest: String(decoding: rest, as: UTF8.self))
            }
            let name = String(decoding: rest[..<end], as: UTF8.self)
            let value: ArraySlice<UInt8>
            if rest[end] == UInt8(ascii: "=") {
                let stop = rest[end...].firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
                value = rest[(end + 1)..<stop]
                rest = rest[stop...]
            } else {
                guard rest.endIndex - end > 9 else { throw Malformed(rest: name) }
                let size = (0..<8).reduce(0) { $0 | Int(rest[end + 1 + $1]) << (8 * $1) }
                guard rest.endIndex - (end + 9) > size else { throw Malformed(rest: name) }
                value = rest[(end + 9)..<(end + 9 + size)]
                rest = rest[(end + 9 + size)...]
            }
            guard rest.first == UInt8(ascii: "\n"), name.wholeMatch(of: /[A-Z][A-Z0-9_]{0,63}/) != nil else {
                throw Malformed(rest: name)
            }
            rest = rest.dropFirst()
            fields.append((name, String(decoding: value, as: UTF8.self)))
        }
        return fields
    }
}
