import Charter
import Conference

/// A working group of the script.
struct WorkingGroup {
    let id: OrganID
    let role: OrganRole
    let name: Localized
    let mandate: Localized
    let objectives: [Localized]
    /// The year of the vice-ministerial meeting that approves it.
    let approved: Int
    /// Its first day, as far as the calendar needs it: the first of January after its approval.
    let from: Day
    /// The last day of its term as first given.
    let firstUntil: Day
    /// The year of the meeting that extends it, if one does.
    let extended: Int?
    /// The last day of its term.
    let until: Day
    /// Which members joined.
    let members: [PartyID]

    /// Who coordinates and hosts.
    let coordinator: PartyID?

    /// True if it meets in a year.
    func meets(in year: Int) -> Bool { from.year <= year && year <= until.year }

    /// The groups: one extended, one whose term is near its end, one young, and an ad hoc one that ended.
    static func all(_ stage: Stage) -> [WorkingGroup] {
        var random = SeededRandom(stage.seed, "groups")
        let hosts = Cast.hosts(stage)
        func end(_ year: Int) -> Day { Day(year, 12, 31) ?? stage.today }
        let near = stage.today.adding(days: random.int(25...45)).endOfMonth
        func group(
            _ id: OrganID, role: OrganRole = .workingGroup, _ name: Localized, _ mandate: Localized,
            _ objectives: [Localized], approved: Int, firstUntil: Day, extended: Int? = nil,
            until: Day? = nil, members: Int
        ) -> WorkingGroup {
            let members = random.some(members, of: stage.members)
            return WorkingGroup(
                id: id, role: role, name: name, mandate: mandate, objectives: objectives, approved: approved,
                from: Day(approved + 1, 1, 1) ?? stage.today, firstUntil: firstUntil, extended: extended,
                until: until ?? firstUntil, members: members,
                coordinator: members.first(where: hosts.contains))
        }
        let year = stage.year
        return [
            group(
                "GT-CONSULAR",
                both("Grupo de Trabajo de Protección Consular", "Working Group on Consular Protection"),
                both(
                    "Que toda persona de la cuenca encuentre ayuda consular en el puerto en que la necesita.",
                    "That every person of the basin finds consular help in the port where it is needed."),
                [
                    both("Organizar la guardia consular compartida", "To organise the shared consular watch"),
                    both(
                        "Poner al día los lineamientos de atención", "To update the guidelines for assistance"
                    ),
                    both("Reconocer un salvoconducto común", "To recognise a common safe-conduct"),
                ], approved: year - 6, firstUntil: end(year - 3), extended: year - 4, until: end(year + 2),
                members: 8),
            group(
                "GT-TEMPORADA",
                both("Grupo de Trabajo sobre Empleo de Temporada", "Working Group on Seasonal Work"),
                both(
                    "Que quien trabaja una temporada salga con contrato y vuelva con lo ganado.",
                    "That whoever works a season leaves with a contract and returns with what was earned."),
                [
                    both("Extender el contrato modelo", "To extend the model contract"),
                    both("Acordar la tabla de equivalencias de oficios", "To agree the table of trades"),
                ], approved: year - 3, firstUntil: near, members: 7),
            group(
                "GT-NINEZ",
                both("Grupo de Trabajo de Niñez en Movimiento", "Working Group on Children on the Move"),
                both(
                    "Que ninguna niña, niño o adolescente pase su primera escala sin una entrevista adecuada.",
                    "That no child or adolescent passes the first port of call without a fitting interview."),
                [
                    both("Aplicar la Guía de la primera escala", "To apply the First Port of Call Guide"),
                    both("Formar a quienes entrevistan", "To train those who interview"),
                ], approved: year - 2, firstUntil: end(year + 1), members: 9),
            group(
                "AH-TORMENTAS", role: .adHocGroup,
                both(
                    "Grupo ad hoc sobre Movilidad por Tormentas", "Ad Hoc Group on Mobility from Storms"),
                both(
                    "Proponer cómo anotar y atender los traslados que causan las tormentas.",
                    "To propose how to record and attend moves caused by storms."),
                [both("Entregar una recomendación en un año", "To hand in a recommendation within a year")],
                approved: year - 5, firstUntil: end(year - 4), members: 5),
        ]
    }
}
