import Charter
import HashTreeCollections

extension ConferenceState {
    /// Everything that can be found, each item once, in no particular order. Entries of the register aren't
    /// among them: its list has a filter of its own.
    ///
    /// Nothing here depends on a day: names are the latest, and what is to come is found like what was.
    public func searchItems() -> [SearchItem] {
        var items: [SearchItem] = []
        items += membership.order.compactMap { searchItem(party: $0) }
        items += bodies.order.compactMap { searchItem(organ: $0) }
        items += presidency.terms.keys.compactMap { searchItem(term: $0) }
        items += meetings.meetings.keys.compactMap { searchItem(meeting: $0) }
        items += deliberation.decisions.keys.compactMap { searchItem(decision: $0) }
        for (plan, record) in plan.plans {
            items += [searchItem(plan: plan)].compactMap { $0 }
            items += record.order.compactMap { searchItem(line: $0, of: record) }
        }
        items += library.documents.keys.compactMap { searchItem(document: $0) }
        items += library.spaceOrder.compactMap { searchItem(space: $0) }
        items += library.terms.keys.compactMap { searchItem(term: $0) }
        items += statistics.figures.keys.compactMap { searchItem(figure: $0) }
        items += searchClauses + searchRules
        return items
    }

    /// A party: its names.
    func searchItem(party id: PartyID) -> SearchItem? {
        guard let party = membership.parties[id] else { return nil }
        return SearchItem(
            .party, id.text, title: party.name, body: [party.abbreviation].compactMap { $0 },
            codes: [id.text] + codes(party.abbreviation))
    }

    /// An organ: its latest name, earlier names, and what it is for.
    func searchItem(organ id: OrganID) -> SearchItem? {
        guard let organ = bodies.organs[id], let name = organ.names.last else { return nil }
        var body = organ.names.dropLast().map(\.name)
        body += organ.names.compactMap(\.abbreviation)
        body += [organ.act.mandate].compactMap { $0 } + (organ.act.objectives ?? [])
        if let description = organ.descriptions.last?.act {
            body += [description.composition].compactMap { $0 } + (description.competences ?? [])
        }
        return SearchItem(
            .organ, id.text, title: name.name, body: body,
            codes: [id.text] + organ.names.flatMap { codes($0.abbreviation) }, organ: id)
    }

    /// A presidency's term: who presides, and its theme.
    func searchItem(term year: Int) -> SearchItem? {
        guard let term = presidency.terms[year] else { return nil }
        let party = name(term.party)
        return SearchItem(
            .presidency, String(year),
            title: Localized(es: "Presidencia \(year): \(party.es)", en: "Presidency \(year): \(party.en)"),
            body: [presidency.themes[year]?.title].compactMap { $0 }, codes: [],
            day: PartialDay(term.days.lowerBound), year: year)
    }

    /// A meeting or activity: its title, place, subjects and agenda.
    func searchItem(meeting id: MeetingID) -> SearchItem? {
        guard let meeting = meetings.meetings[id] else { return nil }
        var body = [organName(meeting.act.organ), meeting.act.place, meeting.act.host.map(name)].compactMap {
            $0
        }
        body += meeting.subjects
        for item in meeting.agenda?.act.items ?? [] {
            body += [item.title] + (item.points ?? []) + [item.lead].compactMap { $0 }
        }
        return SearchItem(
            .meeting, id.text, title: title(of: meeting), body: body, codes: [id.text],
            day: meeting.act.from, year: meeting.act.from.first.year, organ: meeting.act.organ)
    }

    /// A decision, for whom its session allows.
    func searchItem(decision id: DecisionID) -> SearchItem? {
        guard let decision = deliberation.decisions[id] else { return nil }
        let body =
            [organName(decision.act.organ)]
            + [decision.meeting.map { Localized(same: $0.text) }].compactMap { $0 }
        return SearchItem(
            .decision, id.text, access: decision.act.access, title: decision.act.title, body: body,
            codes: [id.text], day: decision.on, year: decision.on.first.year, organ: decision.act.organ)
    }

    /// A plan: its title, vision and mission.
    func searchItem(plan id: PlanID) -> SearchItem? {
        guard let plan = plan.plans[id] else { return nil }
        return SearchItem(
            .plan, id.text, title: plan.act.title,
            body: [plan.act.vision, plan.act.mission].compactMap { $0 },
            codes: [id.text], day: plan.act.from ?? plan.on, year: (plan.act.from ?? plan.on).first.year)
    }

