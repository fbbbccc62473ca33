import Foundation

/// The one place where the C library's mathematics is named.
enum Logarithm {
    static func natural(_ value: Float) -> Float { log(value) }
    static func decimal(_ value: Float) -> Float { log10(value) }
    static func power(_ base: Float, _ exponent: Float) -> Float { pow(base, exponent) }
    static func exponential(_ value: Float) -> Float { exp(value) }
}
