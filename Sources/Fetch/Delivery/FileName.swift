/// Names that others chose, as they may be names in the drop folder.
enum FileName {
    /// Without what leads elsewhere, hides, or marks a file as unfinished.
    static func safe(_ name: String) -> String {
        let clean = String(
            name.map { $0.isLetter || $0.isNumber || "._-+=".contains($0) ? $0 : "_" })
        let shown = clean.hasPrefix(".") ? "_" + clean.dropFirst() : clean
        // The end says what kind of file it is.
        return shown.utf8.count <= 150 ? shown : String(shown.suffix(75))
    }
}
