import Charter
import Conference
import Testing

/// One refusal that a kind of act lists, and the situation that brings it about.
struct RefusalCase: Sendable, CustomStringConvertible {
    let kind: String
    let code: String
    let refusal: @Sendable () -> Refusal?
    var description: String { "\(kind) \(code)" }

    init(
        _ code: String, _ body: any ActBody, on: String = "2026-03-01", by actor: ActingParty = .secretariat,
        under: DecisionID? = nil, source: Source? = Scenario.source, at: String? = nil, kind: String? = nil,
        given: @escaping @Sendable (inout Scenario) -> Void = { _ in }
    ) {
        self.kind = kind ?? type(of: body).kind
        self.code = code
        refusal = {
            var scenario = Scenario.founded()
            given(&scenario)
            return scenario.refusal(of: body, on: on, by: actor, under: under, source: source, at: at)
        }
    }

    static let ppt = ActingParty.presidency
    static let install = ActingParty.installation

    /// Registry and editions.
    static let register: [RefusalCase] = [
        .init("registry.open-already", Scenario.opened, by: install),
        .init("registry.complete-already", MatterComplete(matter: .attendance, from: day("2026-02-01"))) {
            $0.given(MatterComplete(matter: .attendance, from: day("2026-01-01")))
        },
        .init("registry.complete-future", MatterComplete(matter: .attendance, from: day("2026-03-02"))),
        .init("registry.not-complete", MatterIncomplete(matter: .attendance, until: day("2026-03-02"))),
        .init("registry.official-already", DeclaredOfficial(statement: words("x")), by: install) {
            $0.given(DeclaredOfficial(statement: words("x")), by: install)
        },
        .init("registry.key-empty", KeyRecorded(name: "puebla/crm", key: ""), by: install),
        .init("registry.correction-unknown", Corrected(corrects: 9999, reason: words("r"))),
        .init("registry.opening-stays", Corrected(corrects: 1, reason: words("r")), by: install),
        .init(
            "registry.correction-of-correction",
            Corrected(
                corrects: Scenario.founded().last + 2, reason: words("r"),
                replacement: Replacement(on: about("2026-03-01"), act: TermDefined.example.act))
        ) {
            $0.given(TermDefined.example)
            $0.given(Corrected(corrects: $0.last, reason: words("r")))
        },
        .init(
            "authority.not-registrant", Corrected(corrects: Scenario.founded().last + 1, reason: words("r")),
            by: .member("MEX")
        ) {
            $0.given(TermDefined.example)
        },
        .init("registry.correction-breaks", Corrected(corrects: 5, reason: words("r")), by: install),
        .init("editions.file-missing", EditionInForce(edition: "charter-2020", file: "nothing"), by: install),
        .init("editions.id-differs", EditionInForce(edition: "charter-2021", file: "charter"), by: install),
        .init(
            "editions.in-force-already", EditionInForce(edition: "charter-2020", file: "charter"),
            on: "2020-12-04", by: install),
        .init("editions.file-missing", HolidaysFiled(file: "charter"), by: install),
        .init("editions.edition-unknown", reading("other", .F3, "counting", "D.open")),
        .init("editions.reading-unfit", reading("charter-2020", .P4, "counting", "D.open")),
        .init("editions.decision-unknown", reading("charter-2020", .F3, "counting", "D.none")),
        .init("editions.decision-missing", reading("charter-2020", .F3, "counting", nil)),
    ]

    private static func reading(
        _ edition: EditionID, _ rule: RuleID, _ parameter: String, _ decision: DecisionID?
    ) -> ReadingRegistered {
        ReadingRegistered(
            edition: edition, rule: rule, parameter: parameter, value: .text("dueDatesPassed"),
            reason: words("r"), decision: decision)
    }

    static let countryCriteria = [
        "multilateral", "movimiento-ordenado", "intercambio", "designacion", "declaracion-escrita",
    ]

