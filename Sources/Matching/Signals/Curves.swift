/// The shapes of the signals: how a measure becomes a value between 0 and 1.
///
/// Learnt together with the standard weights on Swedish procurements of 2021: an additive model of piecewise-linear,
/// never falling curves (Hastie & Tibshirani 1990, "Generalized Additive Models") under a listwise softmax (Cao et al.
/// 2007, "Learning to Rank: From Pairwise Approach to Listwise Approach"). A measure of 0 is that of an average supplier
/// where the measure is a logarithm of how much likelier than average.
enum Curves {
    static let experience = Curve(
        knots: [0, 1, 1.5, 2, 2.5, 3, 3.5, 4],
        heights: [0, 0.209, 0.262, 0.262, 0.51, 0.525, 0.613, 1])
    static let industry = Curve(
        knots: [-1.5, -0.5, 0, 0.5, 1, 2, 3, 4, 5],
        heights: [0, 0.404, 0.45, 0.593, 0.593, 0.709, 0.795, 0.882, 1])
    static let capacity = Curve(
        knots: [-1, -0.5, 0, 0.5, 1],
        heights: [0, 0.367, 0.515, 0.78, 1])
    static let scope = Curve(
        knots: [-2, -0.7, 0],
        heights: [0, 0.105, 1])
    static let kin = Curve(
        knots: [0, 0.03, 0.08, 0.15],
        heights: [0, 0.211, 0.28, 0.352])
    static let name = Curve(
        knots: [0, 0.05, 0.1, 0.2, 0.35],
        heights: [0, 0.197, 0.214, 0.214, 0.389])
    static let trade = Curve(
        knots: [0, 0.05, 0.1, 0.2],
        heights: [0, 0.09, 0.105, 0.258])
    static let nearness = Curve(
        knots: [-0.5, 0, 0.5, 1, 2],
        heights: [0, 0.124, 0.124, 0.207, 0.427])
    static let locality = Curve(
        knots: [-1.5, -0.5, 1, 2, 3],
        heights: [0, 0.289, 0.289, 0.495, 0.573])
    static let namesake = Curve(
        knots: [0, 0.6, 1],
        heights: [0, 0.452, 1])
    static let buyer = Curve(
        knots: [0, 0.7],
        heights: [0, 0.1])
    static let buyerKind = Curve(
        knots: [-1, 0],
        heights: [0, 0.9])
    static let record = Curve(
        knots: [0.7, 1.4, 2.5, 4],
        heights: [0, 0.289, 0.546, 1])
}
