import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Procurement

/// All pages by their addresses, and how an answer becomes what a browser is sent.
struct Site: Sendable {
    let templates: Templates
    let files: SiteFiles
    let daemon: DaemonConnections
    let log: Logger
    /// How the web server in front signs people in; `nil` on one's own port.
    let service: ServiceSettings?

    typealias Page = @Sendable (Visit) async throws -> Answer

    /// Every page that is asked for with GET.
    static let pages: [(path: RouterPath, page: Page)] = [
        ("/", TodayPage.show),
        ("need", NeedPage.show),
        ("need/{id}", KeptNeedPages.show),
        ("needs", KeptNeedPages.list),
        ("category/{id}", RankingPage.category),
        ("challenge/{id}", RankingPage.challenge),
        ("fits/{id}", RankingPage.notice),
        ("category/{id}/definition", { try await DefinitionPage.show($0, .category) }),
        ("challenge/{id}/definition", { try await DefinitionPage.show($0, .challenge) }),
        ("category/{id}/where", { try await WherePage.show($0, .category) }),
        ("challenge/{id}/where", { try await WherePage.show($0, .challenge) }),
        ("fits/{id}/where", { try await WherePage.show($0, .notice) }),
        ("card/{id}", CardPage.show),
        ("suppliers", SupplierPages.find),
        ("supplier/{id}", SupplierPages.show),
        ("supplier/{id}/asks", SupplierAsksPage.show),
        ("supplier/{id}/counties", SupplierCountiesPage.show),
        ("buyer", BuyerPage.show),
        ("ending", EndingPage.show),
        ("notices", NoticePages.find),
        ("notice/{id}", NoticePages.show),
        ("shortlists", ShortlistPages.list),
        ("shortlist/{id}", ShortlistPages.show),
        ("watches", WatchPages.list),
        ("watch/{id}", WatchPages.show),
        ("news.atom", WatchPages.feed),
        ("events", EventPages.list),
        ("plan/meeting", PlanPages.show(MeetingPlanPage.self)),
        ("plan/council", PlanPages.show(CouncilPlanPage.self)),
        ("plan/timetable", PlanPages.show(TimetablePage.self)),
        ("events/new", EventMaking.show),
        ("event/{id}", EventPages.show),
        ("event/{id}/invitations", InvitationPages.show),
        ("event/{id}/door", DoorPage.show),
        ("event/{id}/calendar", EventMaking.calendar),
        ("treatment", TreatmentPage.show),
        ("funnel", FunnelPage.show),
        ("records", RecordPages.list),
        ("records/verify", ReplayPages.verify),
        ("record/{id}", RecordPages.show),
        ("record/{id}/appendix", RecordPages.appendix),
        ("record/{id}/replay", ReplayPages.replay),
        ("running", RunningPage.show),
        ("about", AboutPage.show),
        ("me", StandingPage.show),
        ("signed-out", StandingPage.signedOut),
    ]

    /// What is sent with POST.
    static let forms: [(path: RouterPath, page: Page)] = [
        ("need", NeedPage.send),
        ("need/keep", KeptNeedPages.keep),
        ("need/shortlist", NeedPage.gather),
        ("need/{id}", KeptNeedPages.save),
        ("watches", WatchPages.make),
        ("watches/mail", WatchPages.mail),
        ("watch/{id}", WatchPages.change),
        ("watch/{id}/remove", WatchPages.remove),
        ("category/{id}/definition", { try await DefinitionPage.send($0, .category) }),
        ("challenge/{id}/definition", { try await DefinitionPage.send($0, .challenge) }),
        ("category/{id}/keep", { try await RankingPage.keep($0, .category) }),
        ("challenge/{id}/keep", { try await RankingPage.keep($0, .challenge) }),
        ("fits/{id}/keep", { try await RankingPage.keep($0, .notice) }),
        ("category/{id}/shortlist", { try await RankingPage.gather($0, .category) }),
        ("challenge/{id}/shortlist", { try await RankingPage.gather($0, .challenge) }),
        ("fits/{id}/shortlist", { try await RankingPage.gather($0, .notice) }),
        ("record/{id}/shortlist", ShortlistPages.gather),
        ("shortlist/{id}/note", ShortlistPages.note),
        ("shortlist/{id}/remove", ShortlistPages.remove),
        ("supplier/{id}/note", SupplierPages.note),
        ("news/seen", TodayPage.seen),
        ("plan/meeting", PlanPages.make(MeetingPlanPage.self)),
        ("plan/council", PlanPages.make(CouncilPlanPage.self)),
        ("plan/timetable", PlanPages.make(TimetablePage.self)),
        ("events/new", EventMaking.make),
        ("event/{id}/invite", EventMaking.invite),
        ("event/{id}/register", EventMaking.register),
        ("event/{id}/attend", EventPages.attend),
        ("event/{id}/outcome", EventPages.outcome),
        ("treatment/keep", TreatmentPage.keep),
        ("record/{id}/handout", ReplayPages.handOut),
    ]

