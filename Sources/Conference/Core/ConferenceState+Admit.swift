import Charter

extension ConferenceState {
    /// Judges an act on this state. Returns if it may be registered.
    ///
    /// The order is fixed, and tested: the register is open; the actor may (rules.md, Who registers what); the
    /// day is possible; history has its source; the chapter's own rules, contradiction before procedure.
    /// - Parameters:
    ///   - proposal: what is proposed.
    ///   - actor: by whom.
    ///   - instant: now.
    ///   - history: the acts registered so far, in order; asked for only by a correction.
    /// - Throws: ``Refusal``, with clause and remedy.
    public func admit(
        _ proposal: Proposal, by actor: ActingParty, at instant: Instant,
        history: () -> [RegisteredAct] = { [] }
    ) throws(Refusal) {
        let admission = Admission(state: self, proposal: proposal, actor: actor, instant: instant)
        try checkOpening(proposal)
        try checkAuthority(admission)
        try checkDay(admission)
        try checkSource(admission)
        if let under = proposal.under {
            guard let decision = decision(under) else {
                throw .unknown("decision", under.text, code: "departure.decision-unknown", field: "under")
            }
            guard isViceMinisterial(decision), !decision.departs.isEmpty else {
                throw Refusal(
                    "departure.nothing-departed", field: "under",
                    message: Localized(
                        es: "La decisión \(under) no se aparta de ninguna cláusula o no es viceministerial.",
                        en: "Decision \(under) departs from no clause or isn't the vice-ministers'."),
                    remedy: Localized(
                        es: "Cite una decisión viceministerial que nombre la cláusula, o quite “under”.",
                        en: "Cite a vice-ministerial decision that names the clause, or remove “under”."))
            }
        }
        if case .registry(.corrected(let correction)) = proposal.act {
            try admitCorrection(correction, admission, history: history)
        } else {
            try proposal.act.body.admit(admission)
        }
    }

    private func checkOpening(_ proposal: Proposal) throws(Refusal) {
        let opens = if case .registry(.opened) = proposal.act { true } else { false }
        if sequence == 0 && !opens {
            throw Refusal(
                "registry.not-open",
                message: Localized(
                    es: "El registro no se ha abierto.", en: "The register hasn't been opened."),
                remedy: Localized(es: "Ábralo con “puebla init”.", en: "Open it with “puebla init”."))
        }
        if sequence > 0 && opens {
            throw Refusal(
                "registry.open-already",
                message: Localized(es: "El registro ya está abierto.", en: "The register is open already."),
                remedy: Localized(es: "No hace falta nada.", en: "Nothing is needed."), entries: [1])
        }
    }

    private func checkAuthority(_ admission: Admission) throws(Refusal) {
        let body = admission.proposal.act.body
        let registrants = type(of: body).registrants
        let actor = admission.actor
        let line = registrants.line
        func refuse(_ message: Localized) -> Refusal {
            Refusal(
                "authority.not-registrant", message: message + Localized(same: " ") + line,
                remedy: Localized(
                    es: "Pídalo a quien puede registrarlo.", en: "Ask whoever may register it."))
        }
        // What founds the register comes from the installation alone, history among it.
        if actor.capacity == .installation {
            if registrants.capacities.contains(.installation) || admission.isHistory { return }
            throw refuse(
                Localized(
                    es: "La instalación no registra este acto después de la apertura.",
                    en: "The installation doesn't register this act after the opening."))
        }
        if let party = actor.party {
            let today = day(at: admission.instant)
            let stands =
                actor.capacity == .member
                ? isMember(party, on: today) : isObserver(party, on: today)
            guard stands else {
                throw refuse(
                    Localized(
                        es: "\(party) no actúa aquí en esa calidad.",
                        en: "\(party) doesn't act here in that capacity."))
            }
        }
        if registrants.capacities.contains(actor.capacity) {
            if registrants.forItself, body.registeredFor != actor.party {
                throw refuse(
                    Localized(es: "Este acto es de otra parte.", en: "This act is another party's."))
            }
            return
        }
        if registrants.byInstruction, actor.capacity == .secretariat {
            if let instruction = admission.proposal.instruction, !instruction.isEmpty { return }
            throw Refusal(
                "authority.instruction-missing", field: "instruction",
                message: Localized(
                    es: "La secretaría registra este acto solo por instrucción de la presidencia.",
                    en: "The secretariat registers this act only on the presidency's instruction."),
                remedy: Localized(
                    es: "Nombre la instrucción en “instruction”.",
                    en: "Name the instruction in “instruction”."))
        }
        throw refuse(
            Localized(es: "“\(actor)” no registra este acto.", en: "“\(actor)” doesn't register this act."))
    }

    private func checkDay(_ admission: Admission) throws(Refusal) {
        // An edition may be put in force ahead; everything else reports what has happened.
        switch admission.proposal.act {
        case .editions(.inForce), .registry(.opened): return
        default: break
        }
        let today = day(at: admission.instant)
        if admission.proposal.on.first > today {
            throw Refusal(
                "day.future", field: "on",
                message: Localized(
                    es: "El acto lleva fecha \(admission.proposal.on), posterior a hoy (\(today)).",
                    en: "The act is dated \(admission.proposal.on), after today (\(today))."),
                remedy: Localized(
                    es: "Regístrelo cuando haya ocurrido.", en: "Register it when it has happened."))
        }
    }

    private func checkSource(_ admission: Admission) throws(Refusal) {
        guard admission.isHistory else { return }
        let source = admission.proposal.source
        if source?.document == nil && (source?.address ?? "").isEmpty {
            throw Refusal(
                "history.source-missing", field: "source",
                message: Localized(
                    es: "Un acto anterior a la apertura del registro necesita su fuente.",
                    en: "An act dated before the register was opened needs its source."),
                remedy: Localized(
                    es: "Indique en “source” el documento o la dirección que lo dice.",
                    en: "Give in “source” the document or the address that says it."))
        }
    }
}
