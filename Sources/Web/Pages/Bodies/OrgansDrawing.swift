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
            relations: organs.compactMap(relation))
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

    /// How an organ stands to another one; the sentence says no more than its role does.
    private func relation(_ organ: BodiesState.Organ) -> OrgansModel.Relation? {
        let chief = first(.viceMinisterial)
        let group = first(.consultationGroup)
        let name = context.name(organ.id)
        func to(
            _ other: BodiesState.Organ?, _ es: String, _ en: String, isDashed: Bool = false
        ) -> OrgansModel.Relation? {
            guard let other, other.id != organ.id else { return nil }
            // Names stand without articles, which a pack's names would need in each language.
            return OrgansModel.Relation(
                from: organ.id.text, to: other.id.text,
                sentence: "\(name) → \(context.name(other.id)): \(context(es, en))", isDashed: isDashed)
        }
        switch organ.role {
        case .viceMinisterial, .membersMeeting: return nil
        case .ministerial:
            return to(
                chief, "se reúne aparte, cuando se la promueve.", "meets apart, when it is promoted.",
                isDashed: true)
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
                first(.presidency), "presta los servicios de secretaría.", "provides the secretariat's services.")
        case .consultationGroup:
            return to(
                chief, "prepara y recomienda lo que se decide.", "prepares and recommends what is decided.")
        case .workingGroup, .adHocGroup, .liaisonNetwork, .coalition:
            return to(
                group ?? chief, "trabaja en su tema y da cuenta.", "works on its subject and reports.")
        case .tripartite:
            return to(
                first(.secretariat), "se reúne con \(parts(organ)).", "meets with \(parts(organ)).",
                isDashed: true)
        case .interregional:
            return to(
                chief, "reúne a la Conferencia con \(parts(organ)), sin depender de ella.",
                "brings the Conference together with \(parts(organ)), without answering to it.",
                isDashed: true)
        }
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
