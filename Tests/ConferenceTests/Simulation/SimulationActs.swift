import Charter

@testable import Conference

extension Simulation.Generator {
    /// A correction of an earlier act: withdrawn, or with another act in its place.
    mutating func correction(_ state: ConferenceState, _ today: Day) -> Act {
        let old = random.chance(95) ? 1 + random.below(max(1, state.sequence)) : random.below(9) * 1000 - 1
        // Late acts break least; early ones are tried too.
        let late = max(1, state.sequence - random.below(60))
        let replacement =
            random.chance(50)
            ? nil
            : Replacement(
                on: PartialDay(today.adding(days: -random.below(400))), source: Source(document: "informe"),
                act: act(state, today))
        return Corrected(
            corrects: random.chance(70) ? late : old, reason: text("razón"), replacement: replacement
        )
        .act
    }

    /// An act of any kind but a correction; the frequent ones more often.
    mutating func act(_ state: ConferenceState, _ today: Day) -> Act {
        switch random.below(100) {
        case 0..<10: return decisionAct(state)
        case 10..<22: return meetingAct(state, today)
        case 22..<34: return attendance(state)
        case 34..<46: return finance(state, today)
        case 46..<58: return membership(state)
        case 58..<66: return presidency(state, today)
        case 66..<76: return bodies(state, today)
        case 76..<84: return registry(state, today)
        case 84..<90: return plan(state, today)
        default: return papers(state, today)
        }
    }

    private mutating func decisionAct(_ state: ConferenceState) -> Act {
        let organ: OrganID = random.chance(70) ? "VM" : random.chance(80) ? "GRCM" : "NONE"
        let meeting: MeetingID? = random.chance(60) ? meeting(state) : nil
        let clauses = state.editions.inForce.last?.edition.clauses.map(\.id) ?? []
        let departs: [ClauseID]? =
            random.chance(15) && !clauses.isEmpty ? [random.pick(clauses), random.pick(clauses)] : nil
        return DecisionRecorded(
            decision: DecisionID(code("D")), organ: organ, meeting: meeting, number: 1,
            title: text("decisión"),
            session: random.chance(60) ? .open : .closed, departs: departs
        ).act
    }

    private mutating func meetingAct(_ state: ConferenceState, _ today: Day) -> Act {
        switch random.below(8) {
        case 0: return MeetingCancelled(meeting: meeting(state)).act
        case 1: return MeetingSubjects(meeting: meeting(state), subjects: [text("tema")]).act
        case 2:
            let item = AgendaItem(
                start: "09:00", end: random.chance(80) ? "10:30" : "08:00", title: text("punto"))
            return MeetingAgenda(
                meeting: meeting(state), zone: random.chance(90) ? "America/Panama" : "Nowhere/Land",
                items: [item]
            ).act
        default:
            let from = PartialDay(
                today.adding(days: random.below(120) - 100), precision: random.chance(80) ? .day : .month)
            return MeetingConvened(
                meeting: MeetingID(code("M")),
                organ: random.chance(60) ? "VM" : random.pick(["GRCM", "MM", "GT-1", "NONE"]),
                kind: random.pick([.ordinary, .ordinary, .extraordinary, .activity, .event]), from: from,
                to: random.chance(40) ? PartialDay(from.first.adding(days: random.below(5) - 1)) : nil,
                host: party(), mode: random.pick([.inPerson, .virtual, .hybrid]),
                decision: random.chance(30) ? decisionID(state) : nil
            ).act
        }
    }

    private mutating func attendance(_ state: ConferenceState) -> Act {
        let present =
            random.some(Self.members, percent: 80) + random.some(Self.others.dropLast(), percent: 25)
        return AttendanceRecorded(
            meeting: meeting(state), present: random.chance(95) ? present : present + ["ZZZ"]
        ).act
    }

