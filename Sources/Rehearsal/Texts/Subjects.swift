import Charter

/// What the Emerald Sea Conference talks about.
struct Subject: Sendable {
    /// Its code in documents and themes.
    let code: String
    /// How it is called.
    let title: Localized
    /// In a sentence, what is at stake.
    let matter: Localized
    /// What is proposed.
    let proposal: Localized
    /// The thematic space it belongs to, if any.
    let space: String?

    static let all: [Subject] = [
        Subject(
            code: "primera-escala",
            title: both("La primera escala", "The first port of call"),
            matter: both(
                "Quien desembarca por primera vez suele preguntar en la ventanilla equivocada, y la respuesta cambia de un puerto a otro.",
                "Those who land for the first time often ask at the wrong desk, and the answer changes from one port to the next."
            ),
            proposal: both(
                "Una hoja común, en cuatro lenguas de la cuenca, que diga en cada puerto lo mismo y en el mismo orden.",
                "A common sheet in four languages of the basin that says the same things in the same order in every port."
            ),
            space: "ninez"),
        Subject(
            code: "temporada",
            title: both("Trabajo de temporada con vuelta asegurada", "Seasonal work with a way back"),
            matter: both(
                "Las cosechas y las campañas de pesca empiezan antes de que los contratos estén firmados, y terminan sin que conste el pago del regreso.",
                "Harvests and fishing seasons begin before the contracts are signed, and end without proof that the return was paid."
            ),
            proposal: both(
                "El contrato modelo se firma en el puerto de salida y lleva el pasaje de vuelta como anexo.",
                "The model contract is signed in the port of departure and carries the return passage as an annex."
            ),
            space: "temporada"),
        Subject(
            code: "consular",
            title: both("Puertos sin consulado", "Ports without a consulate"),
            matter: both(
                "En diecinueve puertos de la cuenca ningún país miembro tiene oficina consular, y son los que reciben más barcos en la época de tormentas.",
                "In nineteen ports of the basin no member has a consular office, and they receive the most ships in the storm season."
            ),
            proposal: both(
                "Una guardia consular compartida: cada semana atiende un país por todos.",
                "A shared consular watch: each week one country attends for all."),
            space: "consular"),
        Subject(
            code: "ninez",
            title: both(
                "Niñas, niños y adolescentes que viajan solos", "Children and adolescents travelling alone"),
            matter: both(
                "La primera entrevista decide casi todo lo que sigue, y todavía se hace de once maneras.",
                "The first interview decides nearly all that follows, and it is still held in eleven ways."),
            proposal: both(
                "Adoptar la Guía de la primera escala como texto común y formar a quienes entrevistan.",
                "To adopt the First Port of Call Guide as the common text and train those who interview."),
            space: "ninez"),
        Subject(
            code: "documentos",
            title: both("Documentos perdidos en el mar", "Papers lost at sea"),
            matter: both(
                "Reponer un documento tarda hoy entre nueve días y cuatro meses, según la bandera del barco.",
                "To replace a lost paper takes between nine days and four months today, depending on the ship's flag."
            ),
            proposal: both(
                "Un salvoconducto de treinta días que los once países reconocen.",
                "A thirty-day safe-conduct that the eleven countries recognise."),
            space: "consular"),
        Subject(
            code: "oficios",
            title: both("Reconocimiento de oficios", "Recognition of trades"),
            matter: both(
                "Una soldadora con diez años de experiencia vuelve a empezar como aprendiz al cruzar el estrecho.",
                "A welder with ten years' experience starts again as an apprentice on crossing the strait."),
            proposal: both(
                "Una tabla de equivalencias para doce oficios del puerto y del campo.",
                "A table of equivalences for twelve trades of the port and the land."),
            space: "temporada"),
        Subject(
            code: "tormentas",
            title: both(
                "Movilidad por tormentas y subida del mar", "Mobility from storms and the rising sea"),
            matter: both(
                "Tres comunidades de los cayos del sur se mudaron en un año, y en ningún registro consta por qué.",
                "Three communities of the southern keys moved within a year, and no register says why."),
            proposal: both(
                "Anotar el motivo del traslado con las mismas seis palabras en toda la cuenca.",
                "To record the reason for the move with the same six words throughout the basin."),
            space: "clima"),
        Subject(
            code: "datos",
            title: both("Datos que se puedan sumar", "Data that can be added up"),
            matter: both(
                "Las cifras de entradas de un país no cuadran con las de salidas de su vecino, porque una cuenta personas y la otra, viajes.",
                "One country's entries don't match its neighbour's exits, because one counts people and the other, journeys."
            ),
            proposal: both(
                "Publicar cada trimestre el cuadro común y decir, al pie, qué cuenta cada país.",
                "To publish the common table every quarter and say at its foot what each country counts."),
            space: nil),
        Subject(
            code: "remesas",
            title: both("Lo que cuesta mandar dinero a casa", "What it costs to send money home"),
            matter: both(
                "El envío de cien dólares cuesta entre dos y catorce, y quien envía lo sabe después.",
                "Sending a hundred dollars costs between two and fourteen, and the sender learns it afterwards."
            ),
            proposal: both(
                "Que los bancos de la cuenca publiquen su costo total en la misma tabla.",
                "That the basin's banks publish their total cost in the same table."),
            space: nil),
        Subject(
            code: "genero",
            title: both("Género y movilidad", "Gender and mobility"),
            matter: both(
                "Las mujeres que viajan por trabajo doméstico quedan fuera de las estadísticas y, a menudo, de los contratos.",
                "Women who travel for domestic work are left out of the statistics and, often, of the contracts."
            ),
            proposal: both(
                "Incluir el trabajo en casas particulares en el contrato modelo y contarlo aparte.",
                "To include work in private homes in the model contract and count it apart."),
            space: "genero"),
        Subject(
            code: "retorno",
            title: both("Volver y quedarse", "Returning and staying"),
            matter: both(
                "Dos de cada cinco personas que vuelven con apoyo salen otra vez antes de un año.",
                "Two of every five people who return with support leave again within a year."),
            proposal: both(
                "Acompañar el primer año: una visita, un oficio y una escuela.",
                "To accompany the first year: a visit, a trade and a school."),
            space: nil),
        Subject(
            code: "trata",
            title: both("Contra la trata y el tráfico ilícito", "Against trafficking and smuggling"),
            matter: both(
                "Las redes cambian de puerto más deprisa que los avisos entre autoridades.",
                "The networks change ports faster than the warnings between authorities."),
            proposal: both(
                "Un aviso de dos líneas, el mismo día, a los once puntos de contacto.",
                "A two-line warning, the same day, to the eleven points of contact."),
            space: "genero"),
        Subject(
            code: "vecinos",
            title: both("Tránsito entre pueblos vecinos", "Transit between neighbouring towns"),
            matter: both(
                "Hay pueblos partidos por una frontera que comparten mercado, escuela y panteón.",
                "There are towns split by a border that share a market, a school and a graveyard."),
            proposal: both(
                "Un permiso vecinal de un día que se renueva solo.",
                "A one-day neighbour's permit that renews itself."),
            space: nil),
        Subject(
            code: "salud",
            title: both("La salud en la ruta", "Health along the route"),
            matter: both(
                "La cartilla de vacunas no viaja con la persona, y se vacuna dos veces o ninguna.",
                "The vaccination card doesn't travel with the person, who is vaccinated twice or not at all."),
            proposal: both(
                "Una cartilla común que cabe en el documento de viaje.",
                "A common card that fits into the travel document."),
            space: "ninez"),
    ]
}

