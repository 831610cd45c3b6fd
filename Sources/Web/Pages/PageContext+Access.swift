import Charter
import Conference

/// What the reader may know (rules.md, Access and Tact).
extension PageContext {
    /// True if the reader may read that act.
    func isOpen(_ sequence: Int) -> Bool {
        // Nearly every act is of a class that the reader may read: then the state isn't copied to ask it.
        guard state.lines.indices.contains(sequence - 1) else { return false }
        return viewer.mayRead(state.lines[sequence - 1].access) || state.isOpen(sequence, to: viewer)
    }

    /// Who sees what was received and what is open (rules.md, Access): members, presidency and secretariat.
    var seesContributions: Bool { viewer.seesContributions }

    /// The same in words; where the conference is tried out, each a link to this page as one of them sees it.
    var thoseWhoSeeContributions: [LinkModel] {
        func link(_ viewer: Viewer?, _ text: String) -> LinkModel {
            let seat = request.surroundings.isTriedOut ? viewer.flatMap { Seat($0) } : nil
            return LinkModel(text: text, href: seat.map { request.base.seen(by: $0).prefix + here } ?? "")
        }
        return [
            link(
                state.memberIDs(on: today).first.map { .member($0) }, self("los miembros", "the members")),
            link(.presidency, words(.presidency)), link(.secretariat, words(.secretariat)),
        ]
    }

    /// The grounds of an answer as far as the reader may know them: a closed act is a number in the register, and
    /// what it is about isn't told by citing it.
    func told(_ basis: [Basis]) -> [Basis] {
        basis.compactMap { ground in
            let open = ground.entries.filter { isOpen($0) }
            // A ground of closed acts alone, such as a correction among them, says something of them.
            if open.isEmpty, !ground.entries.isEmpty, ground.clause == nil { return nil }
            return Basis(
                clause: ground.clause, entries: open, interpretation: ground.interpretation,
                reason: ground.reason)
        }
    }

    /// Kinds and registrants of the acts that the reader may read, as places in their lists.
    var openLines: (kinds: [UInt16], actors: Set<UInt16>) {
        var kinds: Set<UInt16> = []
        var actors: Set<UInt16> = []
        let viewer = viewer
        for (index, line) in state.lines.enumerated()
        where viewer.mayRead(line.access) || isOpen(index + 1) {
            kinds.insert(line.kindIndex)
            actors.insert(line.actorIndex)
        }
        return (kinds.sorted(), actors)
    }

    /// What stands on a closed act's page.
    var closedActWords: String {
        let who =
            viewer == .public
            ? self("Este acto no es público.", "This act isn't public.")
            : self(
                "Este acto no está abierto a quien lo mira aquí.",
                "This act isn't open to whoever looks here.")
        return who
            + self(
                " Constan su número, su día y su huella; con ellos el registro entero se comprueba igual.",
                " Its number, day and hash are on record; with them the whole register verifies all the same."
            )
    }
}
