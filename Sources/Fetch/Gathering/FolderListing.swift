import Crypto

/// What a server says is in a folder.
enum FolderListing {
    struct Entry: Hashable {
        let name: String
        /// The name as it stands in an address.
        let path: String
        /// What tells one edition from another; `nil` where the listing doesn't.
        let mark: String?
        let size: Int?
    }

    /// The links of a page that lead to files beside it: names without a slash, query or scheme.
    static func page(_ text: String) -> [Entry] {
        var entries: [Entry] = []
        for part in text.split(separator: "href=").dropFirst() {
            guard let quote = part.first, quote == "\"" || quote == "'" else { continue }
            let path = String(part.dropFirst().prefix { $0 != quote })
            guard !path.isEmpty, !path.contains(where: { "/?#:&".contains($0) }), let name = decoded(path), isName(name)
            else { continue }
            let entry = Entry(name: name, path: WebAddress.escaped(name), mark: nil, size: nil)
            if !entries.contains(entry) { entries.append(entry) }
        }
        return entries.sorted { $0.name < $1.name }
    }

    /// The lines of `ls -l`: rights, links, user, group, size, three parts of a time, and the name.
    static func sftp(_ text: String) -> [Entry] {
        text.split(whereSeparator: \.isNewline).compactMap { line -> Entry? in
            let parts = line.split(separator: " ", maxSplits: 8, omittingEmptySubsequences: true)
            guard parts.count == 9, parts[0].hasPrefix("-"), let size = Int(parts[4]) else { return nil }
            let name = String(parts[8])
            guard isName(name) else { return nil }
            let mark = parts[4...7].joined(separator: " ")
            return Entry(name: name, path: WebAddress.escaped(name), mark: mark, size: size)
        }.sorted { $0.name < $1.name }
    }

    /// What a file is called in the drop folder. Of those that would be called the same, such as `a b.xml` and `a_b.xml`, the
    /// ones that can't keep their name have a digest of it in front: none takes the place of another.
    static func fileName(of entry: Entry, among listed: [Entry]) -> String {
        let safe = FileName.safe(entry.name)
        guard safe != entry.name, listed.contains(where: { $0.name != entry.name && FileName.safe($0.name) == safe })
        else { return safe }
        let digest = SHA256.hash(data: Array(entry.name.utf8)).prefix(4)
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "-" + safe
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && name == name.printable
    }

    private static func decoded(_ path: String) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(path.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard rest.count >= 2, let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(code)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
