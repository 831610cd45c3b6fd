"""The packs' editions, and what each must say: its parameters, states, footnotes and items."""

import functools
import json
import pathlib

PACKS = pathlib.Path(__file__).resolve().parent.parent.parent / "Sources" / "FoundingData" / "packs"
RULES = "P1 P2 P3 P4 P5 P6 P7 F1 F2 F3 D3 D4 D5 O1 O2 O3 O4 O7 O8 S2".split()
MEMBERS = "BLZ CAN CRI SLV USA GTM HND MEX NIC PAN DOM".split()

KEYS = (
    "format id title shortTitle authentic seat zone currency assumptions presidencyTerm scale criteria "
    "workingDays rules clauses discrepancies"
).split()

# What the code reads of each rule that isn't off; a set is a choice between two shapes.
PARAMETERS = {
    "P1": [{"admissionClosed"}, set()],
    "P2": [{"closedSession"}],
    "P3": [{"closedSession"}],
    "P4": [{"years", "missedMeetings"}],
    "P5": [{"countryNoticeMonths", "organizationNoticeMonths"}],
    "P6": [{"months"}],
    "P7": [set()],
    "F1": [set()],
    "F2": [{"closedSession", "groupRecommendation"}],
    "F3": [{"voteYears", "participationYears", "counting"}],
    "D3": [{"holidayScope"}],
    "D4": [{"interestYears", "acceptanceSuffices"}],
    "D5": [set()],
    "O1": [{"ordinaryPerYear"}, {"ordinaryPerYear", "firstHalfUntil"}],
    "O2": [
        {"meetings", "firstFrom", "firstTo", "secondWithinDays"},
        {"meetings", "firstWithViceMinisterial"},
    ],
    "O3": [{"meetingsPerYear"}],
    "O4": [{"years", "renewals", "maximumYears"}],
    "O7": [{"years"}],
    "O8": [set()],
    "S2": [{"activitiesFrom"}, set()],
}
STRINGS = {
    "counting": {"openSinceDue", "dueDatesPassed"},
    "holidayScope": {"seat", "everyConsultedMember"},
}
DAYS = {"admissionClosed", "activitiesFrom"}
BOOLEANS = {"closedSession", "groupRecommendation", "acceptanceSuffices", "firstWithViceMinisterial"}

# The states that rules.md gives the two editions of the Conference.
STATES = {
    "practice-1996": {
        "own": "P1 P2 P3 F1 F2 D3 D4 D5 O1 O2", "kept": "",
        "interpreted": "D3",
    },
    "charter-2020": {
        "own": "P1 P2 P3 P4 P5 P6 P7 F1 F2 F3 D4 D5 O1 O2 O3 O4 O7 O8 S2",
        "kept": "D3", "interpreted": "P4 P5 P6 F3 D3 O2 O4 S2",
    },
    "practice-2000": {"own": "P1 D5", "kept": "", "interpreted": "D5"},
    # The invented conference's: the Charter's rules, re-stated.
    "statute-2000": {
        "own": "P1 P2 P3 P4 P5 P6 P7 F1 F2 F3 D4 D5 O1 O2 O3 O4 O7 O8 S2",
        "kept": "D3", "interpreted": "P4 P5 P6 F3 D3 O2 O4 S2",
    },
}  # fmt: skip

# Which clause of the Charter each of its sixteen notes belongs to, and who made it.
FOOTNOTES = {
    1: ("carta.considerandos.7", ["USA"]),
    2: ("carta.considerandos.8", ["USA", "DOM"]),
    3: ("carta.mandato.1", None),
    4: ("carta.principios.6", ["USA"]),
    5: ("carta.objetivos.7", None),
    6: ("carta.miembros.1", None),
    7: ("carta.observadores.paises.8", None),
    8: ("carta.estructura.organos.1", None),
    9: ("carta.estructura.viceministerial.competencias.8", None),
    10: ("carta.estructura.viceministerial.competencias.9", None),
    11: ("carta.estructura.secretaria.1", None),
    12: ("carta.estructura.secretaria.2", None),
    13: ("carta.estructura.secretaria.funciones.4", None),
    14: ("carta.estructura.secretaria.funciones.8", None),
    15: ("carta.estructura.secretaria.5", None),
    16: ("carta.financiamiento.cuotas.1", ["GTM"]),
}

# How many items the Charter and the report have under each heading.
COUNTS = {
    "charter-2020": {
        "carta.considerandos": 10, "carta.mandato": 2, "carta.principios": 8,
        "carta.objetivos": 7, "carta.miembros.criterios": 7,
        "carta.observadores.paises.criterios": 5, "carta.sociedad-civil": 4,
        "carta.estructura.viceministerial.competencias": 13,
        "carta.estructura.presidencia.funciones": 6,
        "carta.estructura.grupo-consulta.competencias": 12,
        "carta.estructura.grupos-trabajo.competencias": 5,
        "carta.estructura.secretaria.funciones": 16,
        "carta.financiamiento.cuotas": 4, "carta.anexo-a": 4,
    },
    "practice-1996": {
        "informe.objetivos": 4, "informe.miembros.compromisos": 4,
        "informe.observadores.paises.criterios": 9,
        "informe.observadores.organismos.criterios": 3, "informe.consulta": 4,
        "informe.presidencia.funciones": 9, "informe.secretaria-tecnica.funciones": 8,
        "informe.fondo-reserva": 4,
    },
}  # fmt: skip


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


def editions():
    for conference in ("crm", "csm", "cme"):
        for path in sorted((PACKS / conference / "editions").glob("*.json")):
            yield path, load(path)


def edition(name):
    return next(value for path, value in editions() if value["id"] == name)


def localized(value, where=""):
    """Every {es, en} in a file, with where it stands."""
    if isinstance(value, dict):
        if "es" in value or "en" in value:
            yield where, value
        for key, inner in value.items():
            yield from localized(inner, f"{where}.{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from localized(inner, f"{where}[{index}]")


def of_each_edition(test):
    """Runs a test on every edition's path and value, each its own subtest."""

    @functools.wraps(test)
    def run(self):
        for path, value in editions():
            with self.subTest(edition=value["id"]):
                test(self, path, value)

    return run
