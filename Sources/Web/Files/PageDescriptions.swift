import Charter
import Conference
import Exchange
import HashTreeCollections
import Secretariat

/// What a page is about, for reference managers and search engines: by its route, from the state.
extension PageFiles {
    private var conference: JSONLD.Body {
        JSONLD.Body(context.conferenceName, address: absolute(request.base.path(.home, context.language)))
    }

    /// How the page is quoted; `nil` for pages that nobody quotes by a code.
    func citation() -> Citation? {
        let state = context.state
        func cited(
            _ kind: Citation.Kind, _ code: String, _ title: Localized, genre: String?,
            author: OrganID? = nil, place: String? = nil, date: PartialDay?
        ) -> Citation {
            Citation(
                kind: kind, code: code, title: context(title), language: context.language, genre: genre,
                // Under the name that it had then.
                author: author.map { context(state.name($0, on: date?.last ?? .distantFuture)) }
                    ?? context.conferenceName,
                publisher: context.conferenceName, place: place, date: date,
                address: absolute(request.base.open.path(request.route, context.language)),
                accessed: context.today, notice: context.notice)
        }
        switch request.route {
        case .document(let code):
            guard let document = state.library.documents[DocumentID(code)],
                context.viewer.mayRead(document.act.access)
            else { return nil }
            return cited(
                .document, code, document.act.title, genre: context("Documento", "Document"),
                author: document.act.organ, date: document.dated)
        case .decision(let citation):
            guard let decision = state.deliberation.decisions[DecisionID(citation)],
                decision.session == .open || context.viewer.mayRead(.session)
            else { return nil }
            return cited(
                .decision, citation, decision.act.title, genre: context("Decisión", "Decision"),
                author: decision.act.organ, date: decision.on)
        case .meeting(let code):
            guard let meeting = state.meetings.meetings[MeetingID(code)] else { return nil }
            return cited(
                .meeting, code, state.title(of: meeting), genre: context("Reunión", "Meeting"),
                author: meeting.act.organ, place: meeting.act.place.map { context($0) },
                date: meeting.act.from)
        case .entry(let sequence):
            guard state.lines.indices.contains(sequence - 1) else { return nil }
            let line = state.lines[sequence - 1]
            guard context.viewer.mayRead(line.access) else { return nil }
            return cited(
                .registerEntry, "\(registrar.conference)/\(sequence)", line.kind.type.title,
                genre: context("Acto del registro", "Act of the register"), date: line.on)
        default: return nil
        }
    }

    /// The page in the words of schema.org; empty for pages that aren't about one thing.
    func descriptions(_ model: any PageModel) -> [JSONLD.Node] {
        let nodes = described(model)
        return isInvented ? nodes.map { $0.marked(context.notice) } : nodes
    }

    private func described(_ model: any PageModel) -> [JSONLD.Node] {
        let state = context.state
        switch request.route {
        case .home:
            let opened = state.registry.opened?.act
            return [
                .organization(
                    name: context.conferenceName, alternateName: opened.map { context($0.abbreviation) },
                    address: address(), description: model.summary,
                    members: state.memberIDs(on: context.today).map {
                        JSONLD.Body(context.name($0), address: absolute(request.path(.party($0.text))))
                    })
            ]
        case .organ(let code):
            return [
                .organization(
                    name: context(state.organName(OrganID(code))), alternateName: code, address: address(),
                    description: model.summary, parent: conference)
            ]
        case .meeting(let code):
            guard let meeting = state.meetings.meetings[MeetingID(code)] else { return [] }
            return [
                .event(
                    name: context(state.title(of: meeting)), address: address(),
                    description: meeting.subjects.map { context($0) }.first,
                    starts: meeting.act.from.description, ends: meeting.act.to?.description,
                    place: meeting.act.place.map { context($0) },
                    organizer: JSONLD.Body(context(state.organName(meeting.act.organ))),
                    isCancelled: meeting.cancelled != nil, language: context.language)
            ]
        case .document(let code):
            guard let document = state.library.documents[DocumentID(code)],
                context.viewer.mayRead(document.act.access)
            else { return [] }
            return [
                .work(
                    document.act.kind == .report ? .report : .creativeWork,
                    name: context(document.act.title), address: address(), identifier: code,
                    published: document.dated, publisher: conference,
                    languages: document.act.languages ?? [], file: document.act.link)
            ]
        case .decision(let citation):
            guard let decision = state.deliberation.decisions[DecisionID(citation)],
                decision.session == .open
            else { return [] }
            return [
                .work(
                    .creativeWork, name: context(decision.act.title), address: address(),
                    identifier: citation, published: decision.on, publisher: conference,
                    languages: [context.language])
            ]
        case .charter:
            return [
                .work(
                    .legislation, name: model.title, address: address(), publisher: conference,
                    languages: [.es, .en])
            ]
        default:
            let lists = model.formats.filter { [.csv, .xlsx].contains($0) }
            guard !lists.isEmpty else { return [] }
            return [
                .dataset(
                    name: model.title, address: address(), description: model.summary ?? model.title,
                    creator: conference, modified: Zone.utc.day(state.recordedAt),
                    language: context.language,
                    files: lists.map { (mediaType: $0.mediaType, address: address($0)) })
            ]
        }
    }
}
