import API
import Foundation
import Logging
import Procurement
import Store

/// What the handlers depend on, made once when the daemon starts.
struct DaemonParts: Sendable {
    let store: Store
    let market: CurrentMarket
    let keeper: DossierKeeper
    let importer: Importer
    let publisher: Publisher
    let watches: WatchEvaluator
    let notify: Configuration.Notify
    let roles: RoleBook
    let gate: Gate
    let progress: ImportProgress
    let indexing: IndexProgress
    let textfile: Textfile
    let fetching: FetchingFile
    var copies: CopyPublisher?
    /// How this daemon follows another; `nil` where it follows none.
    var following: @Sendable () -> FollowingStand? = { nil }
    let meter: Meter
    let gatherer: MetricGatherer
    /// For back-tests and tunings.
    let background = BackgroundExecutor(label: "torg.background")
    /// For backups and checks, one at a time.
    let upkeep = BackgroundExecutor(label: "torg.upkeep", isSerial: true)
    let reckonings = Reckonings()
    let started: ContinuousClock.Instant
    let log: Logger
}

extension DaemonParts {
    /// The handlers of all methods but `rpc.discover`, which `MethodHandlers` brings along.
    var handlers: [HandlerEntry] {
        let keeping = keepingHandlers
        let replayers = keeping.reduce(into: DossierReplayers()) { $1.addReplay?(&$0) }
        return keeping + incoming + looking + defining + recording + watching + dossiers(replayers) + keepingUp
    }

    /// Those whose answers are kept: matches, needs, cards, plans.
    private var keepingHandlers: [HandlerEntry] {
        [
            HandlerEntry(
                keeping: MatchNoticeHandler(market: market, keeper: keeper, meter: meter, store: store), in: .computing),
            HandlerEntry(
                keeping: MatchCategoryHandler(market: market, keeper: keeper, meter: meter, store: store),
                in: .computing),
            HandlerEntry(
                keeping: MatchChallengeHandler(market: market, keeper: keeper, meter: meter, store: store),
                in: .computing),
            HandlerEntry(
                keeping: SuppliersLikeHandler(market: market, keeper: keeper, meter: meter, store: store),
                in: .computing),
            HandlerEntry(keeping: MatchSupplierHandler(market: market, keeper: keeper, store: store), in: .planning),
            HandlerEntry(keeping: MatchingExplainHandler(market: market, keeper: keeper, store: store), in: .computing),
            HandlerEntry(keeping: NeedsExploreHandler(market: market, keeper: keeper, store: store), in: .computing),
            HandlerEntry(keeping: CategoriesCardHandler(market: market, keeper: keeper, store: store), in: .computing),
            HandlerEntry(keeping: MeetingPlanHandler(market: market, keeper: keeper, store: store), in: .planning),
            HandlerEntry(keeping: CouncilComposeHandler(market: market, keeper: keeper, store: store), in: .planning),
            HandlerEntry(keeping: MeetingsScheduleHandler(market: market, keeper: keeper, store: store), in: .planning),
            HandlerEntry(keeping: TreatmentCompareHandler(market: market, keeper: keeper, store: store), in: .planning),
        ]
    }

    /// What comes in. The importer has a thread of its own.
    private var incoming: [HandlerEntry] {
        [
            HandlerEntry(FeedImportHandler(importer: importer)),
            HandlerEntry(SuppliersImportHandler(importer: importer)),
            HandlerEntry(SuppliersAddHandler(importer: importer, store: store)),
            HandlerEntry(CodesImportHandler(importer: importer)),
            HandlerEntry(RefusalsListHandler(store: store)),
        ]
    }

    private var looking: [HandlerEntry] {
        [
            HandlerEntry(SuppliersFindHandler(store: store, market: market)),
            HandlerEntry(SuppliersGetHandler(store: store, gate: gate)),
            HandlerEntry(NoticesFindHandler(store: store)),
            HandlerEntry(NoticesGetHandler(store: store)),
            HandlerEntry(CategoriesListHandler(desk: desk)),
            HandlerEntry(ChallengesListHandler(desk: desk)),
            HandlerEntry(
                onceAUser(MatchingBacktestHandler(market: market, store: store, executor: background))),
            HandlerEntry(onceAUser(MatchingTuneHandler(market: market, store: store, executor: background))),
        ]
    }

    private var desk: DefinitionDesk {
        DefinitionDesk(market: market, store: store, keeper: keeper, publisher: publisher)
    }

