import Charter
import Conference
import Secretariat

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

    static func plant(_ registrar: Registrar) async throws {
        var planting = Planting(registrar: registrar)
        for matter in [Matter.contributions, .attendance] {
            _ = try await planting.plant(
                MatterComplete(matter: matter, from: day("2019-01-01")), on: "2019-01-01")
        }
        try await money(&planting)
        try await meetings(&planting)
        try await papers(&planting)
    }

    /// Oriana is up to date, Alcora has something open and a vote, Dunaria has no vote, Esperia takes no part.
    private static func money(_ planting: inout Planting) async throws {
        func foreseen(_ party: PartyID, _ year: Int, _ amount: String) -> ContributionForeseen {
            ContributionForeseen(
                party: party, year: year, amount: usd(amount), due: day("\(year)-01-31"))
        }
        func received(_ party: PartyID, _ amount: String, _ reference: String) -> ContributionReceived {
            ContributionReceived(party: party, amount: usd(amount), reference: reference)
        }
        let foreseen2020 = [
            foreseen("XOR", 2025, "5555.29"), foreseen("XAL", 2026, "4444.19"),
            foreseen("XDU", 2023, "7777.13"), foreseen("XDU", 2024, "7777.13"),
            foreseen("XES", 2021, "8888.31"),
        ]
        for act in foreseen2020 { _ = try await planting.plant(act, on: "\(act.year)-01-02") }
        _ = try await planting.plant(received("XOR", "5555.29", "REF-ZAFIRO-1"), on: "2025-03-03")
        _ = try await planting.plant(received("XDU", "1333.37", "REF-ZAFIRO-2"), on: "2024-03-03")
        // A receipt with the wrong amount, corrected: a closed act corrected by a closed one.
        let wrong = try await planting.plant(received("XAL", "2222.39", "REF-ZAFIRO-3"), on: "2026-03-03")
        _ = try await planting.plant(
            Corrected(
                corrects: wrong, reason: Localized(es: "Razón zafiro", en: "Reason zafiro"),
                replacement: Replacement(
                    on: PartialDay(day("2026-03-03")),
                    source: Source(document: "libro-practica", section: "VI"),
                    act: received("XAL", "2222.41", "REF-ZAFIRO-4").act)), on: "2026-11-20")
    }

    /// Ribalta has been absent from three yearly meetings, Salina was there, the Office for Ports was told.
    private static func meetings(_ planting: inout Planting) async throws {
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
        _ = try await planting.plant(LapseNoticed(party: "XRI"), on: "2024-04-17")
        _ = try await planting.plant(LapseNoticed(party: "OPUMO"), on: "2024-10-19")
    }

    /// A paper of each class, and a decision of a closed session.
    private static func papers(_ planting: inout Planting) async throws {
        func paper(_ word: String, _ access: AccessClass) -> DocumentRecorded {
            DocumentRecorded(
                document: DocumentID("papel-\(word)"),
                title: Localized(es: "Título \(word) del papel", en: "Title \(word) of the paper"),
                kind: .report, year: 2025, languages: [.es], access: access,
                link: "https://example.org/papel-\(word).pdf", meeting: "VM-2025", organ: "VM")
        }
        for (word, access) in [
            ("perla", AccessClass.public), ("ambar", .participants), ("rubi", .members),
        ] { _ = try await planting.plant(paper(word, access), on: "2025-11-20") }
        _ = try await planting.plant(paper("zafiro", .session), on: "2025-11-20", by: .secretariat)
        _ = try await planting.plant(
            DecisionRecorded(
                decision: "CME/VM/2025/D.zafiro", organ: "VM", meeting: "VM-2025",
                title: Localized(es: "Decisión zafiro", en: "Decision zafiro"), session: .closed),
            on: "2025-11-20", by: .presidency)
        _ = try await planting.plant(
            DecisionRecorded(
                decision: "CME/VM/2025/D.1", organ: "VM", meeting: "VM-2025", number: 1,
                title: Localized(es: "Decisión perla", en: "Decision pearl"), session: .open),
            on: "2025-11-20")
    }
}
