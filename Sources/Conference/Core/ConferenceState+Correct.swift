import Charter
import HashTreeCollections

/// Corrections (rules.md, Correction): from the correction's own sequence on the state is as if the new act
/// stood in the old place; before it, as it was.
extension ConferenceState {
    /// What stands in each place once every correction among `acts` is in force.
    ///
    /// Later corrections of the same act win; a correction that was itself withdrawn has no effect.
    static func effective(_ acts: [RegisteredAct]) -> [EffectiveAct] {
        var withdrawn: Set<Int> = []
        var standing: [Int: (by: Int, content: Replacement?)] = [:]
        for act in acts.reversed() {
            guard case .registry(.corrected(let correction)) = act.proposal.act,
                !withdrawn.contains(act.sequence)
            else { continue }
            if standing[correction.corrects] == nil {
                standing[correction.corrects] = (act.sequence, correction.replacement)
                withdrawn.insert(correction.corrects)
            }
        }
        return acts.map { act in
            guard let correction = standing[act.sequence] else {
                return EffectiveAct(
                    registered: act, standing: act.isCorrection ? nil : act.proposal, fact: Fact(act),
                    correctedBy: 0)
            }
            let content = act.isCorrection ? nil : correction.content
            return EffectiveAct(
                registered: act,
                standing: content.map {
                    Proposal(
                        id: act.proposal.id, on: $0.on, source: $0.source ?? act.proposal.source,
                        under: $0.under, instruction: $0.instruction ?? act.proposal.instruction, act: $0.act)
                },
                fact: Fact(
                    sequence: correction.by, on: content?.on ?? act.proposal.on, under: content?.under,
                    actor: act.actor),
                correctedBy: correction.by)
        }
    }

    /// The corrections of each act that isn't one, in order, those of its corrections included, with
    /// everything that ever stood in its place: whichever of them is in force now, each changed what the
    /// register said about these subjects.
    private static func chains(_ acts: [RegisteredAct]) -> [Int: (corrections: [Int], topics: Set<String>)] {
        var roots: [Int: Int] = [:]
        var chains: [Int: (corrections: [Int], topics: Set<String>)] = [:]
        for act in acts {
            guard case .registry(.corrected(let correction)) = act.proposal.act else { continue }
            let root = roots[correction.corrects] ?? correction.corrects
            roots[act.sequence] = root
            chains[root, default: ([], [])].corrections.append(act.sequence)
            if let topics = correction.replacement?.act.body.topics {
                chains[root]?.topics.formUnion(topics)
            }
        }
        for act in acts {
            if chains[act.sequence] != nil {
                chains[act.sequence]?.topics.formUnion(act.proposal.act.body.topics)
            }
        }
        return chains
    }

    /// Takes all acts, corrections folded in.
    mutating func fold(_ acts: [RegisteredAct]) {
        let chains = ConferenceState.chains(acts)
        for effective in ConferenceState.effective(acts) {
            take(effective)
            guard let chain = chains[effective.registered.sequence] else { continue }
            for topic in chain.topics {
                corrections[topic, default: []].append(contentsOf: chain.corrections)
            }
        }
    }

    private mutating func take(_ effective: EffectiveAct) {
        let act = effective.registered
        if case .registry(.corrected(let correction)) = act.proposal.act {
            appendLine(act, corrects: correction.corrects, access: access(of: correction))
        } else {
            appendLine(act)
        }
        if effective.correctedBy > 0 {
            lines[act.sequence - 1].correctedBy = Int32(effective.correctedBy)
        }
        if let standing = effective.standing { take(standing.act, effective.fact) }
    }

    /// A correction is as closed as the more closed of the two acts.
    func access(of correction: Corrected) -> AccessClass {
        let old =
            lines.indices.contains(correction.corrects - 1) ? lines[correction.corrects - 1].access : .public
        return max(old, correction.replacement?.act.body.access ?? .public)
    }

