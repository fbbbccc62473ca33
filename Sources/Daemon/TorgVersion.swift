/// The version of the programs, by semantic versioning; CHANGELOG.md says what each brought.
package enum TorgVersion {
    package static let current = "0.1.0"
}
