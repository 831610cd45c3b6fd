import Charter
import Conference
import Foundation
import HashTreeCollections
import Secretariat
import TestEffort
import Testing

@testable import Web

/// Who sees what, asked of the pages themselves. The whole of it, page by page, is `docs/access.md`.
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
        // The second language says the same in other words: both for the public, of the others one each, but for
        // `make test-all`.
        if !Effort.isFull, viewer != .public, language != AccessTests.language(of: viewer) { return }
        let found = try await Crawls.shared.everything(viewer, language)
        #expect(found.count > 800)
        #expect(!found.contains { $0.status >= 500 })
        let (secrets, words) = (AccessTests.secrets(of: viewer), AccessTests.words(of: viewer))
        for answer in found {
            let own = AccessTests.isEcho(answer.path)
            let text = Haystack((answer.head + "\n" + answer.text).folded)
            for secret in secrets where !own.contains(where: secret.contains) && text.contains(secret) {
                Issue.record("\(answer.path): \(secret)")
            }
            let plain = Haystack(answer.text)
            for word in words where plain.contains(word) { Issue.record("\(answer.path): \(word)") }
        }
    }

    /// In which language a viewer's answers are read: the observers' are read once more, in English.
    private static func language(of viewer: Viewer) -> Language {
        if case .observer = viewer { .en } else { .es }
    }

    /// What the address itself says: a page may repeat the address, and nothing else.
    private static func isEcho(_ path: String) -> [String] {
        let folded = path.folded
        return folded.contains("papel-") || folded.contains("d.zafiro")
            ? ["papel-", "d.zafiro"] : folded.contains("ref-zafiro") ? ["ref-zafiro"] : []
    }

    /// What an observer reads of others: nothing; of itself, its own.
    @Test func `An observer is told of its own standing alone`() async throws {
        for (viewer, own, other) in [
            (Viewer.observer("XRI"), "2024-04-17", "2024-10-19"),
            (Viewer.observer("OPUMO"), "2024-10-19", "2024-04-17"),
        ] {
            let found = try await Crawls.shared.everything(viewer, .en)
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
        let all = try await Crawls.shared.everything(.presidency, .es).map(\.text).joined().folded
        for secret in [
            "7,777.13", "ref-zafiro", "titulo ambar", "titulo rubi", "titulo zafiro", "decision zafiro",
        ] {
            #expect(all.contains(secret), "\(secret)")
        }
        let served = try await Crawls.shared.everything(.secretariat, .es)
        for answer in served where !answer.path.contains("papel-zafiro") && !answer.path.contains("D.zafiro")
        {
            let text = Haystack(answer.text.folded)
            for secret in ["titulo zafiro", "decision zafiro", "papel-zafiro", "d.zafiro"] {
                #expect(!text.contains(secret), "\(answer.path): \(secret)")
            }
        }
    }
}
