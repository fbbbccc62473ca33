import API
import Procurement
import Store

extension NamedCode {
    /// What codes are called, each once, in their order; those without any name are left out.
    static func all(of codes: [CPVCode], in store: Store) throws(StoreError) -> [NamedCode] {
        try store.labels(of: codes).sorted { $0.key < $1.key }.map { code, label in
            var names = SortedMap<String>()
            names["en"] = label.english
            names["sv"] = label.swedish
            return NamedCode(code: code.description, names: names, of: label.code.description)
        }
    }
}
