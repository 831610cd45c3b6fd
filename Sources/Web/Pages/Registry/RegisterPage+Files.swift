import Charter
import Conference
import Secretariat

extension RegisterPage {
    func acts() -> [Int] { sequences.sorted(by: >) }

    /// Every act that was asked for, by what the register knows of it without being read: what a closed act is
    /// about stays closed.
    func lists() -> [ListModel] {
        let state = context.state
        let closed = context("reservado", "closed")
        let rows = sequences.map { sequence -> [DataTable.Cell] in
            let line = state.lines[sequence - 1]
            let isOpen = context.isOpen(sequence)
            let recorded = PartialDay(context.localDay(line.instant))
            return [
                .text(String(sequence)),
                isOpen
                    ? .text(context(line.kind.type.title)) : .text(context("Acto reservado", "Closed act")),
                isOpen ? .text(line.kind.type.kind) : .none(closed),
                isOpen ? .day(line.on, context.language) : .none(closed),
                .day(recorded, context.language),
                line.correctedBy == 0
                    ? .none(context("no corregido", "not corrected")) : .text(String(line.correctedBy)),
                .text(context.request.base.path(.entry(sequence), context.language)),
            ]
        }
        return [
            ListModel(
                id: "register",
                table: DataTable(
                    caption: title,
                    columns: [
                        .init(context("N.º", "No."), isNumeric: true), .init(context("Qué", "What")),
                        .init(context("Clase", "Kind")), .init(context("Ocurrió", "Happened")),
                        .init(context("Registrado", "Recorded")),
                        .init(context("Corregido por", "Corrected by"), isNumeric: true),
                        .init(context("Dirección", "Address")),
                    ], rows: rows))
        ]
    }
}
