import Charter
import Conference
import HashTreeCollections

/// The organs of a day as a drawing: rows by what each is to the rules, lines by how they stand to each other.
struct OrgansDrawing {
    private let context: PageContext
    private let organs: [BodiesState.Organ]

    init(_ context: PageContext) {
        self.context = context
        organs = context.state.organs(on: context.day)
    }

    /// At most this many stand in a row.
    private static let widest = 4

    /// The drawing; `nil` where no organ is recorded for the day.
    var model: OrgansModel? {
        guard !organs.isEmpty else { return nil }
        let names = Written.list(organs.map { context.name($0.id) }, context.language)
        return OrgansModel(
            summary: context("Los órganos: \(names)", "The organs: \(names)"), organs: boxes,
            relations: relations)
    }

    /// The rows from top to bottom.
    private static let rows: [[OrganRole]] = [
        [.ministerial, .viceMinisterial], [.troika, .presidency, .secretariat],
        [.consultationGroup, .tripartite], [.workingGroup, .adHocGroup, .liaisonNetwork, .coalition],
        [.interregional, .membersMeeting],
    ]

    private var boxes: [OrgansModel.Organ] {
        var boxes: [OrgansModel.Organ] = []
        var level = 0
        for roles in OrgansDrawing.rows {
            // The presidency stands in the middle, below the organ that decides.
            let row = roles.flatMap { role in organs.filter { $0.role == role } }
            var start = 0
            while start < row.count {
                // Rows of about the same length, rather than a full one and a rest.
                let pieces = (row.count - start + OrgansDrawing.widest - 1) / OrgansDrawing.widest
                let length = (row.count - start + pieces - 1) / pieces
                boxes += row[start..<start + length].map { box($0, level) }
                start += length
                level += 1
            }
        }
        return boxes
    }

    private func box(_ organ: BodiesState.Organ, _ level: Int) -> OrgansModel.Organ {
        OrgansModel.Organ(
            id: organ.id.text, name: context.name(organ.id), detail: detail(organ),
            href: context.path(.organ(organ.id.text)), level: level,
            isChief: organ.role == .viceMinisterial)
    }

    private func detail(_ organ: BodiesState.Organ) -> String? {
        let troika = context.state.troika(on: context.day).value
        switch organ.role {
        case .presidency: return troika.current.map { context.name($0.party) }
        case .troika:
            let seats = [troika.outgoing, troika.current, troika.incoming].compactMap { $0?.party.text }
            return seats.isEmpty ? nil : seats.joined(separator: " · ")
        default: return organ.name(on: context.day).abbreviation.map { context($0) }
        }
    }

    private func first(_ role: OrganRole) -> BodiesState.Organ? { organs.first { $0.role == role } }

    /// The lines. Organs that stand to the same one in the same way share a sentence, said at the first.
    private var relations: [OrgansModel.Relation] {
        let ways = organs.compactMap { organ in way(organ).map { (organ: organ, way: $0) } }
        return ways.enumerated().map { index, own in
            let alike = ways.enumerated().filter { $0.element.way == own.way }
            let names = Written.list(
                alike.map { context.name($0.element.organ.id) }, context.language)
            return OrgansModel.Relation(
                from: own.organ.id.text, to: own.way.to.text,
                // Names stand without articles, which a pack's names would need in each language.
                sentence: alike.first?.offset == index
                    ? "\(names) → \(context.name(own.way.to)): \(own.way.words[context.language])" : "",
                isDashed: own.way.isDashed)
        }
    }

    private struct Way: Equatable {
        let to: OrganID
        let words: Phrase
        let isDashed: Bool
    }

    /// How an organ stands to another one; the words say no more than its role does.
    private func way(_ organ: BodiesState.Organ) -> Way? {
        let chief = first(.viceMinisterial)
        let group = first(.consultationGroup)
        func to(
            _ other: BodiesState.Organ?, _ es: String, _ en: String, isDashed: Bool = false
        ) -> Way? {
            guard let other, other.id != organ.id else { return nil }
            return Way(to: other.id, words: Phrase(es, en), isDashed: isDashed)
        }
        switch organ.role {
        case .viceMinisterial, .membersMeeting: return nil
        case .ministerial:
            return to(
                chief, "se reúne aparte, cuando se promueve.", "meets apart, when promoted.", isDashed: true)
        case .presidency:
            return to(
                chief, "coordina entre una reunión y la siguiente.",
                "coordinates between one meeting and the next.")
        case .troika:
            return to(
                first(.presidency), "reúne las presidencias saliente, actual y entrante.",
                "brings the outgoing, current and incoming presidencies together.")
        case .secretariat:
            return to(
                first(.presidency), "presta los servicios de secretaría.",
                "provides the secretariat's services.")
        case .consultationGroup:
            return to(
                chief, "prepara y recomienda lo que se decide.", "prepares and recommends what is decided.")
        case .workingGroup, .adHocGroup, .liaisonNetwork, .coalition:
            return to(
                group ?? chief, "cada cual trabaja en su tema y da cuenta.",
                "each works on its subject and reports.")
        case .tripartite:
            return to(
                first(.secretariat), "reúne además a: \(parts(organ)).", "joins besides: \(parts(organ)).",
                isDashed: true)
        case .interregional:
            return to(
                chief, "la Conferencia se reúne con otro proceso: \(others(organ)).",
                "the Conference meets with another process: \(others(organ)).", isDashed: true)
        }
    }

    /// The parties of another process that meet with this one.
    private func others(_ organ: BodiesState.Organ) -> String {
        let parties = (organ.act.parts ?? []).filter { context.state.bodies.organs[OrganID($0)] == nil }
        guard !parties.isEmpty else { return context("otro proceso", "another process") }
        return Written.list(parties.map { context.partName($0) }, context.language)
    }

    /// Of whom an organ is made, other than the organ that it is drawn to.
    private func parts(_ organ: BodiesState.Organ) -> String {
        let parts = (organ.act.parts ?? []).filter { part in
            context.state.bodies.organs[OrganID(part)]?.role != .secretariat
        }
        guard !parts.isEmpty else { return context("otros", "others") }
        return Written.list(parts.map { context.partName($0) }, context.language)
    }
}

extension PageContext {
    /// What a code among an organ's or a meeting's parts names: an organ, a party, else the code.
    func partName(_ code: String) -> String {
        if state.bodies.organs[OrganID(code)] != nil { return name(OrganID(code)) }
        if state.membership.parties[PartyID(code)] != nil { return name(PartyID(code)) }
        return code
    }
}