    /// What the office defines, and the needs that it keeps.
    private var defining: [HandlerEntry] {
        [
            HandlerEntry(CategoriesSaveHandler(desk: desk), in: .writing),
            HandlerEntry(CategoriesPreviewHandler(desk: desk), in: .computing),
            HandlerEntry(CategoriesHistoryHandler(desk: desk)),
            HandlerEntry(CategoriesImportHandler(desk: desk), in: .writing),
            HandlerEntry(ChallengesSaveHandler(desk: desk), in: .writing),
            HandlerEntry(ChallengesPreviewHandler(desk: desk), in: .computing),
            HandlerEntry(ChallengesHistoryHandler(desk: desk)),
            HandlerEntry(ChallengesImportHandler(desk: desk), in: .writing),
            HandlerEntry(NeedsSaveHandler(market: market, store: store, publisher: publisher), in: .writing),
            HandlerEntry(NeedsListHandler(store: store)),
            HandlerEntry(NeedsGetHandler(market: market, store: store), in: .computing),
        ]
    }

    /// What people said and did.
    private var recording: [HandlerEntry] {
        [
            HandlerEntry(FeedbackRecordHandler(market: market, store: store, publisher: publisher), in: .writing),
            HandlerEntry(FeedbackListHandler(store: store)),
            HandlerEntry(ShortlistsCreateHandler(store: store), in: .writing),
            HandlerEntry(ShortlistsListHandler(store: store)),
            HandlerEntry(ShortlistsGetHandler(store: store)),
            HandlerEntry(ShortlistsAddHandler(store: store), in: .writing),
            HandlerEntry(ShortlistsRemoveHandler(store: store), in: .writing),
            HandlerEntry(NotesAddHandler(store: store), in: .writing),
            HandlerEntry(NotesListHandler(store: store)),
            HandlerEntry(NotesRemoveHandler(store: store), in: .writing),
            HandlerEntry(EventsCreateHandler(store: store), in: .writing),
            HandlerEntry(EventsListHandler(store: store)),
            HandlerEntry(EventsGetHandler(store: store)),
            HandlerEntry(EventsInviteHandler(store: store), in: .writing),
            HandlerEntry(EventsRegisterHandler(store: store, roles: roles), in: .writing),
            HandlerEntry(EventsWithdrawHandler(store: store), in: .writing),
            HandlerEntry(EventsAttendHandler(store: store), in: .writing),
            HandlerEntry(EventsOutcomeHandler(store: store), in: .writing),
            HandlerEntry(EventsFunnelHandler(market: market, store: store), in: .planning),
        ]
    }

    /// What people watch, and what is new to them.
    private var watching: [HandlerEntry] {
        let sender = notify.sender ?? MailAddress("torg@\(ProcessInfo.processInfo.hostName)") ?? .localhost
        return [
            HandlerEntry(WatchesSaveHandler(market: market, store: store, watches: watches), in: .writing),
            HandlerEntry(WatchesListHandler(store: store)),
            HandlerEntry(WatchesGetHandler(store: store)),
            HandlerEntry(WatchesRemoveHandler(store: store), in: .writing),
            HandlerEntry(WatchesNewsHandler(store: store)),
            HandlerEntry(WatchesSeenHandler(store: store), in: .writing),
            HandlerEntry(WatchesAddressHandler(store: store, domains: notify.domains), in: .writing),
            HandlerEntry(DigestsPrepareHandler(store: store, roles: roles, sender: sender), in: .writing),
            HandlerEntry(DigestsHandedHandler(store: store, roles: roles), in: .writing),
        ]
    }

    private func dossiers(_ replayers: DossierReplayers) -> [HandlerEntry] {
        let shelf = DossierShelf(store: store)
        return [
            HandlerEntry(DossierListHandler(store: store)),
            HandlerEntry(DossierGetHandler(shelf: shelf, replayers: replayers)),
            HandlerEntry(
                onceAUser(DossierReplayHandler(market: market, shelf: shelf, replayers: replayers)), in: .planning),
            HandlerEntry(DossierVerifyHandler(store: store, log: log), in: .planning),
            HandlerEntry(DossierExtractHandler(store: store)),
        ]
    }

    /// The upkeep, and the server itself.
    private var keepingUp: [HandlerEntry] {
        [
            HandlerEntry(StoreBackupHandler(store: store, executor: upkeep, log: log)),
            HandlerEntry(StorePublishHandler(store: store, copies: copies, log: log)),
            HandlerEntry(StoreCheckHandler(store: store, executor: upkeep)),
            HandlerEntry(AuditListHandler(store: store, denials: gate.denials)),
            HandlerEntry(PrivacyPurgeHandler(importer: importer)),
            HandlerEntry(
                ServerStatusHandler(
                    store: store, market: market, progress: progress, indexing: indexing, textfile: textfile,
                    fetching: fetching, copies: copies, following: following, started: started)),
            HandlerEntry(ServerMetricsHandler(gatherer: gatherer)),
            HandlerEntry(SessionGetHandler(roles: roles)),
            HandlerEntry(SessionAssumeHandler(roles: roles, gate: gate)),
        ]
    }

    private func onceAUser<H: Handler>(_ handler: H) -> HandlerOnceAUser<H> {
        HandlerOnceAUser(handler: handler, reckonings: reckonings)
    }
}
