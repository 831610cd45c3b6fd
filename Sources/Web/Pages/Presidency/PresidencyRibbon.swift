import Charter
import Conference

/// The ribbon of presidencies, as home and the presidencies' own page draw it.
enum PresidencyRibbon {
    /// A cell per term from the first one recorded; each leads to the Troika of that term's first day. `nil`
    /// where no presidency is recorded.
    static func model(
        _ context: PageContext, slots: [PresidencyState.Slot], troika: Troika
    ) -> RibbonModel? {
        guard !slots.isEmpty else { return nil }
        let own = context.state.termYear(on: context.day)
        let near = [troika.outgoing, troika.incoming].compactMap { $0?.year }
        let years = slots.map { slot in
            RibbonModel.Year(
                year: slot.year, code: slot.term?.party.text,
                name: slot.term.map { context.name($0.party) } ?? context.notRecorded,
                href: context.plainPath(.presidencies, query: [("on", slot.first.description)]),
                mark: slot.year == own ? .current : near.contains(slot.year) ? .near : .none)
        }
        return RibbonModel(
            label: context("Presidencias por año", "Presidencies by year"), years: years,
            caption: missing(slots, context))
    }

    /// The years of which nothing is recorded, in a sentence; `nil` where there are none.
    static func missing(_ slots: [PresidencyState.Slot], _ context: PageContext) -> String? {
        let years = slots.filter { $0.term == nil }.map { String($0.year) }
        guard !years.isEmpty else { return nil }
        let list = Written.list(years, context.language)
        return years.count == 1
            ? context("\(list): no consta en el registro.", "\(list): not recorded.")
            : context("\(list): no constan en el registro.", "\(list): not recorded.")
    }
}
