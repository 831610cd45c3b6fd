#!/usr/bin/env python3
"""Make the packs' dated public holidays from the PyPI package `holidays`.

    python3 -m venv .venv-holidays
    .venv-holidays/bin/pip install -r scripts/holidays-requirements.txt
    .venv-holidays/bin/python scripts/make_holidays.py

One file a conference, one line a holiday. What goes in:

* the package's `public` holidays, for Canada its `government` ones (its `public` ones leave
  out days on which the federal administration is closed);
* observed and moved days as the package gives them;
* Monday to Friday alone: a weekend is no working day anyway;
* not Costa Rica's optional holidays (2 and 31 August, 1 December), which are working days:
  the package keeps them in a category of their own.

A name that has no Spanish in the package is in SPANISH below; one that is nowhere stops the
script, so a new release of the package can't bring in an untranslated day.
"""

import json
import pathlib
import sys

try:
    import holidays
except ImportError:
    sys.exit(
        "make_holidays: the package 'holidays' is missing; "
        "install it with: pip install -r scripts/holidays-requirements.txt"
    )

VERSION = "0.108"
FIRST, LAST = 2015, 2035
PACKS = pathlib.Path(__file__).resolve().parent.parent / "Sources" / "FoundingData" / "packs"

# ISO 3166 alpha-3, as parties are named, to the alpha-2 that the package takes;
# in the order in which each conference lists its members.
CONFERENCES = {
    "crm": {
        "BLZ": "BZ", "CAN": "CA", "CRI": "CR", "SLV": "SV", "USA": "US", "GTM": "GT",
        "HND": "HN", "MEX": "MX", "NIC": "NI", "PAN": "PA", "DOM": "DO",
    },
    "csm": {
        "ARG": "AR", "BOL": "BO", "BRA": "BR", "CHL": "CL", "COL": "CO", "ECU": "EC",
        "GUY": "GY", "PRY": "PY", "PER": "PE", "SUR": "SR", "URY": "UY", "VEN": "VE",
    },
}  # fmt: skip

CATEGORY = {"CAN": "government"}

# The package marks a moved or computed day behind its name.
MARKS = {
    " (observed, estimated)": " (observado, estimado)",
    " (observed)": " (observado)",
    " (estimated)": " (estimado)",
}

# For the countries whose names the package doesn't have in Spanish.
SPANISH = {
    "BLZ": {
        "Boxing Day": "Día de San Esteban",
        "Christmas Day": "Navidad",
        "Commonwealth Day": "Día de la Mancomunidad",
        "Easter Monday": "Lunes de Pascua",
        "Emancipation Day": "Día de la Emancipación",
        "Garifuna Settlement Day": "Día del Asentamiento Garífuna",
        "George Price Day": "Día de George Price",
        "Good Friday": "Viernes Santo",
        "Independence Day": "Día de la Independencia",
        "Indigenous Peoples' Resistance Day": "Día de la Resistencia de los Pueblos Indígenas",
        "Labour Day": "Día del Trabajo",
        "National Heroes and Benefactors Day": "Día de los Héroes y Benefactores Nacionales",
        "New Year's Day": "Año Nuevo",
        "Pan American Day": "Día Panamericano",
        "Saint George's Caye Day": "Día del Cayo San Jorge",
    },
    "CAN": {
        "Boxing Day": "Día de San Esteban",
        "Canada Day": "Día de Canadá",
        "Christmas Day": "Navidad",
        "Good Friday": "Viernes Santo",
        "Labour Day": "Día del Trabajo",
        "National Day for Truth and Reconciliation":
            "Día Nacional de la Verdad y la Reconciliación",
        "New Year's Day": "Año Nuevo",
        "Remembrance Day": "Día del Recuerdo",
        "Thanksgiving Day": "Día de Acción de Gracias",
        "Victoria Day": "Día de la Reina Victoria",
    },
    "USA": {
        "Christmas Day": "Navidad",
        "Columbus Day": "Día de Colón",
        "Independence Day": "Día de la Independencia",
        "Juneteenth National Independence Day":
            "Juneteenth, Día Nacional de la Independencia",
        "Labor Day": "Día del Trabajo",
        "Martin Luther King Jr. Day": "Día de Martin Luther King Jr.",
        "Memorial Day": "Día de los Caídos",
        "New Year's Day": "Año Nuevo",
        "Thanksgiving Day": "Día de Acción de Gracias",
        "Veterans Day": "Día de los Veteranos",
        "Washington's Birthday": "Natalicio de Washington",
    },
    "BRA": {
        "All Souls' Day": "Día de los Difuntos",
        "Christmas Day": "Navidad",
        "Good Friday": "Viernes Santo",
        "Independence Day": "Día de la Independencia",
        "National Day of Zumbi and Black Awareness":
            "Día Nacional de Zumbi y de la Conciencia Negra",
        "Our Lady of Aparecida": "Nuestra Señora Aparecida",
        "Republic Proclamation Day": "Proclamación de la República",
        "Tiradentes' Day": "Día de Tiradentes",
        "Universal Fraternization Day": "Confraternización Universal",
        "Worker's Day": "Día del Trabajador",
    },
    "GUY": {
        "Arrival Day": "Día de la Llegada",
        "CARICOM Day": "Día de la CARICOM",
        "Christmas Day": "Navidad",
        "Commonwealth Day": "Día de la Mancomunidad",
        "Day After Christmas": "Día después de Navidad",
        "Deepavali": "Diwali",
        "Easter Monday": "Lunes de Pascua",
        "Eid-Ul-Azha": "Fiesta del Sacrificio",
        "Emancipation Day": "Día de la Emancipación",
        "Good Friday": "Viernes Santo",
        "Phagwah": "Phagwah",
        "Independence Day": "Día de la Independencia",
        "Labour Day": "Día del Trabajo",
        "New Year's Day": "Año Nuevo",
        "Youman Nabi": "Natalicio del Profeta",
        "Public Holiday": "Feriado público",
        "Republic Day": "Día de la República",
    },
    "SUR": {
        "Chinese New Year": "Año Nuevo chino",
        "Christmas Day": "Navidad",
        "Day of Freedoms": "Día de las Libertades",
        "Day of Liberation and Renewal": "Día de la Liberación y la Renovación",
        "Day of the Maroons": "Día de los Cimarrones",
        "Diwali": "Diwali",
        "Easter Monday": "Lunes de Pascua",
        "Eid al-Adha": "Fiesta del Sacrificio",
        "Eid al-Fitr": "Fiesta del Fin del Ramadán",
        "Good Friday": "Viernes Santo",
        "Holi": "Holi",
        "Independence Day": "Día de la Independencia",
        "Indigenous People Day": "Día de los Pueblos Indígenas",
        "Labor Day": "Día del Trabajo",
        "New Year's Day": "Año Nuevo",
        "Second Day of Christmas": "Segundo día de Navidad",
    },
}


