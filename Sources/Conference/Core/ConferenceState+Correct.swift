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
        var subjects: [Int: Set<String>] = [:]
        for act in acts.reversed() {
            guard case .registry(.corrected(let correction)) = act.proposal.act else { continue }
            if let replacement = correction.replacement {
                subjects[correction.corrects, default: []].formUnion(replacement.act.body.topics)
            }
            if withdrawn.contains(act.sequence) { continue }
            if standing[correction.corrects] == nil {
                standing[correction.corrects] = (act.sequence, correction.replacement)
                withdrawn.insert(correction.corrects)
            }
        }
        return acts.map { act in
            guard let correction = standing[act.sequence] else {
                return EffectiveAct(
                    registered: act, content: act.isCorrection ? nil : act.proposal.act, fact: Fact(act),
                    source: act.proposal.source, instruction: act.proposal.instruction)
            }
            let content = correction.content
            // Whatever stood in this place at any time may have changed.
            let root = ConferenceState.root(of: act, in: acts)
            let touched = (subjects[root.sequence] ?? []).union(root.proposal.act.body.topics)
                .union(act.proposal.act.body.topics)
            return EffectiveAct(
                registered: act, content: act.isCorrection ? nil : content?.act,
                fact: Fact(
                    sequence: correction.by, on: content?.on ?? act.proposal.on, under: content?.under,
                    actor: act.actor),
                source: content?.source ?? act.proposal.source, instruction: content?.instruction,
                correctedBy: correction.by, subjects: touched)
        }
    }

    /// The act in whose place a chain of corrections stands; the act itself if it is none.
    private static func root(of act: RegisteredAct, in acts: [RegisteredAct]) -> RegisteredAct {
        var root = act
        // A correction names an earlier act, so this ends; sequences begin at 1 and leave none out.
        while case .registry(.corrected(let correction)) = root.proposal.act,
            correction.corrects < root.sequence, acts.indices.contains(correction.corrects - 1)
        {
            root = acts[correction.corrects - 1]
        }
        return root
    }

    /// Takes all acts, corrections folded in.
    mutating func fold(_ acts: [RegisteredAct]) {
        for effective in ConferenceState.effective(acts) { take(effective) }
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
            // Remembered under every subject that a correction touched.
            for subject in effective.subjects {
                corrections[subject, default: []].append(effective.correctedBy)
            }
        }
        if let content = effective.content { take(content, effective.fact) }
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
        let root = ConferenceState.root(of: old, in: acts)
        try checkMayCorrect(old, root, correction, admission)
        // The whole is judged again with the new act in the old place.
        let proposed = RegisteredAct(
            sequence: sequence + 1, recordedAt: admission.instant, actor: admission.actor,
            proposal: admission.proposal)
        var state = ConferenceState(shelf: shelf)
        var fallen: [(sequence: Int, refusal: Refusal)] = []
        for effective in ConferenceState.effective(acts + [proposed]) {
            if let content = effective.content, effective.registered.sequence >= root.sequence {
                let act = effective.registered
                let again = Proposal(
                    id: act.proposal.id, on: effective.fact.on,
                    source: effective.source, under: effective.fact.under,
                    instruction: effective.instruction, act: content)
                do {
                    try state.admit(again, by: act.actor, at: act.recordedAt)
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
        // Who withdraws a correction puts the act that it corrected back in its place.
        let acts = [root.proposal.act, correction.replacement?.act]
        for act in acts {
            guard let body = act?.body else { continue }
            let registrants = type(of: body).registrants
            let actor = admission.actor
            if case .deliberation(.decisionRecorded(let decision)) = body.act {
                try decision.checkSession(actor)
            }
            let may =
                registrants.capacities.contains(actor.capacity)
                || (registrants.byInstruction && actor.capacity == .secretariat
                    && !(admission.proposal.instruction ?? "").isEmpty)
                || (actor.capacity == .installation && root.actor == .installation)
                || (actor.capacity == .secretariat && root.actor == .installation
                    && body.registeredFor == nil)
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
    let content: Act?
    let fact: Fact
    /// Where what stands there is said.
    let source: Source?
    /// The presidency's instruction for what stands there.
    let instruction: String?
    /// The correction in force, or 0.
    var correctedBy = 0
    /// The subjects that the correction in force touched.
    var subjects: Set<String> = []
}
