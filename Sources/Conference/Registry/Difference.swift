import Charter
import HashTreeCollections

/// Something that became different between two days, with the acts behind it.
public struct DatedChange: Sendable, Hashable {
    /// What became different.
    public enum What: Sendable, Hashable {
        case organEstablished(OrganID)
        case organRenamed(OrganID, from: Localized, to: Localized)
        case organDescribed(OrganID)
        /// By an act.
        case organEnded(OrganID, successor: OrganID?)
        /// Because its term was over, and no act extended it.
        case organTermOver(OrganID)
        /// `recorded` is false where only the source that reports the status is dated.
        case admitted(PartyID, MembershipState.Status, recorded: Bool)
        case reinstated(PartyID)
        case lapseAnnounced(PartyID)
        case left(PartyID, MembershipState.Status)
        case presidencyDesignated(PartyID, term: Int)
        case presidencyThemeSet(term: Int, theme: Localized)
        /// Its first day.
        case presidencyBegan(PartyID, term: Int)
        case presidencyHandedOver(from: PartyID, to: PartyID)
        case planAdopted(PlanID)
        case lineStated(PlanPlace)
        case statusReported(PlanPlace, from: PlanStatus?, to: PlanStatus)
    }
    /// What it is about.
    public enum Subject: String, Sendable, Hashable, CaseIterable {
        case organs, parties, presidency, plan
    }

    /// What became different.
    public let what: What
    /// When, as far as known.
    public let on: PartialDay
    /// The acts behind it, ascending.
    public let entries: [Int]

    /// What it is about.
    public var subject: Subject {
        switch what {
        case .organEstablished, .organRenamed, .organDescribed, .organEnded, .organTermOver: .organs
        case .admitted, .reinstated, .lapseAnnounced, .left: .parties
        case .presidencyDesignated, .presidencyThemeSet, .presidencyBegan, .presidencyHandedOver: .presidency
        case .planAdopted, .lineStated, .statusReported: .plan
        }
    }
}

extension ConferenceState {
    /// What became different in organs, parties, presidency and plans after one day and up to another, as
    /// known now, earliest first; the two days in either order.
    ///
    /// What is known by month or year alone counts from its first day. A change that rests on an act that the
    /// viewer may not read is left out; so is whatever the register derives without an act, such as an
    /// observer's absence, but for an organ's term that ran out and a presidency's first day.
    public func difference(from one: Day, to other: Day, for viewer: Viewer = .public) -> [DatedChange] {
        let from = min(one, other)
        let to = max(one, other)
        let changes = organChanges() + partyChanges() + presidencyChanges() + planChanges()
        return changes.filter { change in
            from < change.on.first && change.on.first <= to
                && change.entries.allSatisfy { entry in
                    lines.indices.contains(entry - 1) && viewer.mayRead(lines[entry - 1].access)
                }
        }
        .sorted { ($0.on, $0.entries.last ?? 0) < ($1.on, $1.entries.last ?? 0) }
    }

    private func organChanges() -> [DatedChange] {
        bodies.order.compactMap { bodies.organs[$0] }.flatMap { organ -> [DatedChange] in
            var found = [
                DatedChange(what: .organEstablished(organ.id), on: organ.on, entries: [organ.entry])
            ]
            for (before, name) in zip(organ.names, organ.names.dropFirst()) {
                found.append(
                    .init(
                        what: .organRenamed(organ.id, from: before.name, to: name.name), on: name.on,
                        entries: [name.entry]))
            }
            found += organ.descriptions.map {
                .init(what: .organDescribed(organ.id), on: $0.on, entries: [$0.entry])
            }
            if let ended = organ.ended {
                found.append(
                    .init(
                        what: .organEnded(organ.id, successor: ended.successor), on: ended.last,
                        entries: [ended.entry]))
            }
            if let term = organ.termEnd, term.until.last < organ.ended?.last.first ?? .distantFuture {
                // It still exists on the last day of its term.
                found.append(
                    .init(
                        what: .organTermOver(organ.id), on: PartialDay(term.until.last.adding(days: 1)),
                        entries: [term.entry]))
            }
            return found
        }
    }

    private func partyChanges() -> [DatedChange] {
        membership.order.compactMap { membership.parties[$0] }.flatMap { party -> [DatedChange] in
            party.spans.flatMap { span -> [DatedChange] in
                let entry = span.entries.first ?? party.entry
                let returned = party.reinstatements.contains { $0.entry == entry }
                var found = [
                    DatedChange(
                        what: returned
                            ? .reinstated(party.id)
                            : .admitted(party.id, span.status, recorded: span.beginningRecorded),
                        on: span.from, entries: [entry])
                ]
                if let end = span.end, let last = span.entries.last {
                    let lapsed = party.lapsesAnnounced.contains { $0.entry == last }
                    found.append(
                        .init(
                            what: lapsed ? .lapseAnnounced(party.id) : .left(party.id, span.status),
                            on: end, entries: [last]))
                }
                return found
            }
        }
    }

    private func presidencyChanges() -> [DatedChange] {
        let terms = presidency.all.flatMap { term -> [DatedChange] in
            [
                .init(
                    what: .presidencyDesignated(term.party, term: term.year), on: term.on,
                    entries: [term.entry]),
                .init(
                    what: .presidencyBegan(term.party, term: term.year), on: PartialDay(term.days.lowerBound),
                    entries: [term.entry]),
            ]
        }
        let themes = presidency.themes.sorted { $0.key < $1.key }.map { year, theme in
            DatedChange(
                what: .presidencyThemeSet(term: year, theme: theme.title), on: theme.on,
                entries: [theme.entry])
        }
        return terms + themes
            + presidency.handovers.map {
                .init(
                    what: .presidencyHandedOver(from: $0.act.from, to: $0.act.to), on: $0.on,
                    entries: [$0.entry])
            }
    }

    private func planChanges() -> [DatedChange] {
        plan.order.compactMap { plan.plans[$0] }.flatMap { record -> [DatedChange] in
            let id = record.act.plan
            var found = [DatedChange(what: .planAdopted(id), on: record.on, entries: [record.entry])]
            for line in record.order.compactMap({ record.lines[$0] }) {
                let place = PlanPlace(plan: id, line: line.act.line)
                found.append(.init(what: .lineStated(place), on: line.on, entries: [line.entry]))
                var before: PlanState.Report?
                for report in line.reports {
                    found.append(
                        .init(
                            what: .statusReported(place, from: before?.act.status, to: report.act.status),
                            on: report.on,
                            entries: [before?.entry, report.entry].compactMap { $0 }.sorted()))
                    before = report
                }
            }
            return found
        }
    }
}
