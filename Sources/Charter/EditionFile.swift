import Foundation

extension Edition {
    /// The largest file that is read, in bytes.
    public static let sizeLimit = 2_000_000

    /// Reads an edition's file (UTF-8 JSON, format 1).
    ///
    /// Refuses, with the place: a rule that the product doesn't know, one that is missing or stated twice, a
    /// missing, unknown or unfit parameter, a clause that is cited but has no text, an unknown zone.
    /// - Parameter registered: true for a file that stands in a register already. It can't state rules that
    ///   were coded after it was filed: those are off in it, where a file being filed must say so itself.
    public static func read(_ bytes: [UInt8], registered: Bool = false) throws(FileProblem) -> Edition {
        guard bytes.count <= sizeLimit else {
            throw FileProblem(
                "/", es: "El archivo pasa de \(sizeLimit) bytes; redúzcalo.",
                en: "The file is larger than \(sizeLimit) bytes; shorten it.")
        }
        let file: EditionFile
        do { file = try JSONDecoder().decode(EditionFile.self, from: Data(bytes)) } catch {
            throw FileProblem(decoding: error)
        }
        return try file.edition(registered: registered)
    }
}

/// The shape of an edition's file.
private struct EditionFile: Decodable {
    struct StatedInterpretation: Decodable {
        let es: String
        let en: String
        let reason: Localized
    }
    struct StatedRule: Decodable {
        let id: String
        let state: Rule.Standing
        let clauses: [ClauseID]
        let parameters: [String: ParameterValue]
        let interpretation: StatedInterpretation?
    }
    struct StatedShare: Decodable {
        let party: PartyID
        let weight: String
    }
    struct StatedEqualShare: Decodable {
        let weight: String
        let parties: [PartyID]
    }
    struct StatedScale: Decodable {
        let from: PartialDay?
        let order: [PartyID]
        let shares: [StatedShare]
        let equally: StatedEqualShare?
    }

    let format: Int
    let id: EditionID
    let title: Localized
    let shortTitle: Localized?
    let authentic: Localized
    let seat: PartyID?
    let zone: String
    let currency: String
    let assumptions: [Localized]?
    let presidencyTerm: PresidencyTerm
    let scale: StatedScale?
    let criteria: CriteriaSet
    let workingDays: WorkingWeek
    let rules: [StatedRule]
    let clauses: [Clause]
    let discrepancies: [Localized]?

