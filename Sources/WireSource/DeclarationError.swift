/// What is wrong with the declaration of a wire type.
package struct DeclarationError: Error {
    package var message: String
    /// Where, in bytes from the type's beginning.
    package var offset: Int

    init(_ message: String, at offset: Int) {
        self.message = message
        self.offset = offset
    }
}