    private mutating func finance(_ state: ConferenceState, _ today: Day) -> Act {
        let year = year(today)
        let budget = Money(cents: Int64(20_000_000 + random.below(9_000_000)), currency: "USD")
        switch random.below(12) {
        case 0:
            let headings = state.finance.headings.map(\.act.heading)
            let parts =
                headings.isEmpty || random.chance(60)
                ? nil
                : [HeadingAmount(heading: headings[0], amount: random.chance(70) ? budget : .zero("USD"))]
            return BudgetApproved(
                year: year, amount: budget, decision: decisionID(state),
                recommendation: decisions(state, .consultationGroup), headings: parts
            ).act
        case 1: return HeadingNamed(heading: HeadingID("H-\(random.below(9))"), title: text("rubro")).act
        case 2:
            return FundDescribed(
                fund: FundID("F-\(random.below(9))"), title: text("fondo"), purpose: text("fin"), terms: [],
                cap: Money(cents: 100_000, currency: "USD")
            ).act
        case 3..<8:
            let party = party()
            let budgets = state.finance.budgets.map(\.value).sorted { $0.act.year < $1.act.year }
            guard random.chance(90), !budgets.isEmpty else {
                return ContributionForeseen(party: party, year: year, amount: budget, due: day(today)).act
            }
            let chosen = random.pick(budgets)
            let part = state.edition(on: today)?.edition.scale?.parts(of: chosen.act.amount)
                .first { $0.party == party }?.amount
            return ContributionForeseen(
                party: party, year: chosen.act.year, amount: part ?? budget, due: day(today)
            ).act
        default:
            return ContributionReceived(
                party: party(),
                amount: Money(
                    cents: Int64(random.below(3_000_000)), currency: random.chance(95) ? "USD" : "EUR")
            ).act
        }
    }

    private mutating func membership(_ state: ConferenceState) -> Act {
        switch random.below(12) {
        case 0:
            return PartyNamed(party: PartyID("P\(random.below(40))"), kind: .state, name: text("parte")).act
        case 1: return MemberAdmitted(party: party()).act
        case 2: return PartyLeft(party: party()).act
        case 3: return NetworkRecognised(party: party()).act
        case 4, 5: return LapseNoticed(party: observer()).act
        case 6, 7: return LapseAnnounced(party: observer()).act
        case 8, 9:
            return ObserverReinstated(
                party: observer(), interest: document(state), decision: decisionID(state)
            ).act
        default:
            let party = observer()
            let criteria = state.editions.inForce.last?.edition.criteria
            let country = Self.isCountry(party)
            let asked = (country ? criteria?.observerCountry : criteria?.observerOrganization) ?? []
            return ObserverAdmitted(
                party: party, statement: document(state),
                attested: random.chance(90) ? asked.map(\.id) : ["none"], decision: decisionID(state)
            ).act
        }
    }

    private mutating func presidency(_ state: ConferenceState, _ today: Day) -> Act {
        let term = year(today)
        switch random.below(6) {
        case 0: return InterestAnnounced(party: party(), term: term).act
        case 1: return PresidencyAccepted(party: party(), term: term).act
        case 2: return ThemeSet(term: term, theme: text("tema")).act
        case 3: return PresidencyHandedOver(from: party(), to: party(), meeting: meeting(state)).act
        default:
            // Whoever asked or agreed, mostly.
            let willing = (state.presidency.interest.map(\.value) + state.presidency.acceptance.map(\.value))
                .flatMap { $0 }.map(\.party).sorted()
            return PresidencyDesignated(
                party: willing.isEmpty || random.chance(30) ? party() : random.pick(willing), term: term,
                decision: decisionID(state)
            ).act
        }
    }

    private mutating func bodies(_ state: ConferenceState, _ today: Day) -> Act {
        let organ = random.chance(90) ? random.pick(state.bodies.order) : "NONE"
        switch random.below(8) {
        case 0, 1:
            return OrganEstablished(
                organ: OrganID("GT-\(random.below(20))"),
                role: random.pick([.workingGroup, .adHocGroup, .tripartite]),
                name: text("grupo"), mandate: random.chance(90) ? text("mandato") : nil,
                objectives: [text("objetivo")], until: PartialDay(day(today)),
                proposal: decisions(state, .consultationGroup), decision: decisionID(state)
            ).act
        case 2: return OrganDescribed(organ: organ, composition: text("composición")).act
        case 3: return OrganRenamed(organ: organ, name: text("nombre")).act
        case 4:
            return TermExtended(organ: organ, until: PartialDay(day(today)), decision: decisionID(state)).act
        case 5:
            // The organs that decide stay, or nothing more could happen.
            let group = state.bodies.order.last { $0.text.hasPrefix("GT-") } ?? "NONE"
            return OrganEnded(organ: group, successor: random.chance(30) ? organ : nil).act
        case 6:
            let group =
                random.chance(80) ? state.bodies.order.last { $0.text.hasPrefix("GT-") } ?? "NONE" : organ
            return random.chance(60)
                ? OrganJoined(organ: group, party: party()).act : OrganLeft(organ: group, party: party()).act
        default:
            let from = day(today)
            return SecretaryAppointed(
                holder: "se-\(random.below(4))", nationality: party(), from: from,
                until: from.adding(days: random.below(800)), decision: decisionID(state),
                selection: document(state)
            ).act
        }
    }

