// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter
import HashTreeCollections

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ConceptNoteFiled: ActBody {
    public static let kind = "plan.conceptNoteFiled"
    public static let registrants = Registrants.presidency
    public static let title = Localized(es: "Nota conceptual", en: "Concept note")
    public static let example = ConceptNoteFiled(
        activity: "taller-2027-1",
        background: Localized(
            es: "El grupo de trabajo pidió compartir prácticas de contratación.",
            en: "The working group asked to share recruitment practices."),
        justification: Localized(
            es: "Cumple el tema de migración laboral del plan.",
            en: "It carries out the plan's theme on labor migration."),
        mandate: ActivityMandate(line: PlanPlace(plan: "PE-2027-2029", line: "tema/2.1")),
        generalObjective: Localized(
            es: "Conocer mejor la contratación ética.", en: "To know ethical recruitment better."),
        specificObjectives: [
            Localized(es: "Comparar las leyes de los países.", en: "To compare the countries' laws.")
        ],
        participants: Localized(
            es: "Ministerios de trabajo de los países miembros.", en: "The members' labor ministries."),
        method: Localized(es: "Dos sesiones presenciales.", en: "Two sessions in person."),
        agenda: [Localized(es: "Apertura", en: "Opening")],
        results: [
            ExpectedResult(
                result: Localized(es: "Una guía común.", en: "A common guide."),
                indicators: [Localized(es: "Guía publicada.", en: "Guide published.")])
        ])
    public static let refusals =
        [
            "plan.activity-unknown", "plan.document-unknown", "plan.decision-unknown", "plan.plan-unknown",
            "plan.line-unknown", "plan.note-known",
        ] + Part.allCases.map(\.code) + ["plan.note-late"]

    public var act: Act { .plan(.conceptNoteFiled(self)) }
    public var topics: [String] { ["activity/\(activity)"] }

    public func line(_ state: ConferenceState) -> Localized {
        let title = state.plan.activities[activity]?.act.title ?? Localized(same: activity.text)
        return Localized(es: "Nota conceptual: \(title.es)", en: "Concept note: \(title.en)")
    }

    /// The parts of a concept note, in the order in which they are asked for.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        case background, justification, mandate, generalObjective, specificObjectives, participants, method
        case agenda, results, indicators

        /// Code of the refusal where it is missing.
        var code: String {
            switch self {
            case .background: "plan.note-background"
            case .justification: "plan.note-justification"
            case .mandate: "plan.note-mandate"
            case .generalObjective: "plan.note-general-objective"
            case .specificObjectives: "plan.note-specific-objectives"
            case .participants: "plan.note-participants"
            case .method: "plan.note-method"
            case .agenda: "plan.note-agenda"
            case .results: "plan.note-results"
            case .indicators: "plan.note-indicators"
            }
        }

        /// How it is called.
        public var title: Localized {
            switch self {
            case .background: Localized(es: "antecedentes", en: "background")
            case .justification: Localized(es: "justificación", en: "justification")
            case .mandate: Localized(es: "mandato", en: "mandate")
            case .generalObjective: Localized(es: "objetivo general", en: "general objective")
            case .specificObjectives: Localized(es: "objetivos específicos", en: "specific objectives")
            case .participants: Localized(es: "participantes", en: "participants")
            case .method: Localized(es: "metodología", en: "method")
            case .agenda: Localized(es: "agenda", en: "agenda")
            case .results: Localized(es: "resultados esperados", en: "expected results")
            case .indicators:
                Localized(es: "indicadores de cada resultado", en: "indicators of each result")
            }
        }

        /// The field of the act that holds it.
        var field: String { self == .indicators ? "results" : rawValue }
    }

    /// The parts that it lacks, in their order.
    public var missing: [Part] {
        Part.allCases.filter { part in
            switch part {
            case .background: background == nil
            case .justification: justification == nil
            case .mandate: mandate?.decision == nil && mandate?.line == nil
            case .generalObjective: generalObjective == nil
            case .specificObjectives: (specificObjectives ?? []).isEmpty
            case .participants: participants == nil
            case .method: method == nil
            case .agenda: (agenda ?? []).isEmpty
            case .results: (results ?? []).isEmpty
            case .indicators: (results ?? []).contains { $0.indicators.isEmpty }
            }
        }
    }

    /// Rule S2: complete, and before the activity is carried out.
    public func admit(_ admission: Admission) throws(Refusal) {
        let state = admission.state
        let record = try admission.requireActivity(activity)
        if let document {
            try admission.require(
                state.library.documents[document] != nil,
                .unknown("document", document.text, code: "plan.document-unknown"))
        }
        try admission.requireKnown(decisions: mandate?.decision, code: "plan", field: "mandate.decision")
        if let line = mandate?.line {
            try admission.requireLine(line, code: "plan", field: "mandate.line")
        }
        try admission.require(
            record.note == nil,
            .duplicate(
                "plan.note-known", field: "activity", activity.text,
                entries: record.note.map { [$0.entry] } ?? []))
        let days = state.days(of: record)
        guard let rule = state.conceptNoteRule(from: days.from.first) else { return }
        for part in missing {
            try admission.procedure(
                false,
                Refusal(
                    part.code, clause: rule.clauses.first, rule: .S2, field: part.field,
                    message: Localized(
                        es: "A la nota conceptual le falta: \(part.title.es).",
                        en: "The concept note lacks its \(part.title.en)."),
                    remedy: Localized(es: "Complétela.", en: "Complete it."),
                    interpretation: rule.interpretation, departable: true))
        }
        try admission.procedure(
            days.meeting?.cancelled != nil || admission.day <= days.last,
            Refusal(
                "plan.note-late", clause: rule.clauses.first, rule: .S2, field: "on",
                message: Localized(
                    es: "La actividad ya se realizó; terminó el \(days.last).",
                    en: "The activity was carried out already; it ended on \(days.last)."),
                remedy: Localized(
                    es: "Cite en “under” la decisión viceministerial que lo permita.",
                    en: "Cite in “under” the vice-ministers' decision that allows it."),
                entries: record.allEntries + (days.meeting?.allEntries ?? []), departable: true))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.plan.activities[activity]?.note = .init(act: self, on: fact.on, entry: fact.sequence)
    }
}

