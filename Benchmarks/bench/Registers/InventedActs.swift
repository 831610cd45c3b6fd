import Charter
import Conference

/// Acts of a busy conference: activities with attendance and subjects, documents, contributions, terms.
///
/// The same index always gives the same act, on a founded `crm` register any number of them is admitted.
struct InventedActs: Sendable {
    /// How far the clock moves from one act to the next: a million in 700 days.
    static let microsecondsApart: Int64 = 60_000_000
    /// Raised whenever the acts change, so that registers kept from before are made anew.
    static let version = 1

    private static let members: [PartyID] = [
        "BLZ", "CAN", "CRI", "DOM", "GTM", "HND", "MEX", "NIC", "PAN", "SLV", "USA",
    ]
    private static let subjects = [
        Localized(es: "Migración laboral", en: "Labor migration"),
        Localized(es: "Niñez y adolescencia migrante no acompañada", en: "Unaccompanied migrant children"),
        Localized(es: "Alertas tempranas y gestión de fronteras", en: "Early warnings and border management"),
        Localized(es: "Trata de personas y tráfico ilícito", en: "Trafficking in persons and smuggling"),
    ]

    /// The act `index` (from 0), dated on `day`, and who registers it.
    static func proposal(_ index: Int, on day: Day) -> (Proposal, ActingParty) {
        let group = index / 10
        switch index % 10 {
        case 0: return (proposed(index, day, meeting(group, day).act), .presidency)
        case 1: return (proposed(index, day, subjects(group).act), .secretariat)
        case 2: return (proposed(index, day, attendance(group).act), .secretariat)
        case 3, 4: return (proposed(index, day, document(index, day, of: group).act), .secretariat)
        case 5, 6, 7: return (proposed(index, day, contribution(index).act), .secretariat)
        default: return (proposed(index, day, term(index).act), .secretariat)
        }
    }

    private static func proposed(_ index: Int, _ day: Day, _ act: Act) -> Proposal {
        Proposal(id: "invented-\(index)", on: PartialDay(day), act: act)
    }

    private static func meeting(_ group: Int, _ day: Day) -> MeetingConvened {
        MeetingConvened(
            meeting: MeetingID("ACT-\(group)"), organ: "GRCM", kind: .activity,
            title: Localized(
                es: "Taller regional n.º \(group) sobre \(subjects[group % subjects.count].es.lowercased())",
                en: "Regional workshop no. \(group) on \(subjects[group % subjects.count].en.lowercased())",
                original: .es),
            from: PartialDay(day), place: Localized(es: "Ciudad de Guatemala", en: "Guatemala City"),
            host: members[group % members.count], mode: .hybrid)
    }

    private static func subjects(_ group: Int) -> MeetingSubjects {
        MeetingSubjects(
            meeting: MeetingID("ACT-\(group)"),
            subjects: [subjects[group % subjects.count], subjects[(group + 1) % subjects.count]])
    }

    private static func attendance(_ group: Int) -> AttendanceRecorded {
        AttendanceRecorded(
            meeting: MeetingID("ACT-\(group)"),
            present: members.indices.filter { ($0 * 7 + group) % 5 != 0 }.map { members[$0] })
    }

    private static func document(_ index: Int, _ day: Day, of group: Int) -> DocumentRecorded {
        DocumentRecorded(
            document: DocumentID("doc-\(index)"),
            title: Localized(
                es: "Memoria del taller n.º \(group), parte \(index % 10 - 2)",
                en: "Report of workshop no. \(group), part \(index % 10 - 2)", original: .es),
            kind: .report, year: day.year, languages: [.es, .en], access: .public,
            link: "https://example.org/documents/\(index).pdf", meeting: MeetingID("ACT-\(group)"),
            organ: "GRCM")
    }

    private static func contribution(_ index: Int) -> ContributionReceived {
        ContributionReceived(
            party: members[index % members.count],
            amount: Money(cents: Int64(100_00 + index * 37 % 900_000), currency: "USD"),
            reference: "R-\(index)")
    }

    private static func term(_ index: Int) -> TermDefined {
        TermDefined(
            term: TermID("term-\(index)"),
            abbreviation: Localized(same: "T\(index)"),
            name: Localized(es: "Término de trabajo n.º \(index)", en: "Working term no. \(index)"),
            definition: Localized(
                es: "Lo que en los documentos de la región se entiende por el término n.º \(index).",
                en: "What the region's documents mean by term no. \(index)."))
    }
}
