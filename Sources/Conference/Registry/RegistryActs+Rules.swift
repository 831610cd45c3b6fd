// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Opened: ActBody {
    public static let kind = "registry.opened"
    public static let registrants = Registrants.installation
    public static let title = Localized(es: "Registro abierto", en: "Register opened")
    public static let example = Opened(
        conference: "crm",
        name: Localized(es: "Conferencia Regional sobre Migración", en: "Regional Conference on Migration"),
        subtitle: Localized(es: "Proceso Puebla", en: "Puebla Process"),
        abbreviation: Localized(es: "CRM", en: "RCM"),
        invented: false)
    public static let refusals = ["registry.open-already", "registry.conference-id"]

    public var act: Act { .registry(.opened(self)) }
    public var topics: [String] { ["register"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "Se abre el registro de \(name.es)", en: "The register of \(name.en) is opened")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.require(
            (1...16).contains(conference.utf8.count)
                && conference.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) },
            Refusal(
                "registry.conference-id", field: "conference",
                message: Localized(
                    es: "“\(conference.prefix(40))” no sirve como identificador.",
                    en: "“\(conference.prefix(40))” can't be an id."),
                remedy: Localized(
                    es: "Use de 1 a 16 letras minúsculas o cifras.",
                    en: "Use 1 to 16 lower-case letters or digits.")))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.registry.opened = .init(act: self, day: fact.on.first, entry: fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension MatterComplete: ActBody {
    public static let kind = "registry.completeFrom"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(
        es: "Materia completa desde un día", en: "Matter complete from a day on")
    public static let example = MatterComplete(matter: .contributions, from: Day(2026, 1, 1) ?? .distantPast)
    public static let refusals = ["registry.complete-already", "registry.complete-future"]

    public var act: Act { .registry(.completeFrom(self)) }
    public var topics: [String] { ["matter/\(matter.rawValue)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(
            es: "El registro está completo en \(matter.name.es) desde el \(from)",
            en: "The register is complete in \(matter.name.en) from \(from)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        let periods = admission.state.registry.complete[matter] ?? []
        if let open = periods.first(where: { ($0.until ?? .distantFuture) >= from }) {
            throw Refusal(
                "registry.complete-already", field: "from",
                message: Localized(
                    es: "La materia ya consta como completa desde el \(open.from).",
                    en: "The matter stands as complete from \(open.from) already."),
                remedy: Localized(
                    es: "Termine antes ese período, o corrija su acto.",
                    en: "End that period first, or correct its act."), entries: open.entries)
        }
        try admission.require(
            from <= admission.state.day(at: admission.instant),
            Refusal(
                "registry.complete-future", field: "from",
                message: Localized(
                    es: "El primer día está en el futuro.", en: "The first day lies in the future."),
                remedy: Localized(es: "Declárelo cuando llegue.", en: "Declare it when it comes.")))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.registry.complete[matter, default: []].append(
            .init(from: from, until: nil, entries: [fact.sequence]))
        state.registry.complete[matter]?.sort { $0.from < $1.from }
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension MatterIncomplete: ActBody {
    public static let kind = "registry.completeUntil"
    public static let registrants = Registrants.secretariat
    public static let title = Localized(
        es: "Materia completa hasta un día", en: "Matter complete until a day")
    public static let example = MatterIncomplete(matter: .attendance, until: Day(2027, 6, 30) ?? .distantPast)
    public static let refusals = ["registry.not-complete"]

    public var act: Act { .registry(.completeUntil(self)) }
    public var topics: [String] { ["matter/\(matter.rawValue)"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(
            es: "El registro deja de estar completo en \(matter.name.es) después del \(until)",
            en: "The register is no longer complete in \(matter.name.en) after \(until)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        let open = admission.state.registry.complete[matter]?.first { $0.until == nil && $0.from <= until }
        try admission.require(
            open != nil,
            Refusal(
                "registry.not-complete", field: "until",
                message: Localized(
                    es: "Ningún período abierto de esta materia empieza antes de ese día.",
                    en: "No open period of this matter begins before that day."),
                remedy: Localized(es: "Corrija el día.", en: "Correct the day.")))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        guard
            let index = state.registry.complete[matter]?.firstIndex(where: {
                $0.until == nil && $0.from <= until
            })
        else { return }
        state.registry.complete[matter]?[index].until = until
        state.registry.complete[matter]?[index].entries.append(fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension DeclaredOfficial: ActBody {
    public static let kind = "registry.declaredOfficial"
    public static let registrants = Registrants.installation
    public static let title = Localized(es: "Declarado oficial", en: "Declared official")
    public static let example = DeclaredOfficial(
        statement: Localized(
            es: "Publicación de la Secretaría Ejecutiva.", en: "A publication of the Executive Secretariat."))
    public static let refusals = ["registry.official-already"]

    public var act: Act { .registry(.declaredOfficial(self)) }
    public var topics: [String] { ["official"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "La instalación se declara oficial", en: "The installation is declared official")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.require(
            admission.state.registry.official == nil,
            .duplicate(
                "registry.official-already", field: "statement", "registry.declaredOfficial",
                entries: admission.state.registry.official.map { [$0.entry] } ?? []))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.registry.official = (statement, fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension KeyRecorded: ActBody {
    public static let kind = "registry.keyRecorded"
    public static let registrants = Registrants.installation
    public static let title = Localized(es: "Clave pública registrada", en: "Public key recorded")
    public static let example = KeyRecorded(
        name: "puebla/crm", key: "puebla/crm+1b2c3d4e+AeMTMc0mCTSdnPZTlDZFpLvKZNmgf4kGEbEd8fZlmiVe")
    public static let refusals = ["registry.key-empty"]

    public var act: Act { .registry(.keyRecorded(self)) }
    public var topics: [String] { ["keys"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "Se registra la clave pública \(name)", en: "The public key \(name) is recorded")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.require(
            !name.isEmpty && (1...300).contains(key.utf8.count), .empty("registry.key-empty", field: "key"))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.registry.keys.append(.init(name: name, key: key, entry: fact.sequence))
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension Corrected: ActBody {
    public static let kind = "registry.corrected"
    public static let registrants = Registrants.corrections
    public static let title = Localized(es: "Acto corregido", en: "Act corrected")
    public static let example = Corrected(
        corrects: 61, reason: Localized(es: "El tema llevaba una errata.", en: "The theme had a misprint."),
        replacement: Replacement(
            on: PartialDay("2013") ?? PartialDay(.distantPast),
            source: Source(document: "informe-20", section: "II"),
            act: ThemeSet.example.act))
    public static let refusals = [
        "registry.correction-unknown", "registry.correction-of-correction", "registry.opening-stays",
        "authority.not-registrant", "registry.correction-breaks",
    ]

    public var act: Act { .registry(.corrected(self)) }
    public var topics: [String] { ["act/\(corrects)"] }

    public func line(_ state: ConferenceState) -> Localized {
        replacement == nil
            ? Localized(es: "Se retira el acto n.º \(corrects)", en: "Act no. \(corrects) is withdrawn")
            : Localized(es: "Se corrige el acto n.º \(corrects)", en: "Act no. \(corrects) is corrected")
    }

    /// Only what can be judged without the acts themselves; the rest is in `ConferenceState+Correct.swift`.
    public func admit(_ admission: Admission) throws(Refusal) {
        try admission.require(
            (1...max(1, admission.state.sequence)).contains(corrects),
            .unknown("act", String(corrects), code: "registry.correction-unknown", field: "corrects"))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {}
}

extension Matter {
    /// How the matter is called.
    public var name: Localized {
        switch self {
        case .attendance: Localized(es: "asistencia", en: "attendance")
        case .contributions: Localized(es: "contribuciones", en: "contributions")
        }
    }
}