    private mutating func registry(_ state: ConferenceState, _ today: Day) -> Act {
        let matter: Matter = random.pick([.attendance, .contributions])
        switch random.below(12) {
        case 0: return DeclaredOfficial(statement: text("oficial")).act
        case 1: return KeyRecorded(name: "puebla/x", key: random.chance(80) ? "k" : "").act
        case 2: return Opened.example.act
        case 3:
            return EditionInForce(
                edition: "variant", file: Simulation.fileID(random.chance(90) ? "variant" : "holidays.json")
            ).act
        case 4: return HolidaysFiled(file: Simulation.fileID("holidays.json")).act
        case 5:
            let (rule, parameter, value): (RuleID, String, ParameterValue) = random.pick([
                (.F3, "counting", .text("dueDatesPassed")), (.F3, "voteYears", .count(1)),
                (.P4, "years", .count(1)), (.P4, "missedMeetings", .count(1)), (.P6, "months", .count(24)),
                (.D4, "acceptanceSuffices", .flag(false)), (.F1, "none", .count(1)),
                (.O3, "none", .flag(true)),
                (.F3, "participationYears", .count(10_000)), (.P5, "countryNoticeMonths", .count(10_000)),
            ])
            return ReadingRegistered(
                edition: random.pick(["charter-2020", "practice-1996", "variant", "none"]), rule: rule,
                parameter: parameter, value: value, reason: text("razón"), decision: decisionID(state)
            ).act
        case 6, 7: return MatterIncomplete(matter: matter, until: day(today)).act
        default: return MatterComplete(matter: matter, from: today.adding(days: -random.below(1500))).act
        }
    }

    private mutating func plan(_ state: ConferenceState, _ today: Day) -> Act {
        let plan = random.chance(90) ? state.plan.order.last ?? "PE" : "NONE"
        let line = ElementID("l/\(random.below(12))")
        if random.chance(40) { return activity(state, today, PlanPlace(plan: plan, line: line)) }
        switch random.below(4) {
        case 0:
            return PlanAdopted(
                plan: PlanID(code("PE")), kind: random.chance(70) ? .strategic : .action, title: text("plan"),
                from: PartialDay(today), until: PartialDay(today.adding(years: random.below(6))),
                decision: decisionID(state), document: document(state)
            ).act
        case 1, 2:
            return PlanLineStated(
                plan: plan, line: line, kind: random.pick([.objective, .pillar, .theme]),
                parent: random.chance(50) ? "l/1" : nil,
                title: text("línea"), refersTo: [PlanReference(to: "VM", label: text("órgano"))]
            ).act
        default:
            return PlanStatusReported(
                plan: plan, line: line, status: random.pick([.done, .inProgress, .notAchieved]),
                reason: random.chance(50) ? text("razón") : nil
            ).act
        }
    }

    private mutating func papers(_ state: ConferenceState, _ today: Day) -> Act {
        if random.chance(30) { return theme(state) }
        switch random.below(3) {
        case 0: return TermDefined(term: TermID("T\(random.below(60))"), name: text("término")).act
        case 1:
            return FigureRecorded(
                figure: FigureID("s/\(random.below(60))"), series: text("serie"), label: text("rótulo"),
                value: random.below(100) - 5
            ).act
        default:
            return DocumentRecorded(
                document: DocumentID("doc-\(random.below(90))"), title: text("documento"), kind: .report,
                languages: [.es], access: random.pick([.public, .participants, .members, .session]),
                link: random.chance(80) ? nil : "ftp://x", meeting: random.chance(30) ? meeting(state) : nil,
                organ: random.chance(20) ? "VM" : nil
            ).act
        }
    }
}
