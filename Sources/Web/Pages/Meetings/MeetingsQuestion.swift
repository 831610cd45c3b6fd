import Charter
import Conference
import HashTreeCollections

/// What is asked of the list of meetings.
struct MeetingsQuestion {
    private(set) var list: ListQuestion
    /// The year asked for.
    let year: Int?
    private let organ: String?
    private let kind: String?
    private let place: String?
    private let words: String?
    private let context: PageContext

    init(_ context: PageContext) {
        self.context = context
        list = ListQuestion(context, .meetings)
        year = list.year("year")
        organ = list.choice("organ", of: context.state.bodies.order.map(\.text))
        kind = list.choice("kind", of: MeetingKind.allCases.map(\.rawValue))
        place = list.text("place")
        words = list.text("q")
    }

    /// The meetings that pass every filter, in their order; none where a filter can't be read.
    func keep(_ meetings: [MeetingRecord]) -> [MeetingRecord] {
        guard !list.isFilterUnfit else { return [] }
        let (place, words) = (place?.folded, words?.folded)
        let own = organ.map { Set((context.state.meetingsByOrgan[OrganID($0)] ?? []).map(\.id)) }
        return meetings.filter { meeting in
            let act = meeting.act
            if let year, act.from.first.year > year || (act.to ?? act.from).last.year < year { return false }
            if let own, !own.contains(meeting.id) { return false }
            if let kind, act.kind.rawValue != kind { return false }
            if let place {
                let host = act.host.map { [$0.text, context.state.name($0).es, context.state.name($0).en] }
                let places = [act.place?.es, act.place?.en].compactMap { $0 } + (host ?? [])
                if !places.contains(where: { $0.folded.contains(place) }) { return false }
            }
            if let words {
                let title = context.state.title(of: meeting)
                let said =
                    [meeting.id.text, title.es, title.en, act.number ?? ""]
                    + meeting.subjects.flatMap { [$0.es, $0.en] }
                if !said.contains(where: { $0.folded.contains(words) }) { return false }
            }
            return true
        }
    }

    /// The form, with what was typed.
    func form(_ all: [MeetingRecord]) -> QuestionModel {
        let years = Set(all.map { $0.act.from.first.year }).sorted(by: >).map { String($0) }
        let known = Set(all.map(\.act.organ))
        let organs = context.state.bodies.order.filter { known.contains($0) }
        let kinds = MeetingKind.allCases.filter { kind in all.contains { $0.act.kind == kind } }
        return list.form(
            [
                list.field(
                    "year", context("Año", "Year"),
                    .choice([("", context("todos", "all"))] + years.map { ($0, $0) })),
                list.field(
                    "organ", context("Órgano", "Organ"),
                    .choice(
                        [("", context("todos", "all"))] + organs.map { ($0.text, context.name($0)) })),
                list.field(
                    "kind", context("Clase", "Kind"),
                    .choice(
                        [("", context("todas", "all"))]
                            + kinds.map { ($0.rawValue, context.word($0.rawValue)) })),
                list.field("place", context("Lugar o sede", "Place or host"), .text),
                list.field("q", context("Que diga", "That says"), .text),
            ], label: context("Filtrar las reuniones", "Filter the meetings"))
    }
}
