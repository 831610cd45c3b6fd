"""The shape of JSON values, learned from examples and written as JSON Schema 2020-12."""

from __future__ import annotations

import datetime
import re

from schema_words import ERROR, FRAME, MEMBERS, ROUTES, SHARED, TITLE

DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
AMOUNT = re.compile(r"-?\d+\.\d\d")
WORD = re.compile(r"[a-z][A-Za-z0-9]*")
# A codes' object may be met with words for codes; beyond this many, none of them always there, they are codes.
MANY = 8
# What objects of one set of members are called wherever they stand.
NAMED = {frozenset(members): name for name, (members, _) in SHARED.items()}
# What tells a text's kind; the first that fits every example.
KINDS = {
    "date": lambda text: len(text) == 10 and _is_day(text),
    "partial": lambda text: bool(DAY.fullmatch(text)) and _is_day((text + "-01-01")[:10]),
    "instant": lambda text: bool(INSTANT.fullmatch(text)),
    "hash": lambda text: bool(re.fullmatch(r"[0-9a-f]{64}", text)),
    "amount": lambda text: bool(AMOUNT.fullmatch(text)),
    "page": lambda text: bool(re.match(r"/(c/|~|es/|en/)", text)),
}


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True


class Shape:
    """What was seen in one place."""

    def __init__(self) -> None:
        self.types: set[str] = set()
        self.members: dict[str, Shape] = {}
        self.objects = 0
        self.seen: dict[str, int] = {}
        self.items: Shape | None = None
        self.texts = 0
        self.kinds = set(KINDS)
        self.dashes = False
        self.named: dict[str, Shape] = {}

    def learn(self, value: object) -> None:
        """Takes one more example into account."""
        match value:
            case None:
                self.types.add("null")
            case bool():
                self.types.add("boolean")
            case int():
                self.types.add("integer")
            case float():
                self.types.add("number")
            case str():
                self.types.add("string")
                self.texts += 1
                self.kinds = {kind for kind in self.kinds if KINDS[kind](value)}
                self.dashes = self.dashes or "-" in value
            case list():
                self.types.add("array")
                self.items = self.items or Shape()
                for item in value:
                    self.items.learn(item)
            case dict():
                self._learn(value)

    def _learn(self, value: dict[str, object]) -> None:
        if name := NAMED.get(frozenset(value)):
            shape = self.named.setdefault(name, Shape())
        else:
            shape = self
        shape.types.add("object")
        shape.objects += 1
        for name, member in value.items():
            shape.seen[name] = shape.seen.get(name, 0) + 1
            shape.members.setdefault(name, Shape()).learn(member)

    @property
    def has_codes(self) -> bool:
        """True if the members are codes, not names."""
        if any(not WORD.fullmatch(name) for name in self.members):
            return True
        always = [name for name, count in self.seen.items() if count == self.objects]
        return len(self.members) > MANY and not always

    def add(self, other: Shape) -> None:
        """Takes into account what another shape has seen."""
        self.types |= other.types
        self.objects += other.objects
        self.texts += other.texts
        self.kinds &= other.kinds
        self.dashes = self.dashes or other.dashes
        for name, member in other.members.items():
            self.members.setdefault(name, Shape()).add(member)
            self.seen[name] = self.seen.get(name, 0) + other.seen[name]
        for name, shape in other.named.items():
            self.named.setdefault(name, Shape()).add(shape)
        if other.items:
            self.items = self.items or Shape()
            self.items.add(other.items)

    def take_shared(self, shared: dict[str, Shape]) -> None:
        """Gathers what stands in many places under its name."""
        for name, shape in self.named.items():
            shared.setdefault(name, Shape()).add(shape)
        for shape in [*self.members.values(), *self.named.values(), *([self.items] if self.items else [])]:
            shape.take_shared(shared)

    def schema(self, name: str = "") -> dict[str, object]:
        """The shape as a schema; one that says nothing where nothing but `null` was ever seen."""
        told = {"description": MEMBERS[name]} if name in MEMBERS else {}
        types = sorted(self.types)
        if types in ([], ["null"]) and not self.named:
            return told
        if types == ["integer", "number"]:
            types = ["number"]
        choices: list[dict[str, object]] = [{"$ref": f"#/$defs/{each}"} for each in sorted(self.named)]
        if choices:
            rest = [each for each in types if each != "object" or self.members]
            choices += [self._of([each]) for each in rest]
            return {**told, **(choices[0] if len(choices) == 1 else {"anyOf": choices})}
        return {**told, **self._of(types)}

    def _of(self, types: list[str]) -> dict[str, object]:
        out: dict[str, object] = {"type": types[0] if len(types) == 1 else types}
        if "string" in types:
            out |= self._text(types)
        if "array" in types and self.items and (items := self.items.schema()):
            out["items"] = items
        if "object" in types:
            out |= self._object()
        return out

    def _text(self, types: list[str]) -> dict[str, object]:
        is_nothing_else = set(types) <= {"string", "null"}
        if not self.texts or not is_nothing_else:
            return {}
        if "partial" in self.kinds and self.dashes:
            # A day is as precise as its source; that all examples were whole days proves nothing.
            return {"pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
        if "instant" in self.kinds:
            return {"format": "date-time"}
        if "hash" in self.kinds:
            return {"pattern": "^[0-9a-f]{64}$"}
        if "amount" in self.kinds and self.texts > 2:
            return {"pattern": r"^-?[0-9]+\.[0-9]{2}$"}
        if "page" in self.kinds:
            return {"format": "uri-reference"}
        return {}

    def _object(self) -> dict[str, object]:
        if self.has_codes:
            whole = Shape()
            for member in self.members.values():
                whole.add(member)
            return {"additionalProperties": whole.schema()}
        required = [name for name in self.members if self.seen[name] == self.objects]
        out: dict[str, object] = {
            "properties": {name: member.schema(name) for name, member in self.members.items()}
        }
        if required:
            out["required"] = required
        return out | {"additionalProperties": False}


def definitions(shapes: dict[str, Shape]) -> dict[str, object]:
    """The whole schema: one definition for each kind of answer, and what they share."""
    shared: dict[str, Shape] = {}
    for shape in shapes.values():
        shape.take_shared(shared)
    defs: dict[str, object] = {"frame": _frame(shapes)}
    for name, (_, told) in SHARED.items():
        if name in shared:
            defs[name] = {"description": told, **shared[name].schema()}
    for name, told in ROUTES.items():
        defs[name] = _page(name, told, shapes[name]) if name in shapes else {"description": told, "not": {}}
    defs["error"] = {"description": ERROR, **shapes["error"].schema()} if "error" in shapes else {"not": {}}
    pages = [name for name in ROUTES if name in shapes]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": TITLE,
        "description": "Each answer names its own definition in its member `schema`.",
        "anyOf": [{"$ref": f"#/$defs/{name}"} for name in [*pages, "error"]],
        "$defs": defs,
    }


def _frame(shapes: dict[str, Shape]) -> dict[str, object]:
    """What every page's answer begins with."""
    whole = Shape()
    for name, shape in shapes.items():
        if name != "error":
            whole.add(shape)
    properties = {name: whole.members[name].schema() | {"description": told} for name, told in FRAME.items() if name in whole.members}
    properties["on"] = {"type": "string", "format": "date", "description": FRAME["on"]}
    properties["problem"] = {"type": ["string", "null"], "description": FRAME["problem"]}
    return {
        "description": "What every answer of a page begins with.", "type": "object", "properties": properties,
        "required": [name for name in FRAME if name in properties],
    }  # fmt: skip


def _page(name: str, told: str, shape: Shape) -> dict[str, object]:
    own = [member for member in shape.members if member not in FRAME]
    required = [member for member in own if shape.seen[member] == shape.objects]
    properties: dict[str, object] = {"schema": {"const": f"/schema.json#/$defs/{name}"}}
    properties |= {member: shape.members[member].schema(member) for member in own}
    out: dict[str, object] = {"description": told, "$ref": "#/$defs/frame", "type": "object", "properties": properties}
    if required:
        out["required"] = required
    return out | {"unevaluatedProperties": False}
