import Charter
import Conference
import Foundation
import HashTreeCollections
import Secretariat
import Testing

@testable import Web

/// Who sees what, asked of the pages themselves.
struct AccessTests {
    /// What no answer to these viewers may hold: amounts and references of payments, closed papers and decisions, in
    /// letters without case and accents. In text and in JSON a code, an amount or a title is found as it stands.
    private static func secrets(of viewer: Viewer) -> [String] {
        var secrets: [String] = []
        if !viewer.seesContributions {
            secrets += [
                "777713", "7777.13", "7,777.13", "1333.37", "1,333.37", "133337", "444419", "4444.19",
                "4,444.19",
                "5555.29", "5,555.29", "2222.41", "2,222.41", "2222.39", "2,222.39", "8888.31", "8,888.31",
                "14220.89", "14,220.89", "2,221.78", "ref-zafiro", "razon zafiro", "reason zafiro",
            ]
        }
        if !viewer.mayRead(.participants) { secrets += ["titulo ambar", "title ambar", "papel-ambar"] }
        if !viewer.mayRead(.members) { secrets += ["titulo rubi", "title rubi", "papel-rubi"] }
        if !viewer.mayRead(.session) {
            secrets += ["titulo zafiro", "title zafiro", "papel-zafiro", "decision zafiro", "d.zafiro"]
        }
        return secrets
    }

    /// The words of our own that say a standing, an absence or a risk; the charter's clauses use others.
    private static func words(of viewer: Viewer) -> [String] {
        if viewer.seesContributions { return [] }
        let states = StandingMember.State.allCases.filter { $0 != .notRecorded }.flatMap {
            [$0.words.es, $0.words.en]
        }
        var words =
            states + [
                "Voz sin voto en las", "Voice without vote in vice", "Devuelve el voto", "Restores the vote",
                "\"restoresVote\"", "\"openSince\"", "\"vote\":", "\"participation\":",
            ]
        if case .observer = viewer { return words }
        words += [
            "no estuvo", "not there", ">por vencer<", ">at risk<", "\"at-risk\"", "\"presence\":\"absent\"",
            "Presencia y ausencia", "Presence and absence", "Se le avisó", "Told on", "\"noticeGiven\"",
            "Vencería no antes", "Would lapse at", "2024-04-17", "17 April 2024", "17 de abril de 2024",
            "2024-10-19", "19 October 2024", "19 de octubre de 2024",
        ]
        return words
    }

    @Test(
        .timeLimit(.minutes(10)),
        arguments: PlantedSite.viewers.map(\.viewer).filter { !$0.seesContributions }, [Language.es, .en])
    func `No answer of any kind tells what this viewer may not know`(
        _ viewer: Viewer, _ language: Language
    ) async throws {
        let site = try await PlantedSite.shared.value
        // The second language says the same in other words: once, for the public.
        if viewer != .public, language == .en { return }
        let found = try await SiteCrawler(site: site).everything(viewer, language)
        #expect(found.count > 800)
        #expect(!found.contains { $0.status >= 500 })
        for answer in found {
            let own = AccessTests.isEcho(answer.path)
            let text = answer.text.folded
            for secret in AccessTests.secrets(of: viewer) where !own.contains(where: secret.contains) {
                #expect(!text.contains(secret), "\(answer.path): \(secret)")
            }
            for word in AccessTests.words(of: viewer) {
                #expect(!answer.text.contains(word), "\(answer.path): \(word)")
            }
        }
    }

    /// An address that itself says a code: the error page may repeat the address, and nothing else.
    private static func isEcho(_ path: String) -> [String] {
        path.contains("papel-") || path.contains("D.zafiro") ? ["papel-", "d.zafiro"] : []
    }

