import Glibc

/// A call to the system that failed.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The call, such as `bind`.
    package let call: String
    /// The number in `errno`, such as `EACCES`.
    package let number: Int32

    package init(_ call: String, number: Int32 = errno) {
        self.call = call
        self.number = number
    }

    package var description: String { "\(call): \(String(cString: strerror(number)))" }
}
