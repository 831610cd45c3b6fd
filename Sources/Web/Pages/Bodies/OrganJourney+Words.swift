import Charter
import Conference
import Exchange

/// A step of a matter's way through the organs, in words.
struct JourneyView {
    let heading: String
    let text: String
    let organs: [LinkModel]
    let why: WhyModel
    let json: JSONValue

    init(_ step: JourneyStep, _ context: PageContext) {
        let names = Written.list(step.organs.map { context.name($0) }, context.language)
        heading = JourneyView.heading(step.part, context)
        text = JourneyView.text(step, context)
        organs = step.organs.map { context.link($0) }
        why = context.why(
            step.basis, about: context("de este paso: \(heading)", "of this step: \(heading)"))
        json = [
            "step": .text(step.part.rawValue), "heading": .text(heading), "text": .text(text),
            "organs": .list(step.organs.map { .text($0.text) }), "names": .text(names),
            "basis": context.json(step.basis),
        ]
    }

    private static func heading(_ part: JourneyStep.Part, _ context: PageContext) -> String {
        switch part {
        case .proposes: context("Se propone", "It is put forward")
        case .examines: context("Se prepara y se recomienda", "It is prepared and recommended")
        case .decides: context("Se decide", "It is decided")
        case .circulates: context("Si no puede esperar, circula", "If it can't wait, it goes round")
        case .coordinates: context("Se lleva adelante", "It is carried forward")
        case .supports: context("Se apoya y se guarda", "It is supported and kept")
        }
    }

    private static func text(_ step: JourneyStep, _ context: PageContext) -> String {
        switch step.part {
        case .proposes:
            return step.organs.isEmpty
                ? context("La trae un miembro.", "A member brings it.")
                : context(
                    "La trae un miembro, o la prepara en su tema uno de estos:",
                    "A member brings it, or one of these prepares it in its own subject:")
        case .examines:
            return context(
                "El grupo la examina en lo técnico y recomienda qué hacer.",
                "The group examines it as experts do, and recommends what to do.")
        case .decides:
            return context(
                "El órgano que decide la adopta, la cambia o la deja.",
                "The organ that decides adopts it, changes it or leaves it.")
        case .circulates:
            return context(
                "Entre reuniones se consulta por escrito a los miembros, con un plazo en días hábiles.",
                "Between meetings the members are consulted in writing, with a time limit in working days.")
        case .coordinates:
            return context(
                "La presidencia coordina lo decidido y convoca lo que sigue.",
                "The presidency coordinates what was decided and convenes what follows.")
        case .supports:
            return context(
                "La secretaría apoya a los órganos y guarda lo que consta.",
                "The secretariat supports the organs and keeps what is on record.")
        }
    }
}
