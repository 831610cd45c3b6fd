import Charter
import Conference

/// How a theme of a strategic plan goes, half-year by half-year: it begins, goes on and ends, and never goes back.
struct PlanCourse {
    /// The plan's half-years, from 0.
    private static let last = 5

    /// The first half-year that the register reports.
    private let first: Int
    /// In which half-year the work begins.
    private let begins: Int
    /// In which it ends, and how; none if it is still in progress when the plan ends.
    private let end: (half: Int, status: PlanStatus)?
    /// The month by which it should be done.
    let deadline: (year: Int, month: Int)

    init(_ subject: Subject, _ plan: StrategicPlan, _ stage: Stage) {
        first = max(0, stage.opening.year - plan.from) * 2
        var random = SeededRandom(stage.seed, "course \(plan.from) \(subject.code)")
        let early = random.int(0...1)
        begins = early
        let half = random.int(2...Self.last)
        switch random.int(0...99) {
        case 0..<52: end = (half, .done)
        case 52..<67: end = (half, .continuous)
        // That it won't be reached is said when the plan ends, not before.
        case 67..<77: end = (Self.last, .notAchieved)
        default: end = nil
        }
        deadline = (plan.from + half / 2, half % 2 == 0 ? 6 : 12)
    }

    /// A year's half-years in a plan.
    static func halves(of year: Int, in plan: StrategicPlan) -> [Int] {
        [(year - plan.from) * 2, (year - plan.from) * 2 + 1]
    }

    /// Where it stands at the end of a half-year.
    func status(at half: Int) -> PlanStatus {
        if let end, half >= end.half { return end.status }
        return half < begins ? .pending : .inProgress
    }

    /// Half of the themes are reported at midyear, all at the year's end; what is done isn't reported again.
    func isReported(at half: Int, _ index: Int) -> Bool {
        func comes(_ half: Int) -> Bool { half % 2 == 1 || index % 2 == 1 }
        let before = (first..<max(first, half)).filter(comes)
        return comes(half) && !before.contains { status(at: $0) == .done }
    }

    /// Where it stood when the last half-year before a day in that month ended.
    static func half(of month: Int, _ year: Int, in plan: StrategicPlan) -> Int {
        (year - plan.from) * 2 + (month > 6 ? 0 : -1)
    }
}
