import Charter
import HashTreeCollections

/// Parties and their status over time.
public struct MembershipState: Sendable {
    /// What a party may be to the conference.
    public enum Status: UInt8, Sendable, Hashable {
        case member, observer, network
    }
    /// A time during which a party has a status.
    public struct Span: Sendable, Hashable {
        /// Which status.
        public let status: Status
        /// From when.
        public let from: PartialDay
        /// False if `from` is only the day of the source that reports the status.
        public let beginningRecorded: Bool
        /// The first day on which it no longer holds, once it has ended.
        public internal(set) var end: PartialDay?
        /// The acts: admission, then the end.
        public internal(set) var entries: [Int]

        /// True if the status holds on that day.
        public func holds(on day: Day) -> Bool {
            from.first <= day && (end.map { day < $0.first } ?? true)
        }
    }
    /// A dated act about a party.
    public struct Mark: Sendable, Hashable {
        /// When.
        public let on: PartialDay
        /// The act.
        public let entry: Int
    }
    /// A party.
    public struct Party: Sendable, Hashable {
        /// Its code.
        public let id: PartyID
        /// What it is.
        public let kind: PartyKind
        /// Its name.
        public let name: Localized
        /// Its abbreviation.
        public let abbreviation: Localized?
        /// The act that named it.
        public let entry: Int
        /// What it was and is to the conference.
        public internal(set) var spans: [Span] = []
        /// Notices that its status is about to lapse.
        public internal(set) var notices: [Mark] = []
        /// Lapses announced.
        public internal(set) var lapsesAnnounced: [Mark] = []
        /// Reinstatements.
        public internal(set) var reinstatements: [Mark] = []
    }

    /// Every party by code.
    public internal(set) var parties = TreeDictionary<PartyID, Party>()
    /// Codes in the order in which parties were named.
    public internal(set) var order: [PartyID] = []
}

/// A party with since when and until when, as far as recorded.
public struct Participant: Sendable, Hashable {
    /// Who.
    public let party: PartyID
    /// Since when; `nil` if only the source's day is known.
    public let since: PartialDay?
    /// Until when; `nil` while it lasts.
    public let until: PartialDay?
    /// The acts.
    public let entries: [Int]
}

extension ConferenceState {
    /// The party of that code.
    public func party(_ id: PartyID) -> MembershipState.Party? { membership.parties[id] }

    /// The party's name; its code if it isn't known.
    public func name(_ party: PartyID) -> Localized {
        membership.parties[party]?.name ?? Localized(same: party.text)
    }

    /// True if the party is a member on that day.
    public func isMember(_ party: PartyID, on day: Day) -> Bool { holds(party, .member, on: day) }

    /// True if the party has been admitted as an observer and hasn't left or been announced as lapsed.
    public func isObserver(_ party: PartyID, on day: Day) -> Bool { holds(party, .observer, on: day) }

    private func holds(_ party: PartyID, _ status: MembershipState.Status, on day: Day) -> Bool {
        membership.parties[party]?.spans.contains { $0.status == status && $0.holds(on: day) } ?? false
    }

    /// Members in the listed order: that of the edition's scale, then as named.
    public func memberIDs(on day: Day) -> [PartyID] {
        let present = membership.order.filter { isMember($0, on: day) }
        guard let scale = edition(on: day)?.edition.scale else { return present }
        let listed = scale.weights.map(\.party)
        return listed.filter(present.contains) + present.filter { !listed.contains($0) }
    }

    /// Who was a member on a day.
    public func members(on day: Day) -> Answer<[Participant]> { participants(.member, on: day) }

    /// Who was an observer on a day, as admitted. The network isn't one.
    public func observers(on day: Day) -> Answer<[Participant]> { participants(.observer, on: day) }

    /// Which networks of civil society took part on a day.
    public func networks(on day: Day) -> Answer<[Participant]> { participants(.network, on: day) }

    private func participants(_ status: MembershipState.Status, on day: Day) -> Answer<[Participant]> {
        let order =
            status == .member ? memberIDs(on: day) : membership.order.filter { holds($0, status, on: day) }
        var ended: [Int] = []
        for party in membership.parties.values {
            for span in party.spans
            where span.status == status && span.from.first <= day && !span.holds(on: day) {
                ended.append(contentsOf: span.entries)
            }
        }
        let list = order.compactMap { id -> Participant? in
            guard let party = membership.parties[id],
                let span = party.spans.last(where: { $0.status == status && $0.holds(on: day) })
            else { return nil }
            return Participant(
                party: id, since: span.beginningRecorded ? span.from : nil, until: span.end,
                entries: span.entries)
        }
        var basis: [Basis] = []
        let edition = edition(on: day)
        let rule: Rule? =
            switch status {
            case .member: edition?.edition.rule(.P1)
            case .observer: edition?.edition.rule(.P2)
            case .network: nil
            }
        let reason =
            list.isEmpty
            ? Localized(
                es: "No consta ninguna admisión vigente el \(day).",
                en: "No admission in force on \(day) is recorded.")
            : list.count == 1
                ? Localized(
                    es: "Una admisión vigente el \(day).", en: "One admission in force on \(day).")
                : Localized(
                    es: "\(list.count) admisiones vigentes el \(day).",
                    en: "\(list.count) admissions in force on \(day).")
        let entries = list.flatMap(\.entries) + ended
        basis.append(
            rule?.basis(entries: entries, reason: reason)
                ?? Basis(clause: nil, entries: entries, reason: reason))
        basis.append(editionBasis(on: day))
        if let corrected = correctionBasis(["status/\(status)", "editions"]) { basis.append(corrected) }
        return Answer(
            list, basis: basis,
            change: Localized(
                es: "Cambiaría con una admisión, una salida o una pérdida anunciada de la condición.",
                en: "It would change with an admission, a departure or an announced lapse."))
    }
}

extension Admission {
    /// Contradiction: a party must be known.
    func requireParty(_ party: PartyID, code: String, field: String = "party") throws(Refusal) {
        try require(
            state.membership.parties[party] != nil, .unknown("party", party.text, code: code, field: field))
    }

    /// Contradiction: the party must be a member on the act's day.
    func requireMember(_ party: PartyID, code: String, field: String = "party") throws(Refusal) {
        try require(
            state.isMember(party, on: proposal.on.last),
            .unknown("member", party.text, code: code, field: field))
    }
}