    /// Membership.
    static let parties: [RefusalCase] = [
        .init("membership.party-known", PartyNamed(party: "MEX", kind: .state, name: words("x"))),
        .init("membership.party-unknown", MemberAdmitted(party: "XXX")),
        .init("membership.kind-unfit", MemberAdmitted(party: "OIM")),
        .init("membership.member-already", MemberAdmitted(party: "MEX")),
        .init("membership.admission-closed", MemberAdmitted(party: "COL")),
        .init("membership.party-unknown", ObserverAdmitted(party: "XXX")),
        .init("membership.observer-already", ObserverAdmitted(party: "COL")) {
            $0.observer("COL", since: "2003")
        },
        .init("membership.kind-unfit", ObserverAdmitted(party: "RROCM")),
        .init("membership.statement-unknown", ObserverAdmitted(party: "COL", statement: "nada")),
        .init("membership.decision-unknown", ObserverAdmitted(party: "COL", decision: "D.none")),
        .init("membership.statement-missing", ObserverAdmitted(party: "COL")),
        .init(
            "membership.criterion-unknown",
            ObserverAdmitted(party: "COL", statement: "nota", attested: ["x"] + countryCriteria)),
        .init("membership.criteria-missing", ObserverAdmitted(party: "COL", statement: "nota")),
        .init(
            "membership.decision-missing",
            ObserverAdmitted(party: "COL", statement: "nota", attested: countryCriteria)),
        .init(
            "membership.session-open",
            ObserverAdmitted(party: "COL", statement: "nota", attested: countryCriteria, decision: "D.open")),
        .init("membership.party-unknown", NetworkRecognised(party: "XXX")),
        .init("membership.network-already", NetworkRecognised(party: "RROCM")) {
            $0.given(NetworkRecognised(party: "RROCM"), on: "1998")
        },
        .init("membership.not-a-network", NetworkRecognised(party: "OIM")),
        .init("membership.observer-unknown", LapseNoticed(party: "COL")),
        .init("membership.observer-unknown", LapseAnnounced(party: "COL"), by: ppt),
        .init("membership.not-lapsed", LapseAnnounced(party: "COL"), by: ppt) {
            $0.observer("COL", since: "2003")
        },
        .init("membership.party-unknown", ObserverReinstated(party: "XXX")),
        .init("membership.never-observer", ObserverReinstated(party: "COL")),
        .init("membership.interest-unknown", ObserverReinstated(party: "COL", interest: "nada")) {
            $0.observer("COL", since: "2003")
        },
        .init("membership.decision-unknown", ObserverReinstated(party: "COL", decision: "D.none")) {
            $0.observer("COL", since: "2003")
        },
        .init("membership.not-lapsed", ObserverReinstated(party: "COL")) {
            $0.observer("COL", since: "2003")
        },
        .init("membership.interest-missing", ObserverReinstated(party: "COL"), given: announcedInHistory),
        .init(
            "membership.decision-missing", ObserverReinstated(party: "COL", interest: "nota"),
            given: announcedInHistory),
        .init("membership.party-unknown", PartyLeft(party: "XXX")),
        .init("membership.takes-no-part", PartyLeft(party: "COL")),
    ]

    @Sendable private static func announcedInHistory(_ scenario: inout Scenario) {
        scenario.observer("COL", since: "2003")
        scenario.given(LapseAnnounced(party: "COL"), on: "2024-05-01", by: install)
    }

