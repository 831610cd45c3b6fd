import Charter
import Conference
import HTML

/// A party's absences, for those who may know of them: which count, and what isn't counted.
///
/// By rule P4 an observer's status turns on the yearly meetings of the vice-ministers that it missed since it last
/// attended a meeting; no clause counts a member's absence.
struct Absences {
    private let title: Phrase
    private let words: Phrase
    private let table: DataTable?
    private let apart: Phrase?

    /// A member's: listed, and none of them counts; `nil` if there are none.
    init?(_ lines: [AttendanceLine], _ context: PageContext) {
        let absent = lines.filter { $0.presence != .present }
        guard !absent.isEmpty else { return nil }
        title = Phrase("Reuniones en que no estuvo", "Meetings at which it wasn't")
        words = Phrase(
            "Desde que el registro está completo en asistencia, quien no consta presente no estuvo. Ninguna cláusula cuenta la ausencia de un miembro.",
            "Since the register is complete in attendance, whoever isn't recorded as present wasn't there. No clause counts a member's absence."
        )
        table = Absences.table(absent, context)
        apart = nil
    }

    /// An observer's: those that count are listed, the others told apart; `nil` where absence isn't counted.
    init?(_ lines: [AttendanceLine], _ standing: ObserverStanding, _ context: PageContext) {
        guard let from = standing.countedFrom else { return nil }
        let missed = Set(standing.missed)
        let absent = lines.filter { $0.presence != .present && $0.meeting.act.from.first > from }
        guard !absent.isEmpty else { return nil }
        let counted = absent.filter { missed.contains($0.meeting.id) }
        let others = absent.filter { !missed.contains($0.meeting.id) }
        let (es, en) = (Written.long(from, .es), Written.long(from, .en))
        title = Phrase("Ausencias que cuentan", "Absences that count")
        words =
            counted.isEmpty
            ? Phrase(
                "Desde el \(es) no faltó a ninguna Reunión Viceministerial anual, las únicas cuya ausencia se cuenta.",
                "Since \(en) it has missed no yearly Vice-Ministerial Meeting, the only ones whose absence is counted."
            )
            : Phrase(
                "Se cuentan, desde el \(es), solo las Reuniones Viceministeriales anuales a las que no asistió; asistir a cualquier reunión empieza la cuenta de nuevo.",
                "Counted, since \(en), are only the yearly Vice-Ministerial Meetings that it didn't attend; attending any meeting begins the count anew."
            )
        table = counted.isEmpty ? nil : Absences.table(counted, context)
        apart = others.isEmpty ? nil : Absences.apart(others)
    }

    private static func apart(_ lines: [AttendanceLine]) -> Phrase {
        let meetings = lines.count { $0.meeting.isMeeting }
        let events = lines.count - meetings
        let words = [
            (meetings, Phrase("reunión más", "other meeting"), Phrase("reuniones más", "other meetings")),
            (
                events, Phrase("actividad o evento", "activity or event"),
                Phrase("actividades y eventos", "activities and events")
            ),
        ].filter { $0.0 > 0 }.map { ($0.0, Counted(one: $0.1, other: $0.2)) }
        func list(_ language: Language) -> String {
            Written.list(words.map { $1.text($0, language) }, language)
        }
        return Phrase(
            "No se cuentan: \(list(.es)) en que no consta su presencia desde entonces.",
            "Not counted: \(list(.en)) since then that don't record it as present.")
    }

    private static func table(_ lines: [AttendanceLine], _ context: PageContext) -> DataTable {
        DataTable(
            caption: context("Ausencias", "Absences"), hidesCaption: true,
            columns: [
                .init(context("Cuándo", "When")), .init(context("Reunión", "Meeting")),
                .init(context("Asistencia", "Attendance")), .init(context("Acto", "Act"), isNumeric: true),
            ],
            rows: lines.map { line in
                let entry = line.meeting.attendance?.entry ?? line.meeting.entry
                return [
                    .text(Written.partial(line.meeting.act.from, context.language)),
                    .link(
                        context(context.state.title(of: line.meeting)),
                        href: context.plainPath(.meeting(line.meeting.id.text))),
                    line.presence == .absent
                        ? .tag(context("no estuvo", "not there"), .plain) : .none(context.notRecorded),
                    .link(Written.entry(entry, context.language), href: context.plainPath(.entry(entry))),
                ]
            }, isTall: lines.count > 20)
    }

    func write(_ html: inout HTMLWriter, _ language: Language) {
        html.section(
            title[language], id: "attendance", note: Phrase("no es público", "not public")[language]
        ) { html in
            html(.p, words[language], .classes("soft", "small"))
            if let table { html.table(table) }
            if let apart { html(.p, apart[language], .classes("soft", "small")) }
        }
    }
}
