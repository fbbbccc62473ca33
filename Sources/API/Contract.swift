/// Everything that can be called.
package enum Contract {
    /// Grows in its second number with every addition, and in its first with a change that breaks callers.
    package static let version = "1.9.0"

    /// In the order of the documentation: what comes in, what is matched, what can be looked at, what the
    /// office defines, needs and categories, what people said of it, gathered and watch, what is planned with it, the
    /// upkeep, the server itself.
    package static let methods: [any Method.Type] = [
        FeedImport.self,
        SuppliersImport.self,
        SuppliersAdd.self,
        CodesImport.self,
        RefusalsList.self,

        MatchNotice.self,
        MatchCategory.self,
        MatchChallenge.self,
        MatchSupplier.self,
        MatchingExplain.self,
        SuppliersLike.self,

        SuppliersFind.self,
        SuppliersGet.self,
        NoticesFind.self,
        NoticesGet.self,
        CategoriesList.self,
        ChallengesList.self,
        MatchingBacktest.self,
        MatchingTune.self,

        CategoriesSave.self,
        CategoriesPreview.self,
        CategoriesHistory.self,
        CategoriesImport.self,
        ChallengesSave.self,
        ChallengesPreview.self,
        ChallengesHistory.self,
        ChallengesImport.self,

        NeedsExplore.self,
        NeedsSave.self,
        NeedsList.self,
        NeedsGet.self,
        CategoriesCard.self,

        FeedbackRecord.self,
        FeedbackList.self,

        WatchesSave.self,
        WatchesList.self,
        WatchesGet.self,
        WatchesRemove.self,
        WatchesNews.self,
        WatchesSeen.self,
        WatchesAddress.self,
        DigestsPrepare.self,
        DigestsHanded.self,

        ShortlistsCreate.self,
        ShortlistsList.self,
        ShortlistsGet.self,
        ShortlistsAdd.self,
        ShortlistsRemove.self,
        NotesAdd.self,
        NotesList.self,
        NotesRemove.self,

        MeetingPlan.self,
        CouncilCompose.self,
        MeetingsSchedule.self,
        TreatmentCompare.self,

        EventsCreate.self,
        EventsList.self,
        EventsGet.self,
        EventsInvite.self,
        EventsRegister.self,
        EventsWithdraw.self,
        EventsAttend.self,
        EventsOutcome.self,
        EventsFunnel.self,

        DossierList.self,
        DossierGet.self,
        DossierReplay.self,
        DossierVerify.self,
        DossierExtract.self,

        StoreBackup.self,
        StorePublish.self,
        StoreCheck.self,
        AuditList.self,
        PrivacyPurge.self,

        SessionGet.self,
        SessionAssume.self,
        ServerStatus.self,
        ServerMetrics.self,
        RPCDiscover.self,
    ]

    /// `nil` for a name that isn't in the contract.
    package static func method(named name: String) -> (any Method.Type)? { methods.first { $0.name == name } }
}
