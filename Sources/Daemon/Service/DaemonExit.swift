import Glibc
import Matching
import Store
import StrictYAML
import Transport

/// With which words and which code the daemon ends when it can't run.
///
/// Codes as in sysexits.h: 69 unavailable, 70 a defect in Torg, 75 try again, 77 not allowed, 78 configuration.
package struct DaemonExit: Sendable {
    package let code: Int32
    package let message: String

    package init(_ error: any Error) {
        switch error {
        case let error as ConfigurationError:
            code = 78
            message = "the configuration can't be used:\n\(error)"
        case let error as WeightsError:
            code = 78
            message = "matching.weights: \(error)"
        case let error as PromotionRefused:
            code = 69
            message = "not promoted: \(error)"
        case let error as StoreError:
            code = if case .busy = error { 75 } else { 69 }
            message = "\(error)"
        case let error as TransportError:
            code =
                switch error {
                case .alreadyServed: 75
                case .system(_, let system) where [EACCES, EPERM].contains(system.number): 77
                case .pathTooLong, .badPath, .unknownGroup: 78
                default: 69
                }
            message = "\(error)"
        default:
            code = 70
            message = "\(error)"
        }
    }
}
