import Charter
import Conference

extension StrategicPlan {
    static let principles = [
        both("Responsabilidad compartida", "Shared responsibility"),
        both("Respeto a la ley y a las personas", "Respect for the law and for people"),
        both("Consenso, con reserva cuando haga falta", "Consensus, with a reservation where needed"),
    ]

    static let approaches = [
        both("De género", "Of gender"), both("De niñez", "Of childhood"),
        both("De la costa al interior", "From the coast inland"),
    ]

    static let objectives = [
        both(
            "Que las reglas de entrada, salida y tránsito se entiendan de una costa a otra.",
            "That the rules of entry, exit and transit are understood from one coast to the other."),
        both(
            "Que el trabajo de temporada y el retorno dejen más a quien se mueve y a su comunidad.",
            "That seasonal work and return leave more to whoever moves and to their community."),
        both(
            "Que nadie quede sin protección en la ruta, y menos quien viaja sin una persona adulta.",
            "That nobody is left unprotected along the route, least of all whoever travels without an adult."),
    ]

    static let results = [
        both(
            "Los once países informan lo mismo, en las mismas palabras, a quien llega.",
            "The eleven countries tell those who arrive the same, in the same words."),
        both(
            "Los contratos de temporada llevan pagado el regreso y el oficio reconocido.",
            "Seasonal contracts carry the return paid and the trade recognised."),
        both(
            "Toda primera entrevista se hace con la guía común y queda registrada.",
            "Every first interview is held by the common guide and put on record."),
    ]

    static let indicators: [[(kind: PlanLineKind, title: Localized)]] = [
        [
            (
                .resultIndicator,
                both("Puertos que usan la hoja común", "Ports that use the common sheet")
            ),
            (.processIndicator, both("Trimestres con cuadro publicado", "Quarters with a published table")),
        ],
        [
            (
                .resultIndicator,
                both(
                    "Contratos modelo firmados en el puerto de salida",
                    "Model contracts signed in the port of departure")
            ),
            (
                .impactIndicator,
                both("Personas que vuelven con lo ganado", "People who return with what they earned")
            ),
        ],
        [
            (.processIndicator, both("Personas formadas para entrevistar", "People trained to interview")),
            (
                .impactIndicator,
                both(
                    "Días entre la primera escala y la primera respuesta",
                    "Days between the first port of call and the first answer")
            ),
        ],
    ]
}