    /// A line of a plan, with what was said of its status.
    func searchItem(line id: ElementID, of record: PlanState.Record) -> SearchItem? {
        guard let line = record.lines[id] else { return nil }
        let number = line.act.number.map { $0 + " " } ?? ""
        var body = [record.act.title] + [line.act.text].compactMap { $0 }
        body += (line.act.refersTo ?? []).map(\.label)
        body += line.reports.flatMap { [$0.act.note, $0.act.reason].compactMap { $0 } }
        return SearchItem(
            .planLine, "\(record.act.plan)/\(id)", title: line.act.title.map { number + $0 }, body: body,
            codes: ["\(record.act.plan)/\(id)", id.text], themes: themes(above: id, in: record))
    }

    /// A document, for whom its class allows.
    func searchItem(document id: DocumentID) -> SearchItem? {
        guard let document = library.documents[id] else { return nil }
        let act = document.act
        var body = [act.meeting.map { Localized(same: $0.text) }, act.organ.map(organName)].compactMap { $0 }
        if let meeting = act.meeting.flatMap({ meetings.meetings[$0] }) { body.append(title(of: meeting)) }
        return SearchItem(
            .document, id.text, access: act.access, title: act.title, body: body, codes: [id.text],
            day: document.on, year: act.year ?? document.on.first.year, organ: act.organ,
            themes: act.themes ?? [], languages: act.languages ?? [])
    }

    /// A thematic space: its name and what it is about.
    func searchItem(space id: SpaceID) -> SearchItem? {
        guard let space = library.spaces[id] else { return nil }
        return SearchItem(
            .space, id.text, title: space.act.name, body: [space.act.summary], codes: [id.text],
            day: space.on,
            themes: (space.act.lines ?? []).map(\.line))
    }

    /// A term of the glossary.
    func searchItem(term id: TermID) -> SearchItem? {
        guard let term = library.terms[id]?.act else { return nil }
        return SearchItem(
            .term, id.text, title: term.name, body: [term.abbreviation, term.definition].compactMap { $0 },
            codes: [id.text] + codes(term.abbreviation))
    }

    /// A figure.
    func searchItem(figure id: FigureID) -> SearchItem? {
        guard let figure = statistics.figures[id] else { return nil }
        return SearchItem(
            .figure, id.text,
            title: Localized(
                es: "\(figure.act.label.es): \(figure.act.value)",
                en: "\(figure.act.label.en): \(figure.act.value)"),
            body: [figure.act.series], codes: [id.text], day: figure.on, year: figure.on.first.year)
    }

    /// Every clause once, as the latest edition that holds it has it.
    private var searchClauses: [SearchItem] {
        var seen: Set<ClauseID> = []
        return editions.inForce.reversed().flatMap { edition in
            edition.edition.clauses.filter { seen.insert($0.id).inserted }.map { clause in
                SearchItem(
                    .clause, clause.id.text, title: clause.label,
                    body: [clause.summary] + clause.footnotes.map(\.text), codes: [clause.id.text])
            }
        }
    }

    /// Every rule that some edition has, as the latest has it.
    private var searchRules: [SearchItem] {
        RuleID.allCases.compactMap { id in
            guard let rule = editions.inForce.reversed().lazy.compactMap({ $0.edition.rule(id) }).first
            else { return nil }
            return SearchItem(
                .rule, id.rawValue, title: id.title,
                body: [rule.interpretation, rule.interpretationReason].compactMap { $0 }, codes: [id.rawValue]
            )
        }
    }

    private func codes(_ abbreviation: Localized?) -> [String] {
        abbreviation.map { $0.es == $0.en ? [$0.es] : [$0.es, $0.en] } ?? []
    }

    /// The themes that a line stands below, or is.
    private func themes(above id: ElementID, in record: PlanState.Record) -> [ElementID] {
        var themes: [ElementID] = []
        var next: ElementID? = id
        // A plan may name a line as its own ancestor: no more steps than any plan has levels.
        for _ in 0..<8 {
            guard let at = next, let line = record.lines[at]?.act else { break }
            if line.kind == .theme || line.kind == .actionTheme { themes.append(at) }
            next = line.parent
        }
        return themes
    }
}
