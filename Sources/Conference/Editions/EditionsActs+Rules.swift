// What kind, registrants, title, example and the other parts of an act are is said at `ActBody`.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

import Charter

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension EditionInForce: ActBody {
    public static let kind = "editions.inForce"
    public static let registrants = Registrants.installation
    public static let title = Localized(es: "Edición en vigor", en: "Edition in force")
    public static let example = EditionInForce(
        edition: "charter-2020", file: String(repeating: "0", count: 64), assumed: true,
        note: Localized(
            es: "El texto no dice el día de su adopción.", en: "The text doesn't give its day of adoption."))
    public static let refusals = [
        "editions.file-missing", "editions.id-differs", "editions.in-force-already",
    ]

    public var act: Act { .editions(.inForce(self)) }
    public var topics: [String] { ["editions"] }

    public func line(_ state: ConferenceState) -> Localized {
        if case .edition(let edition)? = state.shelf.files[file] {
            return Localized(es: "Entra en vigor: \(edition.title.es)", en: "In force: \(edition.title.en)")
        }
        return Localized(es: "Entra en vigor la edición \(edition)", en: "Edition \(edition) in force")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        guard case .edition(let read)? = admission.state.shelf.files[file] else {
            throw .fileMissing("editions.file-missing", file)
        }
        try admission.require(
            read.id == edition,
            Refusal(
                "editions.id-differs", field: "edition",
                message: Localized(
                    es: "El archivo es de la edición “\(read.id)”, no de “\(edition)”.",
                    en: "The file is of edition “\(read.id)”, not “\(edition)”."),
                remedy: Localized(es: "Corrija el código o el archivo.", en: "Correct the code or the file."))
        )
        let same = admission.state.editions.inForce.first { $0.from.first == admission.day }
        try admission.require(
            same == nil,
            .duplicate(
                "editions.in-force-already", field: "on", admission.proposal.on.description,
                entries: same?.entries ?? []))
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        guard case .edition(let read)? = state.shelf.files[file] else { return }
        state.editions.inForce.append(
            .init(
                from: fact.on, id: edition, file: file, assumed: assumed ?? false, note: note, edition: read,
                entries: [fact.sequence]))
        state.editions.inForce.sort { $0.from.first < $1.from.first }
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension HolidaysFiled: ActBody {
    public static let kind = "editions.holidays"
    public static let registrants = Registrants.installation
    public static let title = Localized(es: "Calendario de feriados", en: "Calendar of holidays")
    public static let example = HolidaysFiled(file: String(repeating: "0", count: 64))
    public static let refusals = ["editions.file-missing"]

    public var act: Act { .editions(.holidays(self)) }
    public var topics: [String] { ["holidays"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(es: "Se archiva el calendario de feriados", en: "The calendar of public holidays is filed")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        guard case .holidays? = admission.state.shelf.files[file] else {
            throw .fileMissing("editions.file-missing", file)
        }
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.editions.holidays = (file, fact.sequence)
    }
}

// What each member means is said by the protocol.
// swift-format-ignore: AllPublicDeclarationsHaveDocumentation
extension ReadingRegistered: ActBody {
    public static let kind = "editions.reading"
    public static let registrants = Registrants.decisionEffect
    public static let title = Localized(es: "Lectura de una regla", en: "Reading of a rule")
    public static let example = ReadingRegistered(
        edition: "charter-2020", rule: .F3, parameter: "counting", value: .text("dueDatesPassed"),
        reason: Localized(es: "Así lo entiende la Conferencia.", en: "So the conference understands it."),
        decision: "CRM/VM/2027/D.2")
    public static let refusals = [
        "editions.edition-unknown", "editions.reading-unfit", "editions.decision-unknown",
        "editions.decision-missing",
    ]

    public var act: Act { .editions(.reading(self)) }
    public var topics: [String] { ["editions"] }

    public func line(_ state: ConferenceState) -> Localized {
        Localized(
            es: "La Conferencia lee la regla \(rule.rawValue) de otro modo: \(parameter)",
            en: "The conference reads rule \(rule.rawValue) otherwise: \(parameter)")
    }

    public func admit(_ admission: Admission) throws(Refusal) {
        guard let standing = admission.state.editions.inForce.first(where: { $0.id == edition }) else {
            throw .unknown("edition", edition.text, code: "editions.edition-unknown")
        }
        try admission.require(
            standing.edition.reading(rule, parameter, value) != nil,
            Refusal(
                "editions.reading-unfit", rule: rule, field: "value",
                message: Localized(
                    es:
                        "La regla \(rule.rawValue) no rige en esa edición, no tiene ese parámetro o no admite ese valor.",
                    en:
                        "Rule \(rule.rawValue) is off in that edition, has no such parameter or doesn't take that value."
                ),
                remedy: Localized(
                    es: "Vea los parámetros en docs/rules.md.", en: "See the parameters in docs/rules.md.")))
        try admission.requireDecision(
            decision, rule: admission.state.edition(on: admission.day)?.edition.rule(rule), code: "editions")
    }

    public func apply(to state: inout ConferenceState, _ fact: Fact) {
        state.editions.readings.append(.init(from: fact.on.first, act: self, entry: fact.sequence))
        state.editions.readings.sort { $0.from < $1.from }
    }
}

extension Refusal {
    static func fileMissing(_ code: String, _ file: String) -> Refusal {
        Refusal(
            code, field: "file",
            message: Localized(
                es:
                    "El almacén del registro no tiene un archivo legible con ese SHA-256 (\(file.prefix(12))…).",
                en: "The register's store has no readable file with that SHA-256 (\(file.prefix(12))…)."),
            remedy: Localized(
                es: "Indique la ruta del archivo al registrar el acto.",
                en: "Give the file's path when you register the act."))
    }
}