def calendar(party, country, language):
    """One country's holidays as the package has them, a year more on each side, since an
    observed day can fall in the neighbouring year."""
    return holidays.country_holidays(
        country,
        years=range(FIRST - 1, LAST + 2),
        language=language,
        categories=(CATEGORY.get(party, "public"),),
    )


def english(country):
    """The English to ask for: the country's own where the package has it, else American."""
    probe = holidays.country_holidays(country)
    if probe.default_language is None:
        return None
    own = [name for name in probe.supported_languages if name == probe.default_language]
    return own[0] if own and own[0].startswith("en") else "en_US"


def spanish_name(party, name):
    """The Spanish of one English name, its mark translated with it."""
    for mark, translated in MARKS.items():
        if name.endswith(mark):
            return spanish_name(party, name[: -len(mark)]) + translated
    try:
        return SPANISH[party][name]
    except KeyError:
        sys.exit(f"make_holidays: no Spanish for {party} {name!r}; add it to SPANISH")


def days(party, country):
    """[{day, es, en}] of one party, Monday to Friday, in order."""
    named = calendar(party, country, english(country))
    in_spanish = "es" in (named.supported_languages or ())
    spanish = calendar(party, country, "es") if in_spanish else None
    rows = []
    for day in sorted(named):
        if not FIRST <= day.year <= LAST or day.weekday() > 4:
            continue
        names = named.get_list(day)
        translated = (
            spanish.get_list(day)
            if spanish is not None
            else [spanish_name(party, name) for name in names]
        )
        rows.append(
            {"day": day.isoformat(), "es": "; ".join(translated), "en": "; ".join(names)}
        )
    return rows


def document(conference):
    """What a conference's file says."""
    return {
        "format": 1,
        "from": FIRST,
        "to": LAST,
        "source": {"package": "holidays", "version": VERSION},
        "parties": {
            party: days(party, country)
            for party, country in CONFERENCES[conference].items()
        },
    }


def text(value):
    """The file's bytes: a holiday a line, so that a change reads as one."""
    def line(row):
        return json.dumps(row, ensure_ascii=False, separators=(",", ":"))

    head = ",\n".join(
        f"{json.dumps(key)}:{line(value[key])}" for key in value if key != "parties"
    )
    parties = ",\n".join(
        f"{json.dumps(party)}:[\n" + ",\n".join(map(line, rows)) + "\n]"
        for party, rows in value["parties"].items()
    )
    return "{" + head + ',\n"parties":{\n' + parties + "\n}}\n"


def path(conference):
    return PACKS / conference / "holidays.json"


def main():
    if holidays.__version__ != VERSION:
        sys.exit(f"make_holidays: holidays {VERSION} is wanted, not {holidays.__version__}")
    for conference in CONFERENCES:
        target = path(conference)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text(document(conference)), encoding="utf-8")
        print(target)


if __name__ == "__main__":
    main()
