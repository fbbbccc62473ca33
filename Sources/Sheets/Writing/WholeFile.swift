import Glibc

/// A file that comes about whole or not at all: it is written beside its place, forced to the disk, and moved there.
package enum WholeFile {
    /// - Parameters:
    ///   - path: where it is to be; a link is followed.
    ///   - make: writes the file of the path that it is given, which is there and empty.
    package static func write(to path: String, _ make: (String) throws(SheetError) -> Void) throws(SheetError) {
        let place = try destination(path)
        let beside = "\(place).\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 36)).part"
        let made = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard made >= 0 else { throw .file(path, system: reason()) }
        close(made)
        do throws(SheetError) {
            try make(beside)
            try force(beside, told: path)
            guard rename(beside, place) == 0 else { throw SheetError.file(path, system: reason()) }
        } catch {
            unlink(beside)
            throw error
        }
    }

    /// Writes bytes.
    package static func write(_ bytes: [UInt8], to path: String) throws(SheetError) {
        try write(to: path) { (beside: String) throws(SheetError) in
            let file = open(beside, O_WRONLY | O_CLOEXEC)
            guard file >= 0 else { throw .file(path, system: reason()) }
            defer { close(file) }
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw .file(path, system: reason()) }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Where the file is to be: what a link points to, and never in the place of a device or a folder.
    private static func destination(_ path: String) throws(SheetError) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        let place = String(cString: real)
        var status = stat()
        guard stat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path) }
        return place
    }

    private static func force(_ file: String, told path: String) throws(SheetError) {
        let descriptor = open(file, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .file(path, system: reason()) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .file(path, system: reason()) }
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
