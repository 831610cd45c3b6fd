import Charter
import HashTreeCollections

/// Which items an act may have changed.
public struct SearchChanges: Sendable, Hashable {
    /// What the acts were about; `nil` where anything may have changed, as by a new name or a correction.
    private var subjects: Set<Subject>? = []

    private enum Subject: Hashable, Sendable {
        case party(PartyID), term(Int), meeting(MeetingID), decision(DecisionID), plan(PlanID)
        case line(PlanID, ElementID), document(DocumentID), glossary(TermID), figure(FigureID)
    }

    /// What these acts may have changed.
    public init(_ acts: some Sequence<Act>) {
        for act in acts { add(act) }
    }

    /// Anything at all.
    public static var everything: SearchChanges {
        var changes = SearchChanges([])
        changes.subjects = nil
        return changes
    }

    /// True if anything may have changed: then only ``ConferenceState/searchItems()`` will do.
    public var isEverything: Bool { subjects == nil }

    /// Every item in question as a state has it, by ``SearchItem/id``; none where it has no such item.
    public func items(in state: ConferenceState) -> [(id: String, item: SearchItem?)] {
        var items: [String: SearchItem?] = [:]
        func put(_ kind: SearchItem.Kind, _ code: String, _ item: SearchItem?) {
            items.updateValue(item, forKey: "\(kind.rawValue)/\(code)")
        }
        for subject in subjects ?? [] {
            switch subject {
            case .party(let id): put(.party, id.text, state.searchItem(party: id))
            case .term(let year): put(.presidency, String(year), state.searchItem(term: year))
            case .meeting(let id): put(.meeting, id.text, state.searchItem(meeting: id))
            case .decision(let id): put(.decision, id.text, state.searchItem(decision: id))
            case .plan(let id): put(.plan, id.text, state.searchItem(plan: id))
            case .line(let plan, let id):
                let item = state.plan.plans[plan].flatMap { state.searchItem(line: id, of: $0) }
                put(.planLine, "\(plan)/\(id)", item)
            case .document(let id): put(.document, id.text, state.searchItem(document: id))
            case .glossary(let id): put(.term, id.text, state.searchItem(term: id))
            case .figure(let id): put(.figure, id.text, state.searchItem(figure: id))
            }
        }
        return items.map { ($0.key, $0.value) }
    }

    private mutating func add(_ act: Act) {
        guard subjects != nil else { return }
        switch act {
        case .meetings(let act): add(.meeting(act.meeting))
        case .deliberation(.decisionRecorded(let body)): add(.decision(body.decision))
        case .library(.documentRecorded(let body)): add(.document(body.document))
        case .library(.termDefined(let body)): add(.glossary(body.term))
        case .plan(.statusReported(let body)): add(.line(body.plan, body.line))
        case .presidency(.designated(let body)): add(.term(body.term))
        case .presidency(.themeSet(let body)): add(.term(body.term))
        case .statistics(.figureRecorded(let body)): add(.figure(body.figure))
        // What is said of who takes part, pays or presides is read on their pages, not searched.
        case .presidency(.interestAnnounced), .presidency(.accepted), .presidency(.handedOver),
            .finance, .bodies(.joined), .bodies(.leftGroup), .bodies(.secretaryAppointed),
            .registry(.keyRecorded), .registry(.completeFrom), .registry(.completeUntil),
            .membership(.memberAdmitted), .membership(.observerAdmitted), .membership(.lapseNoticed),
            .membership(.lapseAnnounced), .membership(.reinstated), .membership(.left):
            break
        // Names stand in many items, a plan's lines in those below them.
        default: subjects = nil
        }
    }

    private mutating func add(_ subject: Subject) { subjects?.insert(subject) }
}

extension MeetingsAct {
    /// Which meeting the act is about.
    fileprivate var meeting: MeetingID {
        switch self {
        case .convened(let body): body.meeting
        case .subjects(let body): body.meeting
        case .agenda(let body): body.meeting
        case .attendance(let body): body.meeting
        case .cancelled(let body): body.meeting
        }
    }
}
