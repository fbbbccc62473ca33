import API
import JSON
import JSONRPC
import Procurement

/// Why a plan can't be made as asked: each constraint in the way, with the smallest change that helps.
struct ObstacleList {
    let language: TextLanguage

    /// `nil` for an error of another kind.
    func lines(_ error: RPCError) -> [String]? {
        guard error.code == .infeasible, let value = error.detail?.more["infeasible"],
            let obstacles = try? ValueDecoder.decode([Obstacle].self, from: value, unknown: .ignored)
        else { return nil }
        let title = language.pick(
            sv: "det går inte att planera så. Inget har ändrats; det här är i vägen:",
            en: "it can't be planned as asked. Nothing was changed; this is in the way:")
        return [title] + obstacles.flatMap(lines)
    }

    private func lines(_ obstacle: Obstacle) -> [String] {
        var text = obstacle.text.text(in: language)
        if !obstacle.proven {
            text += language.pick(
                sv: " (Sökningen avbröts; en mindre ändring kan räcka.)",
                en: " (The search was cut short; a smaller change may do.)")
        }
        return TextLayout.wrap(text, width: 96).enumerated().map { ($0 == 0 ? "  – " : "    ") + $1 }
    }
}