    func router(_ guards: [any MiddlewareProtocol<Request, Response, WebContext>]) -> Router<WebContext> {
        let router = Router(context: WebContext.self)
        router.addMiddleware { SecurityHeaders() }
        for each in guards { router.add(middleware: each) }
        for (path, page) in Self.pages {
            router.get(path) { request, context in await answered(request, context, sent: nil, page) }
            // Lists stand at the end of a path of fixed words too: /suppliers.csv.
            if path.description != "/", !path.description.hasSuffix("}") {
                for kind in FileKind.allCases {
                    router.get(RouterPath("\(path.description).\(kind.rawValue)")) { request, context in
                        await answered(request, context, sent: nil, page)
                    }
                }
            }
        }
        for (path, page) in Self.forms {
            router.post(path) { request, context in
                do {
                    try SameOrigin.check(request, origin: service?.origin)
                    return await answered(request, context, sent: try await body(request), page)
                } catch {
                    return told(error, request, context)
                }
            }
        }
        for file in files.all {
            router.get(RouterPath(file.path)) { _, _ in file.response }
        }
        router.get("language/{id}") { [service] request, context in
            LanguageChoice.answer(request, context, isSecure: service?.isSecure ?? false)
        }
        router.get("**") { request, context in told(PageNotFound(), request, context) }
        return router
    }

    private func body(_ request: Request) async throws -> Form {
        do {
            return Form(String(buffer: try await request.body.collect(upTo: Form.longest)))
        } catch let error as NIOTooManyBytesError {
            throw error
        } catch {
            throw FormCutShort()
        }
    }

    private func answered(_ request: Request, _ context: WebContext, sent: Form?, _ page: Page) async -> Response {
        do {
            let visit = self.visit(request, context, sent: sent)
            return response(try await page(visit), visit)
        } catch {
            return told(error, request, context)
        }
    }

    private func visit(_ request: Request, _ context: WebContext, sent: Form?) -> Visit {
        var id = context.parameters.get("id").flatMap(\.removingPercentEncoding) ?? ""
        let path = request.uri.path
        var file: FileKind?
        for kind in FileKind.allCases where path.hasSuffix(".\(kind.rawValue)") && request.method == .get {
            file = kind
            if id.hasSuffix(".\(kind.rawValue)") { id.removeLast(kind.rawValue.count + 1) }
        }
        return Visit(
            id: id, asked: Form(request.uri.query ?? ""), sent: sent ?? Form(""), file: file,
            language: LanguageChoice.language(of: request), here: request.uri.string,
            daemon: DaemonAsPerson(connections: daemon, person: context.signedIn), service: service)
    }

    private func response(_ answer: Answer, _ visit: Visit) -> Response {
        switch answer {
        case .page(let template, let title, let fields):
            return page(
                template, title: title, fields, language: visit.language, here: visit.here, status: .ok,
                for: visit.signedIn)
        case .file(let kind, let bytes, let name):
            return attachment(bytes, mediaType: kind.mediaType, name: "\(name).\(kind.rawValue)")
        case .document(let bytes, let mediaType, let name):
            return attachment(bytes, mediaType: mediaType, name: name)
        case .feed(let text):
            return Response(
                status: .ok, headers: [.contentType: "application/atom+xml; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
        case .seeOther(let address):
            return Response(status: .seeOther, headers: [.location: address.description])
        }
    }

    private func attachment(_ bytes: [UInt8], mediaType: String, name: String) -> Response {
        // Letters, digits, hyphens and full stops: a header's own characters are no part of a name.
        let plain = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" }
        return Response(
            status: .ok,
            headers: [
                .contentType: mediaType, .contentDisposition: "attachment; filename=\"\(String(plain))\"",
            ], body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    /// The page that tells of an error.
    func told(_ error: any Error, _ request: Request, _ context: WebContext) -> Response {
        let language = LanguageChoice.language(of: request)
        let told = ToldError(error, Reader(language: language))
        if told.status == 500 {
            log.error("page failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
        }
        return page(
            "error", title: told.title, told.fields, language: language, here: request.uri.string,
            status: HTTPResponse.Status(code: told.status), for: error is SignInFault ? nil : context.signedIn)
    }

    private func page(
        _ template: String, title: String, _ fields: Fields, language: TextLanguage, here: String,
        status: HTTPResponse.Status, for person: SignedIn?
    ) -> Response {
        let other: TextLanguage = language == .sv ? .en : .sv
        let layout: Fields = [
            "pageTitle": .text(title), "style": .text(files.style.path), "script": .text(files.script.path),
            "icon": .text(files.icon.path),
            "otherLanguage": .text(
                Address("language", other.rawValue).saying("back", here).description),
            "section": .fields(Self.section(here)),
            "me": Fields.Value(service == nil ? NSUserName() : person?.person),
            "signOut": Fields.Value(person == nil ? nil : service?.signOut),
        ]
        let text = templates.filled(template, with: layout.merging(fields), in: language)
        return Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .contentLanguage: language.rawValue],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Which part of the menu a page belongs to.
    private static func section(_ here: String) -> Fields {
        let first = here.split { $0 == "/" || $0 == "?" || $0 == "." }.first.map(String.init) ?? ""
        let part =
            switch first {
            case "": "today"
            case "category", "challenge", "card": "today"
            case "supplier": "suppliers"
            case "ending": "today"
            case "notice", "fits", "buyer": "notices"
            case "event", "treatment", "funnel", "plan": "events"
            case "shortlist": "shortlists"
            case "needs": "need"
            case "watch", "news": "watches"
            case "record": "records"
            default: first
            }
        var fields: Fields = [:]
        let parts = [
            "today", "need", "suppliers", "notices", "shortlists", "watches", "events", "records", "running", "about",
        ]
        for name in parts { fields[name] = .flag(name == part) }
        return fields
    }
}
