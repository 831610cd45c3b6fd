import Charter
import HashTreeCollections

/// A party's share of the scale in force on a day (rule F1).
public struct ScaleShare: Sendable, Hashable {
    /// The party's weight.
    public let weight: Int64
    /// The sum of all weights.
    public let total: Int64
    /// The share as the percentage that it is: up to four decimals where they say it exactly, else two, rounded
    /// half up: `12.5`, `1.5625`, `1.77`.
    public var percent: String {
        guard total > 0 else { return "0" }
        let exact = Int128(weight) * 1_000_000 % Int128(total) == 0
        let scale: Int128 = exact ? 10_000 : 100
        let value = (Int128(weight) * 200 * scale + Int128(total)) / (2 * Int128(total))
        let whole = String(value / scale)
        var rest = String(value % scale + scale).dropFirst()
        while rest.last == "0" { rest.removeLast() }
        return rest.isEmpty ? whole : whole + "." + rest
    }
}

extension ConferenceState {
    /// Those whose status ended on or before a day, the last to end first.
    ///
    /// Only ends that the register states: a departure, or a lapse that the presidency announced. Whoever came
    /// back isn't among them.
    public func former(on day: Day) -> [Participant] {
        var former: [Participant] = []
        for id in membership.order {
            guard let spans = membership.parties[id]?.spans else { continue }
            for span in spans {
                guard let end = span.end, end.first <= day,
                    !spans.contains(where: { $0.status == span.status && $0.holds(on: day) })
                else { continue }
                former.append(
                    Participant(
                        party: id, since: span.beginningRecorded ? span.from : nil, until: end,
                        entries: span.entries))
            }
        }
        let never = PartialDay(.distantPast)
        return former.sorted { ($1.until ?? never) < ($0.until ?? never) }
    }

    /// Which countries, or which organisations, were observers on a day, each kind with its own rule's clause
    /// (P2, P3).
    public func observers(countries: Bool, on day: Day) -> Answer<[Participant]> {
        let answer = observers(on: day)
        let list = answer.value.filter { (membership.parties[$0.party]?.kind == .state) == countries }
        let entries = list.flatMap(\.entries)
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
        let ground =
            edition(on: day)?.edition.rule(countries ? .P2 : .P3)?.basis(entries: entries, reason: reason)
            ?? Basis(clause: nil, entries: entries, reason: reason)
        return Answer(list, basis: [ground] + answer.basis.dropFirst(), change: answer.change)
    }

    /// What a party is to the conference on a day; empty where it is recorded as nothing then.
    public func statuses(of party: PartyID, on day: Day) -> [MembershipState.Span] {
        membership.parties[party]?.spans.filter { $0.holds(on: day) } ?? []
    }

    /// Why a party is what it is on a day: the clause for its kind of status, its acts, the edition.
    public func statusBasis(of party: PartyID, on day: Day) -> [Basis] {
        guard let record = membership.parties[party] else { return [] }
        let edition = edition(on: day)
        let spans = record.spans.filter { $0.from.first <= day }
        var basis: [Basis] = spans.map { span in
            let rule: Rule? =
                switch (span.status, record.kind) {
                case (.member, _): edition?.edition.rule(.P1)
                case (.observer, .state): edition?.edition.rule(.P2)
                case (.observer, _): edition?.edition.rule(.P3)
                case (.network, _): nil
                }
            let reason = Localized(
                es: span.beginningRecorded
                    ? "Consta desde \(span.from)."
                    : "Consta como tal en una fuente de \(span.from); su comienzo no consta.",
                en: span.beginningRecorded
                    ? "Recorded since \(span.from)."
                    : "Reported by a source of \(span.from); its beginning isn't recorded.")
            return rule?.basis(entries: span.entries, reason: reason)
                ?? Basis(clause: nil, entries: span.entries, reason: reason)
        }
        if basis.isEmpty {
            basis.append(
                Basis(
                    clause: nil, entries: [record.entry],
                    reason: Localized(
                        es: "El \(day) no consta que sea miembro ni observador.",
                        en: "On \(day) it is recorded neither as a member nor as an observer.")))
        }
        basis.append(editionBasis(on: day))
        if let corrected = correctionBasis(["party/\(party)", "editions"]) { basis.append(corrected) }
        return basis
    }

    /// The terms of a party that had begun by a day, earliest first.
    public func presidencies(of party: PartyID, until day: Day) -> [PresidencyState.Term] {
        presidency.all.filter { $0.party == party && $0.days.lowerBound <= day }
    }

    /// The meetings, activities and events up to a day at which a party is recorded as present, latest first.
    ///
    /// Nothing can be concluded from a meeting that isn't among them (rules.md, Tact).
    public func meetings(attendedBy party: PartyID, until day: Day) -> [MeetingRecord] {
        heldMeetings.filter { $0.act.from.first <= day && $0.attendance?.present.contains(party) == true }
            .reversed()
    }

    /// A party's share of the scale on a day; `nil` where the edition has no scale, it isn't recorded for that
    /// day, or the party isn't in it.
    public func scaleShare(of party: PartyID, on day: Day) -> ScaleShare? {
        guard let edition = edition(on: day)?.edition, edition.rule(.F1) != nil, let scale = edition.scale,
            scale.from.map({ $0.first <= day }) ?? true,
            let weight = scale.weights.first(where: { $0.party == party })?.weight
        else { return nil }
        return ScaleShare(weight: weight, total: scale.weights.reduce(0) { $0 + $1.weight })
    }

    /// Why a share is what it is: the scale's clause and the edition.
    public func scaleBasis(on day: Day) -> [Basis] {
        guard let edition = edition(on: day), let rule = edition.edition.rule(.F1) else {
            return [editionBasis(on: day)]
        }
        return [
            rule.basis(
                entries: edition.entries,
                reason: Localized(
                    es: "La parte es el peso del país entre la suma de los pesos de la escala.",
                    en: "The share is the country's weight over the sum of the scale's weights.")),
            editionBasis(on: day),
        ] + [correctionBasis(["editions"])].compactMap { $0 }
    }

    /// Parties whose code or name is nearest to what was typed.
    public func parties(near typed: String, limit: Int = 3) -> [PartyID] {
        Nearest.find(
            typed,
            among: membership.order.compactMap { id in
                membership.parties[id].map { party in
                    (
                        id,
                        [id.text, party.name.es, party.name.en]
                            + [party.abbreviation?.es, party.abbreviation?.en].compactMap { $0 }
                    )
                }
            }, limit: limit)
    }
}