    /// What an observer reads of others: nothing; of itself, its own.
    @Test func `An observer is told of its own standing alone`() async throws {
        let site = try await PlantedSite.shared.value
        for (viewer, own, other) in [
            (Viewer.observer("XRI"), "2024-04-17", "2024-10-19"),
            (Viewer.observer("OPUMO"), "2024-10-19", "2024-04-17"),
        ] {
            let found = try await SiteCrawler(site: site).everything(viewer, .en)
            #expect(found.contains { $0.text.contains(own) })
            for answer in found { #expect(!answer.text.contains(other), "\(answer.path)") }
            for answer in found where answer.text.contains("\"presence\":\"absent\"") {
                #expect(answer.path.contains("/parties"), "\(answer.path)")
            }
        }
    }

    /// The planted values are there for those who may read them: the test above can fail.
    @Test func `The presidency reads all that is planted, the secretariat all but the closed session`()
        async throws
    {
        let site = try await PlantedSite.shared.value
        let all = try await SiteCrawler(site: site).everything(.presidency, .es).map(\.text).joined().folded
        for secret in [
            "7,777.13", "ref-zafiro", "titulo ambar", "titulo rubi", "titulo zafiro", "decision zafiro",
        ] {
            #expect(all.contains(secret), "\(secret)")
        }
        let served = try await SiteCrawler(site: site).everything(.secretariat, .es)
        for answer in served where !answer.path.contains("papel-zafiro") && !answer.path.contains("D.zafiro")
        {
            for secret in ["titulo zafiro", "decision zafiro", "papel-zafiro", "d.zafiro"] {
                #expect(!answer.text.folded.contains(secret), "\(answer.path): \(secret)")
            }
        }
    }

    // MARK: The table

    /// Every page by its kind, and of acts and documents by their class, as each of the eight viewers: whole, in part,
    /// closed, not there. `PUEBLA_GOLDEN=write swift test --filter AccessTests` writes it anew; look at the difference.
    @Test(.timeLimit(.minutes(10)))
    func `Who sees what is as the committed table says`() async throws {
        let site = try await PlantedSite.shared.value
        let table = try await AccessTable.ask(site)
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/access.txt")
        if ProcessInfo.processInfo.environment["PUEBLA_GOLDEN"] == "write" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(table.utf8).write(to: file)
        }
        let golden = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        for (asked, kept) in zip(table.split(separator: "\n"), golden.split(separator: "\n")) {
            #expect(asked == kept)
        }
        #expect(table.split(separator: "\n").count == golden.split(separator: "\n").count)
    }
}

/// The table of who sees what, made by asking every page as each of the eight viewers.
enum AccessTable {
    private static let words = ["whole", "in part", "closed", "absent", "other"]

    static func ask(_ site: PlantedSite) async throws -> String {
        let crawler = SiteCrawler(site: site)
        var rows: [String: [[String: Int]]] = [:]
        var order: [String] = []
        for route in crawler.routes {
            let name = label(route, site.registrar.state)
            if rows[name] == nil {
                order.append(name)
                rows[name] = Array(repeating: [:], count: PlantedSite.viewers.count)
            }
            // The presidency may read every class: what it is sent is the whole.
            let (_, whole) = try await answer(site, route, .presidency)
            for (index, viewer) in PlantedSite.viewers.enumerated() {
                let (status, text) = try await answer(site, route, viewer.viewer)
                let word =
                    switch status {
                    case 200: text == whole ? "whole" : "in part"
                    case 403: "closed"
                    case 404: "absent"
                    default: "other"
                    }
                rows[name]?[index][word, default: 0] += 1
            }
        }
        var table = "# Who sees what of the invented conference, asked of the pages.\n"
        table +=
            "# whole: all that the register has of it; in part: what this viewer may not read is left out;\n"
        table +=
            "# closed: 403, with for whom it is; absent: 404. Numbers: how many, where there are several.\n"
        table += (["page"] + PlantedSite.viewers.map(\.name)).joined(separator: " | ") + "\n"
        for name in order {
            let cells = (rows[name] ?? []).map { counts in
                let said = words.filter { counts[$0] != nil }
                return said.count == 1
                    ? said[0] : said.map { "\($0) \(counts[$0] ?? 0)" }.joined(separator: ", ")
            }
            table += ([name] + cells).joined(separator: " | ") + "\n"
        }
        return table
    }

    /// Acts and documents stand by their class, all else by its kind of page.
    private static func label(_ route: Route, _ state: ConferenceState) -> String {
        switch route {
        case .entry(let sequence): "register/N, \(state.lines[sequence - 1].access.rawValue)"
        case .document(let code): "library/CODE, \(access(code, state))"
        case .documentText(let code, _): "texts/LANGUAGE/CODE, \(access(code, state))"
        case .decision(let code):
            "decisions/CODE, \(state.decision(DecisionID(code))?.session.rawValue ?? "") session"
        case .party(let code):
            "parties/CODE, \(state.isMember(PartyID(code), on: PlantedSite.today) ? "member" : state.isObserver(PartyID(code), on: PlantedSite.today) ? "observer" : "other")"
        case .organ: "conference/CODE"
        case .meeting: "meetings/CODE"
        case .plan: "plans/CODE"
        default: route.name.description
        }
    }

    private static func access(_ code: String, _ state: ConferenceState) -> String {
        state.library.documents[DocumentID(code)]?.act.access.rawValue ?? ""
    }

    /// Status and JSON, without what names the seat.
    private static func answer(_ site: PlantedSite, _ route: Route, _ viewer: Viewer) async throws -> (
        Int, String
    ) {
        let base = PlantedSite.base(viewer)
        let isFile = if case .documentText = route { true } else { false }
        let answer = try await site.ask(base.path(route, .en, isFile ? .html : .json))
        return (
            answer.status,
            answer.text.replacingOccurrences(of: base.prefix + "/", with: "/")
                // A citation names the public's address whoever asks.
                .replacingOccurrences(of: base.open.prefix + "/", with: "/")
        )
    }
}
