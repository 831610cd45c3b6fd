import Charter

/// The time zone of each state's capital, by the state's ISO 3166 code: what a reader's clock is chosen from.
enum CapitalZones {
    /// The zone of a state's capital; `nil` for a code that isn't a state's.
    static func zone(of party: PartyID) -> String? { zones[party.text] }

    private static let zones: [String: String] = {
        var zones: [String: String] = [:]
        for (area, places) in table {
            for place in places.split(separator: " ") {
                let halves = place.split(separator: ":")
                if halves.count == 2 { zones[String(halves[0])] = area + "/" + String(halves[1]) }
            }
        }
        return zones
    }()

    private static let table: [(area: String, places: String)] = [
        (
            "America",
            """
            ARG:Argentina/Buenos_Aires ATG:Antigua BHS:Nassau BLZ:Belize BOL:La_Paz BRA:Sao_Paulo \
            BRB:Barbados CAN:Toronto CHL:Santiago COL:Bogota CRI:Costa_Rica CUB:Havana DMA:Dominica \
            DOM:Santo_Domingo ECU:Guayaquil GRD:Grenada GTM:Guatemala GUY:Guyana HND:Tegucigalpa \
            HTI:Port-au-Prince JAM:Jamaica KNA:St_Kitts LCA:St_Lucia MEX:Mexico_City NIC:Managua \
            PAN:Panama PER:Lima PRI:Puerto_Rico PRY:Asuncion SLV:El_Salvador SUR:Paramaribo \
            TTO:Port_of_Spain URY:Montevideo USA:New_York VCT:St_Vincent VEN:Caracas
            """
        ),
        (
            "Europe",
            """
            AUT:Vienna BEL:Brussels BGR:Sofia CHE:Zurich CZE:Prague DEU:Berlin DNK:Copenhagen EST:Tallinn \
            ESP:Madrid FIN:Helsinki FRA:Paris GBR:London GRC:Athens HRV:Zagreb HUN:Budapest IRL:Dublin \
            ITA:Rome LTU:Vilnius LUX:Luxembourg LVA:Riga MLT:Malta NLD:Amsterdam NOR:Oslo POL:Warsaw \
            PRT:Lisbon ROU:Bucharest RUS:Moscow SRB:Belgrade SVK:Bratislava SVN:Ljubljana SWE:Stockholm \
            TUR:Istanbul UKR:Kyiv VAT:Vatican
            """
        ),
        (
            "Asia",
            """
            ARE:Dubai BGD:Dhaka CHN:Shanghai CYP:Nicosia IDN:Jakarta IND:Kolkata ISR:Jerusalem JPN:Tokyo \
            KHM:Phnom_Penh KOR:Seoul LKA:Colombo MYS:Kuala_Lumpur NPL:Kathmandu PAK:Karachi PHL:Manila \
            QAT:Qatar SAU:Riyadh SGP:Singapore THA:Bangkok VNM:Ho_Chi_Minh
            """
        ),
        (
            "Africa",
            """
            AGO:Luanda CIV:Abidjan CMR:Douala COD:Kinshasa DZA:Algiers EGY:Cairo ETH:Addis_Ababa GHA:Accra \
            KEN:Nairobi MAR:Casablanca NGA:Lagos RWA:Kigali SEN:Dakar TUN:Tunis UGA:Kampala ZAF:Johannesburg
            """
        ), ("Atlantic", "CPV:Cape_Verde ISL:Reykjavik"), ("Australia", "AUS:Sydney"),
        ("Pacific", "FJI:Fiji NZL:Auckland"),
    ]
}
