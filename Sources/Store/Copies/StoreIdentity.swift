import Crypto
import Foundation

/// Tells one store and its copies from all others, without telling the secret that it is made of.
enum StoreIdentity {
    /// Letters alone, so that no part of it can be read as a number that must be masked.
    private static let letters = Array("bcdfghjkmnpqrstv")

    /// Sixteen letters; none of a store that can't be read.
    ///
    /// - Parameter pepper: 32 random bytes that are a store's own from its first day.
    static func of(_ pepper: Data) -> String {
        guard !pepper.isEmpty else { return "" }
        let digest = HMAC<SHA256>.authenticationCode(for: Data("torg store".utf8), using: SymmetricKey(data: pepper))
        return String(digest.prefix(8).flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] })
    }
}
