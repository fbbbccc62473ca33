import Crypto
import Foundation
import Procurement

/// Makes the ids that suppliers are known by outside the store.
///
/// - A company with a number: country and number, `SE5568592918`.
/// - A company known by name alone: `n-` and 16 hexadecimal digits of the SHA-256 of its key.
/// - A natural person: `p-` and 16 digits of an HMAC under a secret of this store, because the few million personal
///   numbers of a country can be hashed one by one until one fits.
struct SupplierIDs: Sendable {
    private let pepper: SymmetricKey

    /// - Parameter pepper: 32 random bytes that never leave the store.
    init(pepper: Data) { self.pepper = SymmetricKey(data: pepper) }

    func id(of key: SupplierKey, isPerson: Bool) -> SupplierID {
        switch key {
        case .number(let number) where !isPerson && !number.isPersonal: SupplierID(number.stored)
        case .number: SupplierID(secret("number:" + key.text))
        case .name(let stem, let form, let country):
            isPerson
                ? SupplierID(secret("name:" + Self.seed(stem, form, country)))
                : SupplierID(Self.open(Self.seed(stem, form, country)))
        }
    }

    /// The ids under which a name may have been known before more was learnt of it: openly, and a person also as that.
    func aliases(stem: String, form: String?, country: String?, isPerson: Bool) -> [String] {
        let seed = Self.seed(stem, form, country)
        return isPerson ? [Self.open(seed), secret("name:" + seed)] : [Self.open(seed)]
    }

    /// The likeliest form and country (a Swedish aktiebolag) are left out, so that learning them changes no id.
    private static func seed(_ stem: String, _ form: String?, _ country: String?) -> String {
        let form = form == LegalForm.limitedCompany ? nil : form
        let country = country == HomeCountry.code ? nil : country
        return "\(stem)|\(form ?? "")|\(country ?? "")"
    }

    private static func open(_ seed: String) -> String {
        "n-" + hex(SHA256.hash(data: Data(seed.utf8)).prefix(8))
    }

    private func secret(_ text: String) -> String {
        "p-" + Self.hex(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: pepper).prefix(8))
    }

    /// 32 bytes that tell nothing of the text, and that no other store gives for it.
    func keyed(_ text: String) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: pepper))
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hex(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(16)
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 0xF)]] }
        return String(decoding: text, as: UTF8.self)
    }
}

/// The country that is meant where a name is known in several and nothing is said: whose register and notices
/// the store is made for.
enum HomeCountry {
    static let code = "SE"
}
