extension Tendering {
    /// What the ids of notices that are made of the statistics begin with.
    package static let idPrefix = "uhm-"

    /// The procurement as a notice of its result: lots, and an award for each contract. Who lost stands in `Notice.tendering`.
    package var notice: Notice {
        var notice = Notice(
            id: NoticeID(Self.idPrefix + procurement),
            source: NoticeSource(dialect: .statistics, schema: "upphandlingsmyndigheten"), purpose: .result)
        // A number of the statistics' own may be another portal's number of another procurement.
        if PublicationNumber(procurement) != nil { notice.publicationNumber = procurement }
        if Self.isUUID(procurement) { notice.procedureID = ProcedureID(procurement.lowercased()) }
        notice.languages = ["SWE"]
        notice.published = outline.published
        notice.title = LocalizedText(outline.title, language: "SWE")
        notice.kind = outline.kind
        notice.cpv = outline.cpv.map { [$0] } ?? []
        notice.procedure = Procedure(
            type: outline.procedureType, framework: outline.framework,
            dynamicPurchasingSystem: outline.dynamicPurchasingSystem, legalBasis: outline.legalBasis)
        if outline.buyer != nil || outline.buyerNumber != nil {
            notice.buyers = [Self.buyer]
            notice.organisations.append(
                Organisation(
                    id: Self.buyer, name: outline.buyer.map { LocalizedText($0, language: nil) } ?? [],
                    nationalIDs: outline.buyerNumber.map { [$0] } ?? [], country: "SE"))
        }
        var described: Set<OrganisationID> = []
        for lot in lots {
            notice.lots.append(lot.lot)
            notice.awards += lot.awards
            for winner in lot.contracted?.tenderers ?? [] where described.insert(winner.id).inserted {
                notice.organisations.append(winner.organisation)
            }
        }
        notice.tendering = self
        return notice
    }

    private static let buyer: OrganisationID = "buyer"

    private static func isUUID(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [8, 4, 4, 4, 12] && parts.allSatisfy { $0.allSatisfy(\.isHexDigit) }
    }
}

extension TenderedLot {
    fileprivate var lot: Lot {
        var lot = Lot(id: LotID(id))
        lot.title = outline.title.map { LocalizedText($0, language: "SWE") } ?? []
        lot.cpv = outline.cpv.map { [$0] } ?? []
        return lot
    }

    /// One for each firm with a contract; one without winners where nobody is named.
    fileprivate var awards: [Award] {
        let winners = contracted?.tenderers ?? []
        var awards = winners.map { Award(outcome: .awarded(winnersWithheld: false), winners: [$0.id]) }
        if awards.isEmpty {
            let outcome: Award.Outcome =
                if let contracted, contracted.unnamed > 0 {
                    .awarded(winnersWithheld: true)
                } else {
                    uncontracted == nil ? .unstated : .noWinner(reason: nil)
                }
            awards = [Award(outcome: outcome)]
        }
        for index in awards.indices {
            awards[index].lots = [LotID(id)]
            if let count = tendererCount { awards[index].tendersReceived = .stated(count) }
        }
        return awards
    }
}

extension Tenderer {
    /// Its name within the notice.
    fileprivate var id: OrganisationID { OrganisationID(key) }

    /// The firm as a notice describes it. The statistics' numbers without a country are Swedish.
    package var organisation: Organisation {
        Organisation(
            id: id, name: name.map { LocalizedText($0, language: nil) } ?? [], nationalIDs: number.map { [$0] } ?? [],
            country: number.map { String($0.prefix(2)) }, size: size)
    }
}
