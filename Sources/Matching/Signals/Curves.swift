/// The shapes of the signals: how a measure becomes a value between 0 and 1.
///
/// Learnt together with the standard weights on Swedish procurements of 2021: an additive model of piecewise-linear,
/// never falling curves (Hastie & Tibshirani 1990, "Generalized Additive Models") under a listwise softmax (Cao et al.
/// 2007, "Learning to Rank: From Pairwise Approach to Listwise Approach"). A measure of 0 is that of an average supplier
/// where the measure is a logarithm of how much likelier than average.
enum Curves {
    static let experience = Curve(
        knots: [0, 1, 1.5, 2, 2.5, 3, 3.5, 4],
        heights: [0, 0.033, 0.157, 0.157, 0.426, 0.536, 0.581, 1])
    static let industry = Curve(
        knots: [-1.5, -0.5, 0, 0.5, 1, 2, 3, 4, 5],
        heights: [0, 0.229, 0.318, 0.318, 0.43, 0.651, 0.771, 0.879, 1])
    static let capacity = Curve(
        knots: [-1, -0.5, 0, 0.5, 1],
        heights: [0, 0.351, 0.611, 0.721, 1])
    static let scope = Curve(
        knots: [-0.7, 0],
        heights: [0, 1])
    static let kin = Curve(
        knots: [0, 0.03, 0.08, 0.15, 0.3, 0.5],
        heights: [0, 0.232, 0.254, 0.418, 0.428, 0.469])
    static let name = Curve(
        knots: [0, 0.05, 0.1, 0.2, 0.35],
        heights: [0, 0.121, 0.169, 0.169, 0.343])
    static let trade = Curve(
        knots: [0, 0.05, 0.1, 0.2],
        heights: [0, 0.04, 0.098, 0.188])
    static let nearness = Curve(
        knots: [-0.5, 0, 0.5, 1, 2],
        heights: [0, 0.088, 0.088, 0.142, 0.334])
    static let locality = Curve(
        knots: [-1.5, -0.5, 0, 1, 2, 3],
        heights: [0, 0.213, 0.269, 0.269, 0.537, 0.666])
    static let namesake = Curve(
        knots: [0, 0.6, 1],
        heights: [0, 0.405, 1])
    static let buyer = Curve(
        knots: [0, 0.7],
        heights: [0, 1])
    static let record = Curve(
        knots: [0.7, 1.4, 2.5, 4],
        heights: [0, 0.201, 0.476, 1])
}
