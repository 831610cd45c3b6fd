import Charter
import HashTreeCollections

extension ConferenceState {
    /// Takes an admitted act into the state. Never fails and never asks the clock.
    ///
    /// - Parameters:
    ///   - registered: the act, the next in sequence.
    ///   - history: the acts before it, in order; asked for only by a correction.
    public mutating func apply(_ registered: RegisteredAct, history: () -> [RegisteredAct] = { [] }) {
        if case .registry(.corrected(let correction)) = registered.proposal.act {
            applyCorrection(correction, registered, history: history)
            return
        }
        appendLine(registered)
        take(registered.proposal.act, Fact(registered))
    }

    /// The state of a register, from its acts in order: the same as applying one after another, with each
    /// correction folded in at its place.
    public static func rebuilt(from acts: some Sequence<RegisteredAct>, shelf: FileShelf) -> ConferenceState {
        var state = ConferenceState(shelf: shelf)
        let all = Array(acts)
        guard all.contains(where: { $0.isCorrection }) else {
            for act in all { state.apply(act) }
            return state
        }
        state.fold(all)
        return state
    }

    mutating func take(_ act: Act, _ fact: Fact) {
        act.body.apply(to: &self, fact)
        // Act, decision and discrepancy are shown together from then on (rules.md, Departure).
        if let under = fact.under { deliberation.decisions[under]?.departures.append(fact.sequence) }
    }

    mutating func appendLine(_ registered: RegisteredAct, corrects: Int = 0, access: AccessClass? = nil) {
        let body = registered.proposal.act.body
        let access = access ?? body.access
        lines.append(
            RegisterLine(
                recordedAt: registered.recordedAt.microseconds, onNumber: registered.proposal.on.first.number,
                kindIndex: ActKind.index[type(of: body).kind] ?? 0,
                precision: registered.proposal.on.precision.rawValue,
                accessIndex: UInt8(AccessClass.allCases.firstIndex(of: access) ?? 0),
                actorIndex: registry.index(of: registered.actor), correctedBy: 0, corrects: Int32(corrects)))
        sequence = registered.sequence
        recordedAt = registered.recordedAt
    }
}

extension Fact {
    init(_ registered: RegisteredAct) {
        self.init(
            sequence: registered.sequence, on: registered.proposal.on, under: registered.proposal.under,
            actor: registered.actor)
    }
}

extension RegisteredAct {
    /// True if this act corrects another.
    public var isCorrection: Bool {
        if case .registry(.corrected) = proposal.act { true } else { false }
    }
}