    func edition(registered: Bool) throws(FileProblem) -> Edition {
        guard format == 1 else {
            throw FileProblem(
                "format", es: "Se lee el formato 1; este es \(format).",
                en: "Format 1 is read; this is \(format).")
        }
        guard let zone = Zone(zone) else {
            throw FileProblem(
                "zone",
                es: "“\(zone)” no es una zona horaria de la base IANA; use una como America/Costa_Rica.",
                en: "“\(zone)” isn't a time zone of the IANA database; use one such as America/Costa_Rica.")
        }
        guard currency.utf8.count == 3, currency.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw FileProblem(
                "currency", es: "“\(currency)” no es un código de moneda; use uno como USD.",
                en: "“\(currency)” isn't a currency code; use one such as USD.")
        }
        guard workingDays.weekend.allSatisfy((1...7).contains), Set(workingDays.weekend).count < 7 else {
            throw FileProblem(
                "workingDays.weekend", es: "Los días van de 1 a 7 y alguno debe ser hábil; corríjalo.",
                en: "Weekdays are 1 to 7 and at least one must be a working day; correct it.")
        }
        guard (1...100).contains(presidencyTerm.years), presidencyTerm.days(startingIn: 2001) != nil else {
            throw FileProblem(
                "presidencyTerm", es: "El período no empieza en un día que exista; corríjalo.",
                en: "The term doesn't begin on a day that exists; correct it.")
        }
        var known: Set<ClauseID> = []
        for (index, clause) in clauses.enumerated() where !known.insert(clause.id).inserted {
            throw FileProblem(
                "clauses[\(index)]", es: "La cláusula \(clause.id) está dos veces; deje una.",
                en: "Clause \(clause.id) stands twice; keep one.")
        }
        return Edition(
            id: id, title: title, shortTitle: shortTitle, authentic: authentic, seat: seat, zone: zone,
            currency: currency,
            assumptions: assumptions ?? [], presidencyTerm: presidencyTerm, scale: try readScale(),
            criteria: try checkedCriteria(known), workingWeek: workingDays,
            rules: try readRules(known, registered: registered),
            clauses: clauses, discrepancies: discrepancies ?? [])
    }

    private func readRules(
        _ known: Set<ClauseID>, registered: Bool
    ) throws(FileProblem) -> [RuleID: Rule] {
        var read: [RuleID: Rule] = [:]
        for (index, stated) in rules.enumerated() {
            let place = "rules[\(index)]"
            guard let id = RuleID(rawValue: stated.id) else {
                throw FileProblem(
                    "\(place).id", es: "La regla “\(stated.id)” no se conoce; quítela o use una de la lista.",
                    en: "Rule “\(stated.id)” isn't known; remove it or use one of the list.")
            }
            guard read[id] == nil else {
                throw FileProblem(
                    "\(place).id", es: "La regla \(stated.id) está dos veces; deje una.",
                    en: "Rule \(stated.id) is stated twice; keep one.")
            }
            if stated.state != .off {
                try check(stated, id, place, known)
            }
            read[id] = Rule(
                id: id, standing: stated.state, clauses: stated.clauses,
                interpretation: stated.interpretation.map { Localized(es: $0.es, en: $0.en) },
                interpretationReason: stated.interpretation?.reason, parameters: stated.parameters)
        }
        for id in RuleID.allCases where read[id] == nil {
            if registered {
                read[id] = .off(id)
                continue
            }
            throw FileProblem(
                "rules",
                es:
                    "Falta la regla \(id.rawValue); diga si es propia (own), se mantiene (kept) o no rige (off).",
                en: "Rule \(id.rawValue) is missing; say whether it is own, kept or off.")
        }
        return read
    }

    private func check(
        _ stated: StatedRule, _ id: RuleID, _ place: String, _ known: Set<ClauseID>
    ) throws(FileProblem) {
        guard !stated.clauses.isEmpty else {
            throw FileProblem(
                "\(place).clauses", es: "Una regla que rige cita al menos una cláusula; añádala.",
                en: "A rule in force cites at least one clause; add it.")
        }
        for clause in stated.clauses where !known.contains(clause) {
            throw FileProblem(
                "\(place).clauses", es: "La cláusula \(clause) no tiene texto en este archivo; añádalo.",
                en: "Clause \(clause) has no text in this file; add it.")
        }
        for parameter in id.parameters {
            guard let value = stated.parameters[parameter.name] else {
                if parameter.optional { continue }
                throw FileProblem(
                    "\(place).parameters.\(parameter.name)",
                    es: "Falta este parámetro de la regla \(id.rawValue); añádalo.",
                    en: "This parameter of rule \(id.rawValue) is missing; add it.")
            }
            guard parameter.accepts(value) else {
                throw FileProblem(
                    "\(place).parameters.\(parameter.name)",
                    es: "El valor no sirve para la regla \(id.rawValue); corríjalo.",
                    en: "The value doesn't fit rule \(id.rawValue); correct it.")
            }
        }
        for name in stated.parameters.keys.sorted() where !id.parameters.contains(where: { $0.name == name })
        {
            throw FileProblem(
                "\(place).parameters.\(name)",
                es: "La regla \(id.rawValue) no tiene este parámetro; quítelo.",
                en: "Rule \(id.rawValue) has no such parameter; remove it.")
        }
    }

    private func checkedCriteria(_ known: Set<ClauseID>) throws(FileProblem) -> CriteriaSet {
        for (kind, list) in [
            ("member", criteria.member), ("observerCountry", criteria.observerCountry),
            ("observerOrganization", criteria.observerOrganization),
        ] {
            for (index, criterion) in list.enumerated() where !known.contains(criterion.clause) {
                throw FileProblem(
                    "criteria.\(kind)[\(index)].clause",
                    es: "La cláusula \(criterion.clause) no tiene texto en este archivo; añádalo.",
                    en: "Clause \(criterion.clause) has no text in this file; add it.")
            }
        }
        return criteria
    }

    /// Weights become whole numbers: the decimals are lifted, and a share that several carry equally is
    /// kept exact by multiplying all others by their number.
    private func readScale() throws(FileProblem) -> Scale? {
        guard let scale else { return nil }
        let places = 6
        let among = Int64(scale.equally?.parties.count ?? 1)
        var weights: [PartyID: Int64] = [:]
        var stated: [String: String] = [:]
        func weight(_ text: String, _ place: String) throws(FileProblem) -> Int64 {
            guard let value = Decimal64(text)?.scaled(to: places), value <= 1_000_000_000_000_000 / 1000
            else {
                throw FileProblem(
                    place, es: "“\(text)” no es un peso; escriba un número decimal como 12.5.",
                    en: "“\(text)” isn't a weight; write a decimal number such as 12.5.")
            }
            return value
        }
        for (index, share) in scale.shares.enumerated() {
            guard weights[share.party] == nil else {
                throw FileProblem(
                    "scale.shares[\(index)].party",
                    es: "\(share.party) está dos veces en la escala; deje una.",
                    en: "\(share.party) stands twice in the scale; keep one.")
            }
            weights[share.party] = try weight(share.weight, "scale.shares[\(index)].weight") * max(1, among)
            stated[share.party.text] = share.weight
        }
        if let equally = scale.equally {
            let each = try weight(equally.weight, "scale.equally.weight")
            for (index, party) in equally.parties.enumerated() {
                guard weights[party] == nil else {
                    throw FileProblem(
                        "scale.equally.parties[\(index)]",
                        es: "\(party) está dos veces en la escala; deje una.",
                        en: "\(party) stands twice in the scale; keep one.")
                }
                weights[party] = each
                stated[party.text] = equally.weight
            }
        }
        guard scale.order.count == Set(scale.order).count, Set(scale.order) == Set(weights.keys),
            !weights.isEmpty,
            weights.values.contains(where: { $0 > 0 })
        else {
            throw FileProblem(
                "scale.order", es: "El orden debe nombrar una vez a cada parte de la escala; corríjalo.",
                en: "The order must name each party of the scale once; correct it.")
        }
        return Scale(from: scale.from, weights: scale.order.map { ($0, weights[$0] ?? 0) }, stated: stated)
    }
}
