import Charter
import Foundation
import Testing

@testable import Conference

/// Damaged input, thousands of times each: nothing traps, what is wrong is a ``FileProblem`` or `nil`, and what is
/// accepted is written and read again as the same.
struct FuzzTests {
    @Test func `Damaged bodies of acts are refused, or read the same twice`() throws {
        var mutation = Simulation.Mutation(seed: 1)
        let samples =
            try Simulation.packLines().map { try ActLine($0).proposal }
            + ActKind.all.map { Proposal(id: "x", on: PartialDay(Day(number: 0)), act: $0.type.example.act) }
        let bodies = try samples.map { ($0.act.kind, try $0.body()) }
        let result = Simulation.repeated(8_000) {
            let (kind, body) = mutation.random.pick(bodies)
            let damaged = mutation.damage(body)
            do throws(FileProblem) {
                let read = try Proposal(id: "x", kind: kind, version: 1, body: damaged)
                let again = try? Proposal(id: "x", kind: kind, version: 1, body: read.body())
                #expect(again == read, "\(String(decoding: damaged, as: UTF8.self))")
                return true
            } catch {
                #expect(!error.place.isEmpty && !error.message.isIncomplete)
                return false
            }
        }
        #expect(result.accepted > 0)
    }

    @Test func `Damaged lines of acts are refused, or read the same twice`() throws {
        var mutation = Simulation.Mutation(seed: 2)
        let lines = try Simulation.packLines()
        let result = Simulation.repeated(8_000) {
            let damaged = mutation.damage(mutation.random.pick(lines))
            do throws(FileProblem) {
                let read = try ActLine(damaged).proposal
                let body = try? read.body()
                let again = try Proposal(id: read.id, kind: read.act.kind, version: 1, body: body ?? [])
                #expect(again == read, "\(String(decoding: damaged, as: UTF8.self))")
                return true
            } catch {
                #expect(!error.place.isEmpty && !error.message.isIncomplete)
                return false
            }
        }
        #expect(result.accepted > 0)
    }

    @Test func `An act that could be read can be judged and never traps`() throws {
        var mutation = Simulation.Mutation(seed: 3)
        let (acts, state) = try Simulation.crm()
        let lines = try Simulation.packLines()
        let result = Simulation.repeated(4_000) {
            guard let read = try? ActLine(mutation.damage(mutation.random.pick(lines))).proposal else {
                return false
            }
            let actor: ActingParty = mutation.random.pick([.installation, .secretariat, .presidency])
            do throws(Refusal) {
                try state.admit(read, by: actor, at: state.recordedAt, history: { acts })
            } catch {
                #expect(!error.code.isEmpty && !error.message.isIncomplete && !error.remedy.isIncomplete)
                return true
            }
            var taken = state
            let act = RegisteredAct(
                sequence: state.sequence + 1, recordedAt: state.recordedAt, actor: actor, proposal: read)
            taken.apply(act, history: { acts })
            _ = read.act.body.line(taken)
            let opened = try? ConferenceState(archive: taken.archive(), shelf: taken.shelf)
            #expect(opened != nil)
            return true
        }
        #expect(result.accepted > 0)
    }

