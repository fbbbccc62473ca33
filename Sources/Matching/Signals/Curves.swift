/// The shapes of the signals: how a measure becomes a value between 0 and 1.
///
/// Learnt together with the standard weights on Swedish procurements of 2021: an additive model of piecewise-linear,
/// never falling curves (Hastie & Tibshirani 1990, "Generalized Additive Models") under a listwise softmax (Cao et al.
/// 2007, "Learning to Rank: From Pairwise Approach to Listwise Approach"). A measure of 0 is that of an average supplier
/// where the measure is a logarithm of how much likelier than average.
enum Curves {
    static let experience = Curve(
        knots: [0, 1, 1.5, 2, 2.5, 3, 3.5, 4],
        heights: [0, 0.213, 0.259, 0.259, 0.507, 0.524, 0.611, 1])
    static let industry = Curve(
        knots: [-1.5, -0.5, 0, 0.5, 1, 2, 3, 4, 5],
        heights: [0, 0.407, 0.446, 0.593, 0.593, 0.71, 0.794, 0.883, 1])
    static let capacity = Curve(
        knots: [-1, -0.5, 0, 0.5, 1],
        heights: [0, 0.354, 0.507, 0.778, 1])
    static let scope = Curve(
        knots: [-2, -0.7, 0],
        heights: [0, 0.106, 1])
    static let kin = Curve(
        knots: [0, 0.03, 0.08, 0.15],
        heights: [0, 0.215, 0.277, 0.35])
    static let name = Curve(
        knots: [0, 0.05, 0.1, 0.2, 0.35],
        heights: [0, 0.196, 0.211, 0.211, 0.394])
    static let trade = Curve(
        knots: [0, 0.05, 0.1, 0.2],
        heights: [0, 0.09, 0.106, 0.257])
    static let nearness = Curve(
        knots: [-0.5, 0, 0.5, 1, 2],
        heights: [0, 0.15, 0.15, 0.233, 0.475])
    static let locality = Curve(
        knots: [-1.5, -0.5, 1, 2],
        heights: [0, 0.255, 0.255, 0.525])
    static let namesake = Curve(
        knots: [0, 0.6, 1],
        heights: [0, 0.415, 1])
    static let buyer = Curve(
        knots: [0, 0.7],
        heights: [0, 0.083])
    static let buyerKind = Curve(
        knots: [-1, 0],
        heights: [0, 0.917])
    static let record = Curve(
        knots: [0.7, 1.4, 2.5, 4],
        heights: [0, 0.287, 0.546, 1])
}