extension ConferenceState {
    /// Rule S2 for an activity that begins on that day; `nil` where no concept note is asked for.
    func conceptNoteRule(from first: Day) -> Rule? {
        guard let rule = edition(on: first)?.edition.rule(.S2) else { return nil }
        if let since = rule.day("activitiesFrom"), first < since { return nil }
        return rule
    }

    /// Rule S2: the duty to file an activity's concept note by the day before it begins, as it stands on a
    /// day; `nil` where none is asked for, or the activity doesn't take place.
    func conceptNote(of activity: PlanState.Activity, on day: Day) -> Answer<Duty>? {
        let days = days(of: activity)
        // Of a day that isn't known the latest possible is taken: nobody is late by what isn't known.
        let due = days.from.last.adding(days: -1)
        guard days.meeting?.cancelled == nil, let rule = conceptNoteRule(from: days.from.first),
            let edition = edition(on: due)
        else { return nil }
        let context = DutyContext(
            state: self, edition: edition, year: due.year, first: activity.on.first, last: due, day: day)
        let done = activity.note.flatMap { note -> DutyContext.Done? in
            note.on.first <= day ? .init(on: note.on.first, entries: [note.entry]) : nil
        }
        // A note that falls due after the opening is owed in full, whenever the activity was planned.
        let opening = registry.opened?.day ?? activity.on.first
        let opens = due < opening ? activity.on.first : max(activity.on.first, opening)
        return context.duty(
            rule,
            Localized(
                es: "Nota conceptual: \(activity.act.title.es)",
                en: "Concept note: \(activity.act.title.en)"),
            owner: .presidency, concerns: activity.id.text, opens: min(opens, due), due: due,
            done: done,
            grounds: [activity.entry, activity.convened].compactMap { $0 }
                + (days.meeting?.allEntries ?? []),
            topics: ["activity/\(activity.id)", "meetings"])
    }

    /// Rule S2: concept notes that fall due in these days, as they stand on a day.
    func conceptNotes(dueIn days: ClosedRange<Day>, on day: Day) -> [Answer<Duty>] {
        plan.activityOrder.compactMap { plan.activities[$0] }
            .filter { $0.on.first <= day }
            .compactMap { conceptNote(of: $0, on: day) }
            .filter { days.contains($0.value.due) }
    }
}