    @Test(arguments: ["crm/editions/practice-1996.json", "crm/editions/charter-2020.json"])
    func `Damaged editions are refused with their place, or answer without a trap`(path: String) throws {
        var mutation = Simulation.Mutation(seed: 4)
        // Small numbers and texts are where an edition's rules live: the clauses' texts would drown them.
        var file = try #require(
            try JSONSerialization.jsonObject(with: Data(Simulation.bytes(path))) as? [String: Any])
        let clauses = try #require(file["clauses"] as? [[String: Any]])
        file["clauses"] = clauses.map { clause in
            var clause = clause
            clause["summary"] = ["es": "a", "en": "b"]
            clause["footnotes"] = [Any]()
            return clause
        }
        let sample = Array(try JSONSerialization.data(withJSONObject: file, options: .sortedKeys))
        let result = Simulation.repeated(500) {
            do throws(FileProblem) {
                let edition = try Edition.read(mutation.damage(sample))
                var shelf = FileShelf()
                shelf.add(.edition(edition), sha256: "x")
                var state = ConferenceState(shelf: shelf)
                Self.take(EditionInForce(edition: edition.id, file: "x").act, "1996", &state)
                for year in [1, 1999, 2030, 9999] {
                    guard let day = Day(year, 12, 31) else { continue }
                    for question in Simulation.questions(state, on: day) {
                        _ = Simulation.ask(question, state)
                    }
                    _ = state.standing("MEX", on: day)
                    _ = edition.presidencyTerm.days(startingIn: year)
                }
                return true
            } catch {
                #expect(!error.place.isEmpty && !error.message.isIncomplete)
                return false
            }
        }
        #expect(result.accepted > 0)
    }

    private static func take(_ act: Act, _ on: String, _ state: inout ConferenceState) {
        state.apply(
            RegisteredAct(
                sequence: state.sequence + 1, recordedAt: Instant(microseconds: 0), actor: .installation,
                proposal: Proposal(id: "x", on: PartialDay(on) ?? PartialDay(.distantPast), act: act)))
    }

    @Test func `Damaged calendars of holidays are refused, or counted with`() throws {
        var mutation = Simulation.Mutation(seed: 5)
        let sample = Array(
            #"{"format":1,"from":2026,"to":2027,"parties":{"CRI":[{"day":"2026-04-03","es":"Viernes Santo","en":"Good Friday"},{"day":"2027-01-01","es":"Año Nuevo","en":"New Year's Day"}],"MEX":[]}}"#
                .utf8)
        let week = try #require(
            try Simulation.shelf().files.values.compactMap { file -> WorkingWeek? in
                if case .edition(let edition) = file { edition.workingWeek } else { nil }
            }.first)
        let result = Simulation.repeated(25_000) {
            do throws(FileProblem) {
                let calendar = try HolidayCalendar.read(mutation.damage(sample))
                let deadline = WorkingDays.deadline(
                    from: Instant(microseconds: 1_774_000_000_000_000), count: 5, week: week, zone: .utc,
                    scope: ["CRI"], members: ["MEX"], calendar: calendar)
                #expect(deadline.counted.count == 5 && deadline.day > deadline.circulated)
                return true
            } catch {
                #expect(!error.place.isEmpty && !error.message.isIncomplete)
                return false
            }
        }
        #expect(result.accepted > 0)
    }

    @Test func `Damaged snapshots are refused, even under a right checksum, or open without a trap`() throws {
        var mutation = Simulation.Mutation(seed: 6)
        let shelf = try Simulation.shelf()
        var run = try SimulatedRun(seed: 77)
        for _ in 0..<150 { run.step() }
        let sample = run.state.archive()
        let result = Simulation.repeated(2_500) {
            var damaged = mutation.damage(sample)
            if mutation.random.chance(90), damaged.count >= Archive.headerBytes {
                damaged.replaceSubrange(0..<12, with: sample[0..<12])
                Archive.seal(&damaged)
            }
            do throws(FileProblem) {
                let state = try ConferenceState(archive: damaged, shelf: shelf)
                let again = try ConferenceState(archive: state.archive(), shelf: shelf)
                #expect(again.archive() == state.archive())
                let day = Day(number: Int32(18_000 + mutation.random.below(4_000)))
                for _ in 0..<12 {
                    let question = mutation.random.pick(Simulation.questions(state, on: day))
                    _ = Simulation.ask(question, state)
                }
                _ = state.lines.last.map { ($0.kind, $0.access, $0.on.description, state.actor(of: $0)) }
                _ = state.organs(on: day).map { $0.name(on: day) }
                return true
            } catch {
                #expect(!error.place.isEmpty && !error.message.isIncomplete)
                return false
            }
        }
        #expect(result.accepted > 0)
    }

    @Test func `Parsers of days, instants, amounts, codes and parties take what they write, or nothing`() {
        var mutation = Simulation.Mutation(seed: 7)
        let samples = [
            "2016", "2016-11", "2016-11-30", "2026-12-23T10:00:00-06:00", "2026-12-23T10:00Z",
            "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59.999999-23:59", "4417.57", "999999999999.99",
            "MEX", "CRM/VM/2021/D.4(d)", "member/MEX", "secretariat", "observer/COL/x", "09:30",
        ].map { Array($0.utf8) }
        let result = Simulation.repeated(30_000) {
            let text = String(decoding: mutation.damage(mutation.random.pick(samples)), as: UTF8.self)
            var accepted = false
            if let day = PartialDay(text) {
                #expect(day.description == text && PartialDay(day.description) == day)
                accepted = true
            }
            if let day = Day(text) { #expect(day.description == text) }
            if let instant = Instant(text) {
                // An offset may lead out of the years that can be written.
                if Instant.isWritable(microseconds: instant.microseconds) {
                    #expect(Instant(instant.description) == instant, "\(text)")
                }
                accepted = true
            }
            if let money = Money(text, currency: "USD") {
                #expect(Money(money.decimal, currency: "USD") == money)
                accepted = true
            }
            if let party = ActingParty(text: text) {
                #expect(ActingParty(text: party.description) == party && party.description == text)
                accepted = true
            }
            if IdentifierText.isValid(text) {
                #expect(text.utf8.count <= 80 && text.utf8.allSatisfy { $0 < 0x80 })
            }
            if let minutes = MeetingAgenda.minutes(text) { #expect((0...1440).contains(minutes)) }
            return accepted
        }
        #expect(result.accepted > 10)
    }
}