/// Central themes of presidencies.
enum Themes {
    static let all: [Localized] = [
        original(
            "Un mar que une: movilidad con reglas claras", "A sea that joins: mobility with clear rules"),
        original("Puertos que escuchan", "Ports that listen"),
        original("De la travesía al trabajo digno", "From the crossing to decent work"),
        original("La infancia primero, en cada escala", "Children first, at every port of call"),
        original("Datos para decidir, confianza para cooperar", "Data to decide, trust to cooperate"),
        original("Volver también es un derecho", "To return is a right too"),
        original("Consulados sin horizonte", "Consulates beyond the horizon"),
        original(
            "Mareas, tormentas y personas: prepararse juntos", "Tides, storms and people: preparing together"),
        original("La frontera como vecindad", "The border as a neighbourhood"),
        original("Oficios que cruzan el mar", "Trades that cross the sea"),
        original("Igualdad a bordo: género y movilidad", "Equality on board: gender and mobility"),
        original("Cooperar antes de la emergencia", "Cooperating before the emergency"),
        original("Palabras comunes para un mar común", "Common words for a common sea"),
        original("La sociedad civil como brújula", "Civil society as a compass"),
        original("Rutas seguras, redes desarmadas", "Safe routes, networks undone"),
        original("Remesas que construyen", "Remittances that build"),
        original("Juventud en movimiento", "Youth on the move"),
        original("El tiempo de la integración", "The time of integration"),
        original("Salud que viaja con la persona", "Health that travels with the person"),
        original("Ciudades costeras, ciudades de acogida", "Coastal cities, welcoming cities"),
        original("Cumplir lo acordado", "Keeping what was agreed"),
        original("Años de consulta: balance y rumbo", "Years of consultation: balance and course"),
        original("Saber quién llega para saber acoger", "Knowing who arrives to know how to welcome"),
        original("Un mismo faro para once costas", "One lighthouse for eleven coasts"),
    ]
}
