import BenchHarness
import Charter
import Conference
import Register
import Secretariat

extension Group {
    /// Finding by words among 100,000 invented items, through the door that pages use.
    static let searching = Group("searching") { setting in
        let registrar = Registrar(
            Opening(empty: MemoryStore(conference: "bench")), clock: { Instant(microseconds: 0) })
        let items = InventedItems(count: setting.count(100_000, smoke: 200))
        let finder = Finder(registrar, pages: items.all)
        let clock = ContinuousClock()
        let made = try await clock.measure { try await finder.prepare() } / .seconds(1)
        let questions = items.questions(each: setting.count(60, smoke: 1))
        return OpenedGroup(
            rows: [
                Row(
                    "99 of 100 searches among 100,000 items take at most",
                    measured: .value("mixed questions, counted by kind, year and organ", .seconds) {
                        var times: [Double] = []
                        for question in questions {
                            let time = try await clock.measure {
                                blackHole(try await finder.find(question, viewer: .public))
                            }
                            times.append(time / .seconds(1))
                        }
                        return times.sorted()[times.count * 99 / 100]
                    }, against: .fixed("goal", 0.010, .seconds), .atMost(1)),
                Row(
                    "making the index of 100,000 items",
                    measured: .fixed("words, stems, FTS5", made, .seconds),
                    against: .fixed("goal", 60, .seconds), .atMost(1), rounds: .atMost(1)),
            ], close: { registrar.stop() })
    }
}

/// Items of invented words, each as often as words of a language are: a few everywhere, most nearly nowhere.
struct InventedItems {
    let all: [SearchItem]
    private let words: [String]

    init(count: Int) {
        var steps = Steps(state: 7)
        let endings = ["ción", "ciones", "dad", "mente", "ico", "ar", "es", "ing", "ed", "s", ""]
        var seen: Set<String> = []
        var words: [String] = []
        while words.count < 40_000 {
            var word = ""
            for _ in 0..<(2 + steps.next() % 3) {
                word +=
                    ["m", "br", "t", "s", "l", "gr", "n", "c", "p", "v", "d", "f"][Int(steps.next() % 12)]
                word += ["a", "e", "i", "o", "u"][Int(steps.next() % 5)]
            }
            word += endings[Int(steps.next() % UInt64(endings.count))]
            if seen.insert(word).inserted { words.append(word) }
        }
        // The commonest word stands in a quarter of all items.
        var sums: [Double] = []
        for rank in words.indices { sums.append((sums.last ?? 0) + 1 / Double(rank + 20)) }
        func text(_ count: Int) -> String {
            (0..<count).map { _ in
                let wanted = Double(steps.next() >> 11) / Double(1 << 53) * (sums.last ?? 1)
                return words[min(words.count - 1, sums.partitioningPoint { $0 >= wanted })]
            }.joined(separator: " ")
        }
        let kinds = SearchItem.Kind.allCases
        self.words = words
        all = (0..<count).map { number in
            let year = 1996 + number % 30
            return SearchItem(
                kinds[number % kinds.count], "X-\(year)-\(number)",
                title: Localized(es: text(7), en: text(7)),
                body: (0..<3).map { _ in Localized(es: text(14), en: text(14)) },
                codes: ["X-\(year)-\(number)"], day: PartialDay("\(year)"), year: year,
                organ: OrganID("O\(number % 17)"))
        }
    }

    /// So many questions of each sort, in turns.
    func questions(each count: Int) -> [SearchQuestion] {
        var steps = Steps(state: 9)
        func word(_ first: Int, _ last: Int) -> String {
            words[first + Int(steps.next() % UInt64(last - first))]
        }
        var questions: [SearchQuestion] = []
        for number in 0..<count {
            let language: Language = number.isMultiple(of: 2) ? .es : .en
            let item = all[Int(steps.next() % UInt64(all.count))]
            let texts = [
                // The commonest words there are; two of them; a rare one; a beginning; a code; a phrase; a slip.
                word(0, 20) + " ", word(0, 20) + " " + word(0, 50) + " ", word(5_000, 40_000) + " ",
                String(word(0, 2_000).prefix(4)), String(word(0, 2_000).prefix(3)), item.codes[0],
                "\"" + item.title[language].split(separator: " ").prefix(2).joined(separator: " ") + "\"",
                word(100, 5_000) + "xq", "zzzxxqq wwkk ",
            ]
            questions += texts.map { SearchQuestion($0, language: language) }
            questions.append(
                SearchQuestion(
                    word(0, 100), language: language, kinds: [.document], year: 1996 + number % 30,
                    organ: OrganID("O\(number % 17)")))
        }
        return questions
    }
}

extension [Double] {
    /// The first place from which on a test holds.
    fileprivate func partitioningPoint(_ holds: (Double) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Numbers that are the same in every run (SplitMix64).
private struct Steps {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
