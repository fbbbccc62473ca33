/// The shapes of the signals: how a measure becomes a value between 0 and 1.
///
/// Learnt together with the standard weights on Swedish procurements (see `Tuner` for the weights): an additive model
/// of piecewise-linear, never falling curves over a listwise softmax (Hastie & Tibshirani 1990, "Generalized Additive
/// Models"; Cao et al. 2007, "Learning to Rank: From Pairwise Approach to Listwise Approach").
enum Curves {
    static let experience = Curve(
        knots: [1.5, 2, 2.5, 3],
        rises: [158, 631, 211])
    static let wording = Curve(
        knots: [0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4],
        rises: [53, 0, 102, 1, 192, 99, 300, 254])
    static let industry = Curve(
        knots: [-3, -1.5, -0.5, 0, 0.5, 1, 2, 3, 4, 5],
        rises: [118, 144, 112, 15, 97, 209, 111, 98, 96])
    static let capacity = Curve(
        knots: [-2, -1, -0.5, 0, 0.5, 1],
        rises: [149, 396, 148, 180, 127])
    static let scope = Curve(
        knots: [-0.7, 0],
        rises: [1000])
    static let name = Curve(
        knots: [0, 0.05, 0.1, 0.2, 0.35, 0.5],
        rises: [336, 126, 24, 330, 184])
    static let trade = Curve(
        knots: [0, 0.05, 0.1, 0.2, 0.35, 0.5],
        rises: [271, 123, 362, 0, 244])
    static let region = Curve(
        knots: [-1.5, -0.5, 0, 0.5, 1, 2, 3],
        rises: [38, 130, 0, 103, 416, 315])
    static let buyer = Curve(
        knots: [0, 0.7],
        rises: [1000])
    static let record = Curve(
        knots: [0.7, 1.4, 2.5, 4],
        rises: [170, 317, 513])
}
