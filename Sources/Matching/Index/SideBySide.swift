import Dispatch
import Synchronization

/// Reckons two things at the same time, where there are two processors for it.
///
/// The second gets a thread of its own. `DispatchQueue.concurrentPerform` would do one after the other where one such call
/// is made within another, and on two processors.
func sideBySide<First, Second: Sendable>(
    _ first: () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
    let other = Slot<Second>()
    let done = DispatchSemaphore(value: 0)
    DispatchQueue(label: "torg.beside", qos: .utility).async {
        other.value.withLock { $0 = second() }
        done.signal()
    }
    let one = first()
    done.wait()
    guard let other = other.value.withLock({ $0 }) else { preconditionFailure("waited for what wasn't done") }
    return (one, other)
}

private final class Slot<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
}
