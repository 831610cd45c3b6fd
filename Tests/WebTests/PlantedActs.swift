import Charter
import Conference
import Secretariat

/// What the public may not know of the register of ``PlantedSite``. Two sets, of which each act has its counterpart
/// in the other at the same sequence, so that two registers differ in them alone.
struct PlantedSecrets: Sendable {
    /// Members, amounts foreseen and years.
    let foreseen: [(party: PartyID, year: Int, amount: String)]
    /// Members, amounts received, references and days.
    let received: [(party: PartyID, amount: String, reference: String, day: String)]
    /// The amount and reference that correct the last of them, and why.
    let corrected: (amount: String, reference: String, reason: Localized)
    /// Observers told that their status is about to lapse, and when.
    let told: [(party: PartyID, day: String)]
    /// What the members' paper and the closed session's are called; the latter's decision too.
    let members: String
    let session: String

    static let first = PlantedSecrets(
        foreseen: [
            ("XOR", 2025, "5555.29"), ("XAL", 2026, "4444.19"), ("XDU", 2023, "7777.13"),
            ("XDU", 2024, "7777.13"), ("XES", 2021, "8888.31"),
        ],
        received: [
            ("XOR", "5555.29", "REF-ZAFIRO-1", "2025-03-03"),
            ("XDU", "1333.37", "REF-ZAFIRO-2", "2024-03-03"),
            ("XAL", "2222.39", "REF-ZAFIRO-3", "2026-03-03"),
        ],
        corrected: ("2222.41", "REF-ZAFIRO-4", Localized(es: "Razón zafiro", en: "Reason zafiro")),
        told: [("XRI", "2024-04-17"), ("OPUMO", "2024-10-19")], members: "rubi", session: "zafiro")

    /// Other members pay other amounts, another observer is told on another day, other papers are closed.
    static let second = PlantedSecrets(
        foreseen: [
            ("XBE", 2022, "1212.01"), ("XMA", 2024, "3434.03"), ("XOR", 2021, "9191.07"),
            ("XLU", 2025, "6161.09"), ("XAL", 2020, "5151.05"),
        ],
        received: [
            ("XBE", "1010.11", "R-7", "2023-05-05"), ("XMA", "3434.03", "R-8", "2025-06-06"),
            ("XLU", "11.17", "R-9", "2026-07-07"),
        ],
        corrected: ("12.19", "R-10", Localized(es: "Otra causa", en: "Another cause")),
        told: [("XSA", "2025-01-13"), ("XRI", "2024-06-21")], members: "jade", session: "granate")
}

/// What is planted in the register of ``PlantedSite``: history, each act with its source.
extension PlantedSite {
    private struct Planting {
        let registrar: Registrar
        var count = 0

        mutating func plant(
            _ body: any ActBody, on day: String, by actor: ActingParty = .secretariat
        ) async throws -> Int {
            count += 1
            guard let on = PartialDay(day) else { return 0 }
            let act = try await registrar.perform(
                Proposal(
                    id: "planted-\(count)", on: on,
                    source: Source(document: "libro-practica", section: "VI"), act: body.act), by: actor)
            return act.sequence
        }
    }

    private static func usd(_ text: String) -> Money { Money(text, currency: "USD") ?? .zero("USD") }
    private static func day(_ text: String) -> Day { Day(text) ?? .distantPast }

    static func plant(_ registrar: Registrar, _ secrets: PlantedSecrets) async throws {
        var planting = Planting(registrar: registrar)
        for matter in [Matter.contributions, .attendance] {
            _ = try await planting.plant(
                MatterComplete(matter: matter, from: day("2019-01-01")), on: "2019-01-01")
        }
        try await money(&planting, secrets)
        try await meetings(&planting, secrets)
        try await papers(&planting, secrets)
    }

    /// Oriana is up to date, Alcora has something open and a vote, Dunaria has no vote, Esperia takes no part (in
    /// the first set).
    private static func money(_ planting: inout Planting, _ secrets: PlantedSecrets) async throws {
        func foreseen(_ party: PartyID, _ year: Int, _ amount: String) -> ContributionForeseen {
            ContributionForeseen(
                party: party, year: year, amount: usd(amount), due: day("\(year)-01-31"))
        }
        func received(_ party: PartyID, _ amount: String, _ reference: String) -> ContributionReceived {
            ContributionReceived(party: party, amount: usd(amount), reference: reference)
        }
        for each in secrets.foreseen {
            _ = try await planting.plant(
                foreseen(each.party, each.year, each.amount), on: "\(each.year)-01-02")
        }
        var wrong = 0
        for each in secrets.received {
            wrong = try await planting.plant(
                received(each.party, each.amount, each.reference), on: each.day)
        }
        // A receipt with the wrong amount, corrected: a closed act corrected by a closed one.
        guard let last = secrets.received.last else { return }
        let right = secrets.corrected
        _ = try await planting.plant(
            Corrected(
                corrects: wrong, reason: right.reason,
                replacement: Replacement(
                    on: PartialDay(day(last.day)),
                    source: Source(document: "libro-practica", section: "VI"),
                    act: received(last.party, right.amount, right.reference).act)), on: "2026-11-20")
    }

    /// Ribalta has been absent from three yearly meetings, Salina was there, the Office for Ports was told.
    private static func meetings(_ planting: inout Planting, _ secrets: PlantedSecrets) async throws {
        for year in 2022...2025 {
            let from = "\(year)-11-20"
            guard let begun = PartialDay(from) else { continue }
            _ = try await planting.plant(
                MeetingConvened(meeting: MeetingID("VM-\(year)"), organ: "VM", kind: .ordinary, from: begun),
                on: "\(year)-10-01", by: .presidency)
            let present: [PartyID] =
                ["XAL", "XBE", "XOR", "XSA"] + (year == 2022 ? ["XRI", "OPUMO"] : [])
            _ = try await planting.plant(
                AttendanceRecorded(meeting: MeetingID("VM-\(year)"), present: present), on: from)
        }
        for each in secrets.told {
            _ = try await planting.plant(LapseNoticed(party: each.party), on: each.day)
        }
    }

    /// A paper of each class, and a decision of a closed session.
    private static func papers(_ planting: inout Planting, _ secrets: PlantedSecrets) async throws {
        func paper(_ word: String, _ access: AccessClass) -> DocumentRecorded {
            DocumentRecorded(
                document: DocumentID("papel-\(word)"),
                title: Localized(es: "Título \(word) del papel", en: "Title \(word) of the paper"),
                kind: .report, year: 2025, languages: [.es], access: access,
                link: "https://example.org/papel-\(word).pdf", meeting: "VM-2025", organ: "VM")
        }
        for (word, access) in [
            ("perla", AccessClass.public), ("ambar", .participants), (secrets.members, .members),
        ] { _ = try await planting.plant(paper(word, access), on: "2025-11-20") }
        let word = secrets.session
        _ = try await planting.plant(paper(word, .session), on: "2025-11-20", by: .secretariat)
        _ = try await planting.plant(
            DecisionRecorded(
                decision: DecisionID("CME/VM/2025/D.\(word)"), organ: "VM", meeting: "VM-2025",
                title: Localized(es: "Decisión \(word)", en: "Decision \(word)"), session: .closed),
            on: "2025-11-20", by: .presidency)
        _ = try await planting.plant(
            DecisionRecorded(
                decision: "CME/VM/2025/D.1", organ: "VM", meeting: "VM-2025", number: 1,
                title: Localized(es: "Decisión perla", en: "Decision pearl"), session: .open),
            on: "2025-11-20")
    }
}