    func admitCorrection(
        _ correction: Corrected, _ admission: Admission, history: () -> [RegisteredAct]
    ) throws(Refusal) {
        try correction.admit(admission)
        let acts = history()
        guard let old = acts.first(where: { $0.sequence == correction.corrects }) else {
            throw .unknown(
                "act", String(correction.corrects), code: "registry.correction-unknown", field: "corrects")
        }
        // A correction of a correction reopens the place that it corrects.
        var root = old
        while case .registry(.corrected(let earlier)) = root.proposal.act,
            acts.indices.contains(earlier.corrects - 1)
        {
            root = acts[earlier.corrects - 1]
        }
        try checkMayCorrect(old, root, correction, admission)
        // The whole is judged again with the new act in the old place.
        let proposed = RegisteredAct(
            sequence: sequence + 1, recordedAt: admission.instant, actor: admission.actor,
            proposal: admission.proposal)
        var state = ConferenceState(shelf: shelf)
        var fallen: [(sequence: Int, refusal: Refusal)] = []
        for effective in ConferenceState.effective(acts + [proposed]) {
            if let standing = effective.standing, effective.registered.sequence >= root.sequence {
                let act = effective.registered
                do {
                    try state.admit(standing, by: act.actor, at: act.recordedAt)
                } catch {
                    if act.sequence == correction.corrects { throw error }
                    fallen.append((act.sequence, error))
                }
            }
            state.take(effective)
        }
        if !fallen.isEmpty {
            let list = fallen.prefix(20).map { String($0.sequence) }.joined(separator: ", ")
            throw Refusal(
                "registry.correction-breaks", field: "corrects",
                message: Localized(
                    es:
                        "Con esta corrección ya no podrían estar los actos \(list): \(fallen[0].refusal.message.es)",
                    en:
                        "With this correction acts \(list) could no longer stand: \(fallen[0].refusal.message.en)"
                ),
                remedy: Localized(es: "Corríjalos antes.", en: "Correct those first."),
                entries: fallen.map(\.sequence))
        }
    }

    private func checkMayCorrect(
        _ old: RegisteredAct, _ root: RegisteredAct, _ correction: Corrected, _ admission: Admission
    ) throws(Refusal) {
        if old.isCorrection && correction.replacement != nil {
            throw Refusal(
                "registry.correction-of-correction", field: "replacement",
                message: Localized(
                    es: "El acto \(old.sequence) es una corrección; solo puede retirarse.",
                    en: "Act \(old.sequence) is a correction; it can only be withdrawn."),
                remedy: Localized(
                    es: "Retírela sin sustituto, o corrija el acto que corrige.",
                    en: "Withdraw it without a replacement, or correct the act that it corrects."),
                entries: [old.sequence])
        }
        if case .registry(.opened) = old.proposal.act, correction.replacement == nil {
            throw Refusal(
                "registry.opening-stays", field: "corrects",
                message: Localized(
                    es: "La apertura no puede retirarse.", en: "The opening can't be withdrawn."),
                remedy: Localized(es: "Corríjala con otra apertura.", en: "Correct it by another opening."),
                entries: [1])
        }
        var bodies: [any ActBody] = [root.proposal.act.body]
        if case .registry(.corrected(let withdrawn)) = old.proposal.act, let content = withdrawn.replacement {
            bodies.append(content.act.body)
        }
        if let content = correction.replacement { bodies.append(content.act.body) }
        for body in bodies {
            let registrants = body.registrants
            let actor = admission.actor
            // What the installation founded beyond its own kinds the secretariat keeps in order.
            let founded =
                root.actor == .installation
                && (actor.capacity == .installation
                    || (actor.capacity == .secretariat && body.registeredFor == nil
                        && !registrants.capacities.contains(.installation)
                        && body.access != .session))
            let may =
                registrants.capacities.contains(actor.capacity) || founded
                || (registrants.byInstruction && actor.capacity == .secretariat
                    && !(admission.proposal.instruction ?? "").isEmpty)
            guard may,
                !registrants.forItself || actor.capacity == .installation || body.registeredFor == actor.party
            else {
                throw Refusal(
                    "authority.not-registrant", field: "corrects",
                    message: Localized(
                        es: "“\(actor)” no puede corregir el acto \(old.sequence). \(registrants.line.es)",
                        en: "“\(actor)” may not correct act \(old.sequence). \(registrants.line.en)"),
                    remedy: Localized(
                        es: "Pídalo a quien puede registrarlo.", en: "Ask whoever may register it."),
                    entries: [old.sequence])
            }
        }
    }

    mutating func applyCorrection(
        _ correction: Corrected, _ registered: RegisteredAct, history: () -> [RegisteredAct]
    ) {
        var state = ConferenceState(shelf: shelf)
        state.fold(history() + [registered])
        self = state
    }
}

/// An act with what stands in its place now.
struct EffectiveAct {
    let registered: RegisteredAct
    /// What takes effect; `nil` for a withdrawn act and for corrections themselves.
    let standing: Proposal?
    let fact: Fact
    /// The correction in force, or 0.
    let correctedBy: Int
}
