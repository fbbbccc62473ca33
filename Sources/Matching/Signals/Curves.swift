/// The shapes of the signals: how a measure becomes a value between 0 and 1.
///
/// Learnt together with the standard weights on Swedish procurements of 2021: an additive model of piecewise-linear,
/// never falling curves (Hastie & Tibshirani 1990, "Generalized Additive Models") under a listwise softmax (Cao et al.
/// 2007, "Learning to Rank: From Pairwise Approach to Listwise Approach"). A measure of 0 is that of an average supplier
/// where the measure is a logarithm of how much likelier than average.
enum Curves {
    static let experience = Curve(
        knots: [0, 1, 1.5, 2, 2.5, 3, 3.5, 4],
        heights: [0, 0.115, 0.264, 0.264, 0.594, 0.708, 0.862, 1])
    static let industry = Curve(
        knots: [-1.5, -0.5, 0, 0.5, 1, 2, 3, 4, 5],
        heights: [0, 0.194, 0.279, 0.279, 0.415, 0.656, 0.774, 0.888, 1])
    static let capacity = Curve(
        knots: [-1, -0.5, 0, 0.5, 1],
        heights: [0, 0.037, 0.51, 0.642, 1])
    static let scope = Curve(
        knots: [-0.7, 0],
        heights: [0, 1])
    static let kin = Curve(
        knots: [0, 0.03, 0.08, 0.15, 0.3, 0.5],
        heights: [0, 0.256, 0.294, 0.501, 0.501, 0.571])
    static let name = Curve(
        knots: [0, 0.05, 0.1, 0.2, 0.35],
        heights: [0, 0.131, 0.167, 0.167, 0.271])
    static let trade = Curve(
        knots: [0, 0.05, 0.1, 0.2],
        heights: [0, 0.001, 0.094, 0.158])
    static let nearness = Curve(
        knots: [-0.5, 0, 0.5, 1, 2],
        heights: [0, 0.117, 0.117, 0.164, 0.397])
    static let locality = Curve(
        knots: [-1.5, -0.5, 0, 1, 2],
        heights: [0, 0.232, 0.307, 0.307, 0.603])
    static let namesake = Curve(
        knots: [0, 0.6],
        heights: [0, 0])
    static let buyer = Curve(
        knots: [0, 0.7],
        heights: [0, 1])
    static let record = Curve(
        knots: [0.7, 1.4, 2.5, 4],
        heights: [0, 0.23, 0.549, 1])
}
