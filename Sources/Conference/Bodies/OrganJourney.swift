import Charter
import HashTreeCollections

/// One step of the way that a matter takes through the organs.
public struct JourneyStep: Sendable, Hashable {
    /// What happens in it.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// Somebody puts it forward.
        case proposes
        /// It is prepared and recommended.
        case examines
        /// It is decided.
        case decides
        /// What can't wait for a meeting goes round in writing.
        case circulates
        /// It is carried forward between meetings.
        case coordinates
        /// It is supported and kept on record.
        case supports
    }

    /// What happens.
    public let part: Part
    /// Who does it, in the register's order; members besides in the first step.
    public let organs: [OrganID]
    /// The clauses that say so in the edition of the day, with the acts that describe the organs.
    public let basis: [Basis]
}

extension ConferenceState {
    /// How a matter travels through the organs that exist on a day: each step is there only if an organ of its
    /// role is, and written circulation only if the edition has working days.
    public func journey(on day: Day) -> [JourneyStep] {
        let all = organs(on: day)
        func step(_ part: JourneyStep.Part, _ roles: [OrganRole], rules: [RuleID] = []) -> JourneyStep? {
            let found = all.filter { roles.contains($0.role) }
            guard !found.isEmpty || part == .proposes else { return nil }
            var basis = found.map { describedBasis($0, on: day) }
            basis += rules.compactMap { edition(on: day)?.edition.rule($0)?.basis() }
            return JourneyStep(part: part, organs: found.map(\.id), basis: basis)
        }
        guard !all.isEmpty else { return [] }
        let written = edition(on: day)?.edition.rule(.D3) != nil
        return [
            step(.proposes, [.workingGroup, .adHocGroup, .liaisonNetwork, .coalition]),
            step(.examines, [.consultationGroup]), step(.decides, [.viceMinisterial]),
            written ? step(.circulates, [.presidency, .troika], rules: [.D3]) : nil,
            step(.coordinates, [.presidency]), step(.supports, [.secretariat]),
        ].compactMap { $0 }
    }

    /// What describes an organ on a day: the clause, where the edition of the day holds it, and the acts.
    public func describedBasis(_ organ: BodiesState.Organ, on day: Day) -> Basis {
        let described = organ.description(on: day)
        let clause = described?.act.clause.flatMap { id in
            edition(on: day)?.edition.clause(id) == nil ? nil : id
        }
        return Basis(clause: clause, entries: [organ.entry] + [described?.entry].compactMap { $0 })
    }

    /// The clauses of the day's edition about an organ: those of the section in which the clause that describes
    /// it stands; of a group that none describes, those of the rule on groups (O3).
    public func clauses(about organ: BodiesState.Organ, on day: Day) -> [Clause] {
        guard let edition = edition(on: day)?.edition else { return [] }
        if let described = organ.description(on: day)?.act.clause?.text,
            edition.clause(ClauseID(described)) != nil, let dot = described.lastIndex(of: ".")
        {
            let section = described[...dot]
            return edition.clauses.filter { $0.id.text.hasPrefix(section) }
        }
        guard organ.role == .workingGroup || organ.role == .adHocGroup, let rule = edition.rule(.O3) else {
            return []
        }
        return edition.clauses.filter { rule.clauses.contains($0.id) }
    }

    /// Organs that had ended or whose term was over by a day, in the register's order.
    public func formerOrgans(on day: Day) -> [BodiesState.Organ] {
        bodies.order.compactMap { bodies.organs[$0] }.filter { $0.on.first <= day && !$0.exists(on: day) }
    }

    /// The end of an organ's term as set by the acts up to a day.
    public func termEnd(of organ: BodiesState.Organ, on day: Day) -> BodiesState.TermEnd? {
        organ.terms.last { lines.indices.contains($0.entry - 1) && lines[$0.entry - 1].on.first <= day }
    }

    /// The last day of an organ: as it ended, or as its term did; `nil` while it goes on.
    public func lastDay(of organ: BodiesState.Organ, on day: Day) -> PartialDay? {
        if let ended = organ.ended, ended.last.first <= day { return ended.last }
        return organ.termEnd.flatMap { $0.until.last < day ? $0.until : nil }
    }

    /// Who takes part in a group that members join, on a day.
    public func participants(in organ: BodiesState.Organ, on day: Day) -> [BodiesState.Participation] {
        organ.participations.filter { $0.from.first <= day && ($0.end.map { day < $0.first } ?? true) }
    }

    /// Organs whose code or name is nearest to what was typed.
    public func organs(near typed: String, limit: Int = 3) -> [OrganID] {
        Nearest.find(
            typed,
            among: bodies.order.compactMap { bodies.organs[$0] }.map { organ in
                (
                    organ.id,
                    [organ.id.text]
                        + organ.names.flatMap {
                            [$0.name.es, $0.name.en, $0.abbreviation?.es, $0.abbreviation?.en]
                                .compactMap { $0 }
                        }
                )
            }, limit: limit)
    }
}
