import Charter
import Testing

@testable import Conference

/// Random acts over simulated years; after each, what must hold whatever happens.
struct SimulationTests {
    /// The last five found something once; to search further, try others here.
    static let seeds: [UInt64] = [3, 5, 8, 1, 2, 34, 1030, 1038]

    @Test(arguments: seeds)
    func `Whatever is proposed, the register keeps its promises`(seed: UInt64) throws {
        var run = try SimulatedRun(seed: seed)
        for _ in 0..<600 {
            run.step()
            if !run.failures.isEmpty { break }
        }
        if run.failures.isEmpty { run.checkThePast() }
        // The first act that breaks a promise ends the run: the acts up to it are the shortest prefix.
        for failure in run.failures {
            Issue.record("seed \(seed), first \(run.acts.count) acts (\(run.proposed) proposed): \(failure)")
        }
        // A generator whose acts are all refused would prove nothing.
        #expect(run.failures.isEmpty && run.acts.count > 150 && run.refused > 50)
    }
}

/// One simulated register, with what was asked of it.
struct SimulatedRun {
    private(set) var generator: Simulation.Generator
    private(set) var state: ConferenceState
    private(set) var acts: [RegisteredAct] = []
    private(set) var refused = 0
    private(set) var proposed = 0
    private(set) var failures: [String] = []
    private var questions: [Simulation.Question] = []
    private var replies: [Simulation.Reply] = []
    private var snapshots: [(sequence: Int, archive: [UInt8])] = []
    private var random: Simulation.Random
    private let shelf: FileShelf

    init(seed: UInt64) throws {
        shelf = try Simulation.shelf()
        state = ConferenceState(shelf: shelf)
        generator = Simulation.Generator(seed: seed)
        random = Simulation.Random(seed: ~seed)
        for proposal in Simulation.Generator.founding() {
            try state.admit(proposal, by: .installation, at: generator.now)
            register(proposal, .installation)
        }
        askAnew()
    }

    private mutating func register(_ proposal: Proposal, _ actor: ActingParty) {
        let act = RegisteredAct(
            sequence: state.sequence + 1, recordedAt: generator.now, actor: actor, proposal: proposal)
        let before = acts
        state.apply(act, history: { before })
        acts.append(act)
    }

    /// Proposes one act and checks everything after it.
    mutating func step() {
        let (proposal, actor) = generator.next(state)
        proposed += 1
        let before = state
        let history = acts
        do throws(Refusal) {
            try state.admit(proposal, by: actor, at: generator.now, history: { history })
        } catch {
            refused += 1
            if refused % 25 == 0 { check(state.archive() == before.archive(), "a refused act left a trace") }
            return
        }
        register(proposal, actor)
        guard let act = acts.last else { return }
        check(
            Simulation.Table.allows(act, before: before, acts: history),
            "\(actor) registered \(proposal.act.kind), which it may not")
        checkAnswers(act)
        checkArithmetic()
        if acts.count % 40 == 0 || act.isCorrection { checkReplay() }
        if acts.count % 50 == 0 {
            snapshots.append((acts.count, state.archive()))
            askAnew()
        }
    }

    private mutating func check(_ condition: Bool, _ what: @autoclosure () -> String) {
        if !condition { failures.append(what()) }
    }

    /// Other days to ask about from here on.
    private mutating func askAnew() {
        let today = state.day(at: generator.now)
        let days = [
            today, today.adding(days: -random.below(1500)), Day(number: Int32(9_500 + random.below(9_500))),
        ]
        questions = days.flatMap { Simulation.questions(state, on: $0) }.filter { question in
            switch question.subject {
            case .standing(let party): Simulation.Generator.members.prefix(6).contains(party)
            case .observerStanding(let party): Simulation.Generator.others.prefix(6).contains(party)
            default: true
            }
        }
        replies = questions.map { [state] in Simulation.ask($0, state) }
    }

    /// What held on a past day changes only through acts that the new answer rests on; and no derived status
    /// stands without its clause.
    private mutating func checkAnswers(_ act: RegisteredAct) {
        for index in questions.indices {
            let question = questions[index]
            let reply = Simulation.ask(question, state)
            let old = replies[index].value
            if reply.value != old {
                check(
                    reply.entries.contains(act.sequence),
                    "\(question) changed by \(act) without resting on it: \(old) -> \(reply.value), \(reply.entries)"
                )
            }
            checkClause(question, reply)
            replies[index] = reply
        }
    }

    private mutating func checkClause(_ question: Simulation.Question, _ reply: Simulation.Reply) {
        let edition = state.edition(on: question.day)?.edition
        func cites(_ rules: [RuleID]) -> Bool {
            rules.contains { edition?.rule($0)?.clauses.contains(where: reply.clauses.contains) ?? false }
        }
        if let standing = reply.value as? MemberStanding,
            standing.vote == false || standing.participation == false
        {
            check(cites([.F3]), "\(question): a vote lost without its clause")
        }
        guard let standing = reply.value as? ObserverStanding else { return }
        switch standing.status {
        case .lapsed:
            // Announced under an edition that lets nothing lapse: what was announced is the ground.
            let announced = edition?.rule(.P4) == nil && !reply.entries.isEmpty
            check(cites([.P4]) || announced, "\(question): lapsed without its clause")
        case .atRisk: check(cites([.P5, .P6]), "\(question): at risk without its clause")
        case .active, .notRecorded: break
        }
    }

    /// Parts add up; one presidency at a time.
    private mutating func checkArithmetic() {
        let today = state.day(at: generator.now)
        let budget = "\(random.below(900_000)).\(10 + random.below(90))"
        if let answer = try? state.scale(budget: budget, on: today) {
            let sum = answer.value.parts.reduce(Int64(0)) { $0 + $1.amount.cents }
            check(sum == answer.value.budget.cents, "the parts of \(budget) add up to \(sum)")
        }
        for budget in state.finance.budgets.map(\.value) {
            guard let headings = budget.act.headings else { continue }
            let sum = headings.reduce(Int64(0)) { $0 + $1.amount.cents }
            check(sum == budget.act.amount.cents, "the headings of \(budget.act.year) add up to \(sum)")
        }
        let terms = state.presidency.all.sorted { $0.days.lowerBound < $1.days.lowerBound }
        for (one, next) in zip(terms, terms.dropFirst()) {
            check(one.days.upperBound < next.days.lowerBound, "two presidencies: \(one) and \(next)")
        }
    }

    /// Replay and snapshot give the same state.
    private mutating func checkReplay() {
        let archive = state.archive()
        let last = acts.last
        check(
            ConferenceState.rebuilt(from: acts, shelf: shelf).archive() == archive,
            "replay differs from the live state after \(last.map { "\($0)" } ?? "")")
        let opened = try? ConferenceState(archive: archive, shelf: shelf)
        check(opened?.archive() == archive, "a snapshot doesn't come back")
    }

    /// What the register knew at a sequence never changes.
    mutating func checkThePast() {
        for (sequence, archive) in snapshots {
            let then = ConferenceState.rebuilt(from: acts.prefix(sequence), shelf: shelf)
            check(then.archive() == archive, "what the register knew at \(sequence) has changed")
        }
        if let opened = try? ConferenceState(archive: state.archive(), shelf: shelf) {
            for (index, question) in questions.enumerated() {
                let reply = Simulation.ask(question, opened)
                check(
                    reply.value == replies[index].value && reply.entries == replies[index].entries,
                    "\(question) is answered otherwise from a snapshot")
            }
        }
    }
}
