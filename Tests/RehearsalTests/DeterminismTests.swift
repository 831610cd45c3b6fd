import Charter
import Conference
import Foundation
import Register
import Rehearsal
import Secretariat
import Testing

@Suite struct DeterminismTests {
    /// The exported lines of a folder, and its key files.
    private func contents(_ folder: String) throws -> (lines: [[UInt8]], keys: [Data?]) {
        let read = try Office.read(folder: folder)
        defer { read.log.close() }
        let lines = try read.log.store.entries(from: 1, limit: .max).map { ExportedLine.open($0).json }
        let keys = ["checkpoint.pub", "checkpoint.key", "sealing.key"].map {
            FileManager.default.contents(atPath: "\(KeyRing.folder(of: folder))/\($0)")
        }
        return (lines, keys)
    }

    @Test func `The same seed and day make the same register and keys, byte for byte; another seed doesn't`()
        async throws
    {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for (name, seed) in [("a", 7), ("b", 7), ("c", 8)] as [(String, UInt64)] {
            try await Performance.make(
                try invented(seed, "2026-11-21"), folder: "\(folder.path)/\(name)", logger: quiet)
        }
        let first = try contents(folder.path + "/a")
        let second = try contents(folder.path + "/b")
        let other = try contents(folder.path + "/c")
        #expect((700...2000).contains(first.lines.count))
        #expect(first.lines == second.lines)
        #expect(first.keys == second.keys)
        #expect(!first.keys.contains(nil))
        #expect(first.lines.last != other.lines.last)
        #expect(first.keys[0] != other.keys[0])
        guard case .holds = try ActLog.verify(folder: folder.path + "/a") else {
            Issue.record("the register doesn't verify")
            return
        }
        #expect(
            try DemoFolder.read(folder.path + "/a") == DemoFolder(seed: 7, today: #require(Day("2026-11-21")))
        )
    }

    @Test
    func `The script is in order, each act once, none before the opening and none after the day's noon`()
        throws
    {
        let script = try invented(7, "2026-11-21")
        #expect(script.acts.map(\.instant) == script.acts.map(\.instant).sorted())
        #expect(Set(script.acts.map(\.proposal.id)).count == script.acts.count)
        let zone = try #require(Zone("America/Martinique"))
        #expect(script.acts.allSatisfy { $0.instant <= zone.instant(script.today, hour: 12) })
        #expect(script.acts.allSatisfy { $0.instant > script.opened })
    }

    @Test func `A seed everybody may know serves no conference that isn't invented`() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let seed = PublicSeed(7)
        let now = try #require(Instant("2026-11-21T12:00:00Z"))
        let real = try founding(invented: false)
        // Neither a script, nor a folder, nor an act.
        #expect(throws: FileProblem.self) {
            try InventedConference(founding: real, seed: 7, today: #require(Day("2026-11-21")))
        }
        let path = folder.path + "/real"
        func refusal(_ work: () async throws -> Void) async throws -> String? {
            do {
                try await work()
            } catch PerformError.refused(_, let refusal) {
                return refusal.code
            } catch let error as ActFileError {
                return error.refusal?.code
            }
            return nil
        }
        #expect(
            try await refusal {
                _ = try await Office.found(
                    folder: path, founding: real, logger: quiet, publicSeed: seed, clock: { now })
            } == "registry.seed-public")
        #expect(!FileManager.default.fileExists(atPath: path))
        let empty = Registrar(
            Opening(empty: MemoryStore(conference: "cme")), publicSeed: seed, clock: { now })
        defer { empty.stop() }
        #expect(
            try await refusal { try await real.register(with: empty, key: nil) } == "registry.seed-public")
        #expect(empty.state.sequence == 0)
        // Nor a register that was opened without a seed.
        _ = try await Office.found(folder: path, founding: real, logger: quiet, clock: { now })
        let office = try Office(folder: path, logger: quiet, publicSeed: seed, clock: { now })
        defer { office.close() }
        let before = office.registrar.state.sequence
        let term = Proposal(
            id: "t", on: PartialDay(try #require(Day("2026-11-21"))),
            act: TermDefined(term: "t", name: Localized(same: "t")).act)
        #expect(
            try await refusal { try await office.registrar.perform(term, by: .secretariat) }
                == "registry.seed-public")
        #expect(office.registrar.state.sequence == before)
    }
}
