import Files

/// Something in the drop folder that isn't taken, and why.
struct LeftEntry: Equatable {
    enum Reason: String, Encodable {
        case unfinished, hidden, folder, link, noFile
    }

    let name: String
    let reason: Reason

    /// What to do about it, for people.
    var text: String {
        switch reason {
        case .unfinished: "still being written, left for the next time"
        case .hidden: "hidden, as what isn't whole yet is; left for the next time"
        case .folder:
            "a folder that can't be gone into or moved from; "
                + "let its group do both (chmod g+rwx), or put what is in it elsewhere"
        case .link: "a link; it isn't followed, so put the file itself here"
        case .noFile: "neither file nor folder; left where it is"
        }
    }

    /// Whether somebody has to do something: no later run takes it either.
    var needsHands: Bool { reason != .unfinished && reason != .hidden }
}

extension FolderEntry {
    /// With each byte beyond ASCII as `%F6`, for a name that isn't UTF-8. A name has 255 bytes at most, and one may
    /// become three: of what grows too long the end is kept, which says what kind of file it is.
    var asciiName: String {
        let whole = bytes.map { byte in
            byte < 0x80 ? String(UnicodeScalar(byte)) : "%" + String(byte, radix: 16, uppercase: true)
        }.joined()
        return whole.utf8.count <= 200 ? whole : "_" + whole.suffix(199)
    }

    /// Why no run takes it; `nil` for a file that is whole, as far as its name says.
    var reasonToLeave: LeftEntry.Reason? {
        switch kind {
        case .file:
            // How programs mark what isn't whole yet.
            name.hasPrefix(".")
                ? .hidden : [".part", ".tmp", ".filepart"].contains(where: name.hasSuffix) ? .unfinished : nil
        case .folder: isHidden ? .hidden : .folder
        case .link: .link
        case .other: .noFile
        }
    }
}
