import API
import Procurement
import Transport

struct CategoriesPreviewHandler: Handler {
    typealias Served = CategoriesPreview

    let desk: DefinitionDesk
    let timeLimit: Duration? = .seconds(60)

    func answer(_ parameters: CategoriesPreview.Parameters, for peer: Peer) async throws -> DefinitionEffect {
        try await desk.preview(
            parameters.category, isRetired: parameters.retired ?? false, buyer: parameters.buyer, nuts: parameters.nuts,
            limit: parameters.limit, language: parameters.language, Category.self)
    }
}
