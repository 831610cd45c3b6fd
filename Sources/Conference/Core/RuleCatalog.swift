import Charter

/// Where each rule is run and proved: what docs/rules.md prints beside the editions' clauses.
public struct RuleCatalog: Sendable {
    /// What a rule does.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// An act against it isn't registered.
        case refuses
        /// An answer computed for any day.
        case derives
        /// Something owed by a day.
        case duty
    }

    /// Which rule.
    public let id: RuleID
    /// What it is about, in a few words.
    public let title: Localized
    /// What it does.
    public let kinds: [Kind]
    /// The functions that run it, as `Type.function`.
    public let functions: [String]
    /// The test functions that prove it, by their names.
    public let tests: [String]

    private init(
        _ id: RuleID, es: String, en: String, _ kinds: [Kind], _ functions: [String], _ tests: [String]
    ) {
        self.id = id
        title = Localized(es: es, en: en)
        self.kinds = kinds
        self.functions = functions
        self.tests = tests
    }

    /// The entry of a rule.
    public static func entry(_ id: RuleID) -> RuleCatalog? { all.first { $0.id == id } }

    /// Every rule, in the order of the rules page.
    public static let all: [RuleCatalog] = parties + money + deciding + organs + followUp

    private static let parties: [RuleCatalog] = [
        .init(
            .P1, es: "Miembros y cierre de su admisión", en: "Members and the closing of admission",
            [.refuses],
            ["MemberAdmitted.admit", "ConferenceState.members"],
            [
                "No act dated after the closing day admits another member",
                "An edition without a closing day admits members",
                "A member that left can return only under a decision that departs from the closing",
            ]),
        .init(
            .P2, es: "Admisión de un país observador", en: "Admission of an observer country", [.refuses],
            ["ObserverAdmitted.admit", "ObserverAdmitted.admitCriteria", "Admission.requireDecision"],
            ["A country needs statement, every criterion and a decision in closed session"]),
        .init(
            .P3, es: "Admisión de un organismo observador", en: "Admission of an observer organisation",
            [.refuses],
            ["ObserverAdmitted.admit", "ObserverAdmitted.admitCriteria", "Admission.requireDecision"],
            ["An organisation needs its own criteria and no closed session"]),
        .init(
            .P4, es: "Pérdida de la condición de observador", en: "Lapse of observer status", [.derives],
            ["ConferenceState.observerStanding", "AbsenceCount.run", "LapseAnnounced.admit"],
            [
                "A country lapses when two years have passed and two yearly meetings were missed",
                "With two meetings missed before, the two years decide",
                "Lapsed stays lapsed though it attends, until it is reinstated",
                "In a complete time a meeting without a list was missed, one only counted wasn't",
            ]),
        .init(
            .P5, es: "Aviso antes de la pérdida", en: "Notice before a lapse", [.duty],
            ["ConferenceState.notices", "ConferenceState.observerStanding"],
            [
                "A country is told six months before the two-year day",
                "The notice decides what is shown, not whether the status lapses",
                "A notice that fell due stays owed though the observer came back",
            ]),
        .init(
            .P6, es: "Asistencia anual de los organismos", en: "Yearly attendance of organisations",
            [.derives],
            ["ConferenceState.observerStanding", "AbsenceCount.lastOccasion"],
            [
                "An organisation is at risk after a year, told on the two-year day, and lapses by the two years",
                "An activity keeps an organisation from risk, and is in the grounds",
            ]),
        .init(
            .P7, es: "Regreso de un observador", en: "Return of an observer", [.refuses],
            ["ObserverReinstated.admit"],
            ["A lapse is announced only when it has come, and a return needs one"]),
    ]

    private static let money: [RuleCatalog] = [
        .init(
            .F1, es: "Escala de contribuciones", en: "Scale of contributions", [.derives],
            ["ConferenceState.scale", "Allocation.parts", "ContributionForeseen.admit"],
            [
                "The scale of the edition in force divides a budget to the cent",
                "The Charter's scale by largest remainder", "The scale of 2005 gives its own amounts back",
                "For any budget the parts add up exactly, and none is a cent off its share",
            ]),
        .init(
            .F2, es: "Presupuesto anual", en: "Annual budget", [.refuses],
            ["BudgetApproved.admit", "ContributionForeseen.admit"],
            [
                "A budget rests on the group's recommendation and the vice-ministers' decision",
                "History may foresee contributions without a budget on record; afterwards none",
            ]),
        .init(
            .F3, es: "Voto y participación según las contribuciones",
            en: "Vote and participation by contributions", [.derives],
            ["ConferenceState.standing", "AccountCount.voteLost", "AccountCount.excluded"],
            [
                "A member two years behind speaks but does not vote, and after four takes no part",
                "A payment settles the oldest contribution first and restores the vote to the cent",
                "Exclusion lasts until nothing that is due is open",
                "Another reading counts due dates that passed, and bites a year earlier",
            ]),
    ]

    private static let deciding: [RuleCatalog] = [
        .init(
            .D3, es: "Días hábiles", en: "Working days", [.derives],
            ["ConferenceState.deadline", "WorkingDays.deadline"],
            [
                "The fifth working day after the day of circulation",
                "Five working days run in the secretariat's zone over the year's end",
                "In an edition that asks for it, every member's holidays are days off",
            ]),
        .init(
            .D4, es: "Designación de la presidencia", en: "Designation of the presidency", [.refuses],
            ["PresidencyDesignated.admit", "ConferenceState.isLate"],
            [
                "Acceptance suffices under the Charter, a request always does",
                "One presidency at a time, in history too and against any decision",
                "Interest less than a year ahead is late, and registered all the same",
            ]),
        .init(
            .D5, es: "Troika", en: "Troika", [.derives],
            ["ConferenceState.troika", "ConferenceState.termYear"],
            ["The Troika of a day is the terms before, of and after it"]),
    ]

    private static let organs: [RuleCatalog] = [
        .init(
            .O1, es: "Reunión viceministerial", en: "Vice-ministerial meeting", [.duty, .refuses],
            ["MeetingConvened.admitViceMinisterial", "DutyContext.viceMinisterialMeetings"],
            [
                "One ordinary vice-ministerial meeting a year, counted by its first day",
                "One ordinary vice-ministerial meeting is owed a year, before 2015 in its first half",
                "An extraordinary meeting cites its decision, a ministers' meeting the vice-ministers'",
            ]),
        .init(
            .O2, es: "Reuniones del grupo de consulta", en: "Meetings of the consultation group", [.duty],
            ["DutyContext.groupMeetings"],
            ["The group meets in May to July and in the sixty days before the vice-ministers"]),
        .init(
            .O3, es: "Grupos de trabajo", en: "Working groups", [.refuses, .duty],
            ["OrganEstablished.admit", "Admission.requireTermRuns", "DutyContext.workingGroups"],
            [
                "A working group needs mandate, objectives, term, proposal and decision, from the Charter on",
                "A working group takes acts until its term ends, and again once it is extended",
                "A working group owes two meetings and a self-evaluation for each whole year",
            ]),
        .init(
            .O4, es: "A cargo de la secretaría", en: "Executive secretary", [.refuses, .duty],
            ["SecretaryAppointed.admit", "DutyContext.secretaryEvaluations"],
            [
                "An executive secretary is appointed for two years at most",
                "Two renewals, six years in all, without a new selection",
                "The executive secretary is evaluated each year of the appointment, closed",
            ]),
        .init(
            .O7, es: "Plan estratégico", en: "Strategic plan", [.refuses, .derives],
            ["PlanAdopted.admit", "ConferenceState.planLength"],
            [
                "A longer strategic plan is registered, with the discrepancy beside it",
                "A strategic plan needs the vice-ministers' decision, a plan of action doesn't",
            ]),
        .init(
            .O8, es: "Reunión de ministras y ministros", en: "Meeting of ministers", [.refuses],
            ["MeetingConvened.admit"],
            ["An extraordinary meeting cites its decision, a ministers' meeting the vice-ministers'"]),
    ]
    private static let followUp: [RuleCatalog] = [
        .init(
            .S2, es: "Nota conceptual de una actividad", en: "Concept note of an activity",
            [.refuses, .duty],
            ["ConceptNoteFiled.admit", "ConferenceState.conceptNote"],
            [
                "A concept note lacks no part, asked for in a fixed order",
                "A concept note is filed before the activity is over, or under a decision",
                "A concept note is owed by the day before the activity",
            ])
    ]
}
