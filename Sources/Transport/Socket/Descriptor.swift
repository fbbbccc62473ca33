import Glibc

/// A file descriptor with one owner, closed when that one is gone.
struct Descriptor: ~Copyable {
    let number: Int32

    init(owning number: Int32) { self.number = number }

    deinit { Glibc.close(number) }

    /// Hands the descriptor to someone else, who closes it.
    consuming func release() -> Int32 {
        let number = number
        discard self
        return number
    }

    /// A stream socket of the Unix family, which child processes don't inherit.
    static func unixStream() throws(SystemError) -> Descriptor {
        let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        if number < 0 { throw SystemError("socket") }
        return Descriptor(owning: number)
    }

    /// One option of `SOL_SOCKET` whose value is an `Int32`; `nil` where the descriptor is no socket.
    static func option(_ name: Int32, of number: Int32) -> Int32? {
        var value: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        return getsockopt(number, SOL_SOCKET, name, &value, &size) == 0 ? value : nil
    }
}
