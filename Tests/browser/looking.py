"""Opens a page once and makes the checks that a selection lists. A check's name here is its name in
`selection.py` and in `Tests/checks.md`."""

from __future__ import annotations

from collections.abc import Callable

import page_checks
from page_checks import in_scheme
from selection import Look, Step
from visit import Visit

OTHER = {"es": "en", "en": "es"}


def _words(visit: Visit, look: Look, _: Step, context) -> list[str]:
    """The main part says the same with scripts off."""
    with_scripts = page_checks.text_of(visit)
    with Visit(context(scripts=False), visit.address) as without:
        findings = page_checks.wrong_status(without, look.page.status)
        if page_checks.text_of(without) != with_scripts:
            findings.append("with scripts off the page says something else")
    if len(with_scripts) <= 40:
        findings.append("the page says next to nothing")
    return findings


CHECKS: dict[str, Callable[..., list[str]]] = {
    "status": lambda visit, look, step, context: page_checks.wrong_status(visit, look.page.status),
    "language": lambda visit, look, step, context: page_checks.wrong_language(visit, look.language),
    "console": lambda visit, look, step, context: page_checks.console_errors(visit),
    "words": _words,
    "reflow": lambda visit, look, step, context: page_checks.reflow_problems(visit, step.width),
    "scheme": lambda visit, look, step, context: page_checks.wrong_scheme(visit, step.scheme),
    "axe": lambda visit, look, step, context: page_checks.axe_findings(visit),
    "contrast": lambda visit, look, step, context: page_checks.contrast_findings(visit),
    "print": lambda visit, look, step, context: page_checks.print_problems(visit),
    "keyboard": lambda visit, look, step, context: page_checks.keyboard_problems(visit),
    "motion": lambda visit, look, step, context: page_checks.motion_problems(visit),
    "requests": lambda visit, look, step, context: page_checks.foreign_requests(visit),
    "twin": lambda visit, look, step, context: page_checks.twin_problems(visit, look.language, OTHER[look.language]),
}


def look_at(context: Callable, address: str, look: Look) -> list[str]:
    """What the look's steps find on the page at this address, in their order."""
    findings = []
    with Visit(context(), address) as visit:
        view = (1280, "light")
        for step in look.steps:
            wanted = (step.width or 1280, step.scheme or "light")
            if wanted != view:
                visit.page.set_viewport_size({"width": wanted[0], "height": 800})
                in_scheme(visit, wanted[1])
                view = wanted
            where = f"{wanted[0]} px, {wanted[1]}: " if step.scheme else ""
            findings += [f"{where}{finding}" for finding in CHECKS[step.check](visit, look, step, context)]
    return findings
