import Charter

/// Towns of the states of the Emerald Sea; all invented.
enum Places {
    private static let towns: [PartyID: [Localized]] = [
        "XAL": [both("Alcora la Vieja", "Alcora la Vieja"), both("Puerto Almenara", "Puerto Almenara")],
        "XBE": [both("Ciudad Belmar", "Belmar City"), both("Las Salinas Altas", "Las Salinas Altas")],
        "XCO": [both("Coral Grande", "Coral Grande"), both("Bahía Madrépora", "Madrepore Bay")],
        "XDU": [both("Dunas Blancas", "Dunas Blancas"), both("Oasis del Norte", "Northern Oasis")],
        "XES": [both("Villa Esperia", "Villa Esperia"), both("Monteclaro", "Monteclaro")],
        "XFA": [both("Faro Mayor", "Faro Mayor"), both("Cabo Lucero", "Cape Lucero")],
        "XGR": [both("Puerto Sereno", "Puerto Sereno"), both("Granisla la Alta", "Granisla la Alta")],
        "XIM": [both("Ciudad Mayor", "Ciudad Mayor"), both("Tres Amarras", "Tres Amarras")],
        "XLU": [both("Lumbria", "Lumbria City"), both("Puente de Cristal", "Crystal Bridge")],
        "XMA": [both("Marenia la Nueva", "New Marenia"), both("Puerto Pleamar", "Puerto Pleamar")],
        "XOR": [both("Orián", "Orian"), both("Los Almendros", "Los Almendros")],
    ]

    /// A town of a state.
    static func town(of party: PartyID, _ index: Int) -> Localized {
        guard let towns = towns[party], !towns.isEmpty else { return both("Puerto Sereno", "Puerto Sereno") }
        return towns[index % towns.count]
    }
}