    /// Presidency and bodies.
    static let organs: [RefusalCase] = [
        .init(
            "presidency.member-unknown", InterestAnnounced(party: "COL", term: 2028), by: .observer("COL"),
            kind: nil
        ) {
            $0.observer("COL", since: "2003")
        },
        .init("presidency.interest-already", InterestAnnounced(party: "MEX", term: 2028), by: .member("MEX"))
        {
            $0.given(InterestAnnounced(party: "MEX", term: 2028), by: .member("MEX"))
        },
        .init(
            "presidency.acceptance-already", PresidencyAccepted(party: "MEX", term: 2028), by: .member("MEX")
        ) {
            $0.given(PresidencyAccepted(party: "MEX", term: 2028), by: .member("MEX"))
        },
        .init("presidency.term-impossible", PresidencyDesignated(party: "MEX", term: 1995)),
        .init("presidency.member-unknown", PresidencyDesignated(party: "COL", term: 2028)),
        .init("presidency.one-at-a-time", PresidencyDesignated(party: "MEX", term: 2027), given: designated),
        .init(
            "presidency.decision-unknown", PresidencyDesignated(party: "MEX", term: 2028, decision: "D.none")),
        .init("presidency.decision-missing", PresidencyDesignated(party: "MEX", term: 2028)),
        .init(
            "presidency.meeting-missing", PresidencyDesignated(party: "MEX", term: 2028, decision: "D.alone")
        ) {
            $0.given(DecisionRecorded(decision: "D.alone", organ: "VM", title: words("x"), session: .open))
        },
        .init(
            "presidency.request-missing", PresidencyDesignated(party: "MEX", term: 2028, decision: "D.open")),
        .init("presidency.term-unknown", ThemeSet(term: 2028, theme: words("x")), by: ppt),
        .init("presidency.theme-already", ThemeSet(term: 2027, theme: words("x")), by: ppt) {
            designated(&$0)
            $0.given(ThemeSet(term: 2027, theme: words("x")), by: ppt)
        },
        .init("presidency.party-unknown", PresidencyHandedOver(from: "XXX", to: "MEX")),
        .init("presidency.meeting-unknown", PresidencyHandedOver(from: "GTM", to: "MEX", meeting: "none")),
        .init("bodies.organ-known", OrganEstablished(organ: "VM", role: .workingGroup, name: words("x"))),
        .init("bodies.ends-before", group(until: "2026-02-28")),
        .init("bodies.decision-unknown", group(decision: "D.none")),
        .init("bodies.mandate-missing", group(mandate: nil)),
        .init("bodies.objectives-missing", group(objectives: [])),
        .init("bodies.term-missing", group(until: nil)),
        .init("bodies.proposal-missing", group(proposal: "D.open")),
        .init("bodies.decision-missing", group(decision: nil)),
        .init("bodies.organ-unknown", OrganDescribed(organ: "NO")),
        .init("bodies.organ-unknown", OrganRenamed(organ: "NO", name: words("x"))),
        .init("bodies.organ-unknown", TermExtended(organ: "NO", until: about("2030"))),
        .init("bodies.ends-before", TermExtended(organ: "GT", until: about("2027-12-31")), given: withGroup),
        .init(
            "bodies.decision-unknown", TermExtended(organ: "GT", until: about("2030"), decision: "D.none"),
            given: withGroup),
        .init("bodies.decision-missing", TermExtended(organ: "GT", until: about("2030")), given: withGroup),
        .init("bodies.organ-unknown", OrganEnded(organ: "NO")),
        .init("bodies.ends-before", OrganEnded(organ: "GT"), on: "2026-01-15", given: withGroup),
        .init("bodies.ended-already", OrganEnded(organ: "GT"), on: "2026-05-01") {
            withGroup(&$0)
            $0.given(OrganEnded(organ: "GT"), on: "2026-04-01")
        },
        .init("bodies.organ-unknown", OrganJoined(organ: "NO", party: "MEX"), by: .member("MEX")),
        .init("bodies.not-joined", OrganJoined(organ: "VM", party: "MEX"), by: .member("MEX")),
        .init("bodies.joined-already", OrganJoined(organ: "GT", party: "MEX"), by: .member("MEX")) {
            withGroup(&$0)
            $0.given(OrganJoined(organ: "GT", party: "MEX"), by: .member("MEX"))
        },
        .init(
            "bodies.term-over", OrganJoined(organ: "GT", party: "MEX"), on: "2028-01-01", by: .member("MEX"),
            given: withGroup),
        .init("bodies.organ-unknown", OrganLeft(organ: "NO", party: "MEX"), by: .member("MEX")),
        .init(
            "bodies.takes-no-part", OrganLeft(organ: "GT", party: "MEX"), by: .member("MEX"), given: withGroup
        ),
        .init("bodies.holder-id", secretary(holder: "a b")),
        .init("bodies.ends-before", secretary(until: "2026-12-31")),
        .init(
            "bodies.appointment-overlaps", secretary(from: "2028-12-31", until: "2029-12-31"),
            given: withSecretary),
        .init("bodies.decision-unknown", secretary(decision: "D.none")),
        .init("bodies.nationality", secretary(nationality: "COL")),
        .init("bodies.period-too-long", secretary(until: "2029-01-01")),
        .init("bodies.renewals-used", secretary(from: "2033-01-01", until: "2033-12-31")) {
            for year in [2027, 2029, 2031] {
                $0.given(secretary(from: "\(year)-01-01", until: "\(year + 1)-12-31"))
            }
        },
        .init("bodies.selection-missing", secretary(selection: nil)),
        .init("bodies.decision-missing", secretary(decision: nil)),
    ]

    static func group(
        mandate: Localized? = words("m"), objectives: [Localized]? = [words("o")], until: String? = "2027",
        proposal: DecisionID? = "C.group", decision: DecisionID? = "D.open"
    ) -> OrganEstablished {
        OrganEstablished(
            organ: "GT", role: .workingGroup, name: words("GT"), mandate: mandate, objectives: objectives,
            until: until.map(about), proposal: proposal, decision: decision)
    }
    @Sendable static func withGroup(_ scenario: inout Scenario) { scenario.given(group(), on: "2026-02-01") }

    static func secretary(
        holder: String = "se-1", nationality: PartyID = "CRI", from: String = "2027-01-01",
        until: String = "2028-12-31", decision: DecisionID? = "D.open", selection: DocumentID? = "nota"
    ) -> SecretaryAppointed {
        SecretaryAppointed(
            holder: holder, nationality: nationality, from: day(from), until: day(until), decision: decision,
            selection: selection)
    }
    @Sendable static func withSecretary(_ scenario: inout Scenario) { scenario.given(secretary()) }

    @Sendable static func designated(_ scenario: inout Scenario) {
        scenario.given(PresidencyAccepted(party: "GTM", term: 2027), by: .member("GTM"))
        scenario.given(PresidencyDesignated(party: "GTM", term: 2027, decision: "D.open"))
    }
}
