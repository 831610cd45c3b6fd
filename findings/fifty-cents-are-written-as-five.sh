#!/usr/bin/env bash
# Tool: num2words 0.5.14 (measured on 2026-12-01).
# A good guess: its README has "2.14 -l es --to currency" as "dos euros con catorce céntimos" and lists es_CO, es_CR,
# es_GT and es_VE beside es: they differ in the currency's name, not in the amount, and all take `currency`.
# What happens: these four take the figures behind the point as a number of cents. 4417.50 is "... diecisiete
# colónes y cinco céntimos", 45 cents too little, and 4417.05 reads the same. A Decimal is worse: "y cero punto
# cinco céntimos". 282724 without a point is 282,724 colones in es_CR but 2,827.24 in es_NI and es. The option
# `currency`, which is how one asks for dollars, raises TypeError in es_CR and es_GT.
# Who is hurt: a secretariat with its seat in Costa Rica: a contribution of $4,417.50 is receipted in words as
# 4,417.05, and words and figures disagree on a paper that an auditor reads for exactly that.
# What it means for Puebla: not affected. Money is whole cents, printed in figures (Written.money in
# Sources/Web/Phrases/Written+Numbers.swift). A receipt in words, if ever wanted, is to be written from the two
# whole numbers, and tested with cents that end in 0.
set -euo pipefail
command -v python3 >/dev/null || { echo "This needs python3, which isn't installed."; exit 3; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv" || { echo "Python's venv module is missing (Debian: python3-venv)."; exit 3; }
"$work/venv/bin/pip" --quiet --disable-pip-version-check install num2words==0.5.14 || { echo "The packages couldn't be installed."; exit 3; }
cd "$work"
venv/bin/python - <<'PY'
import sys
from decimal import Decimal
from importlib.metadata import version
from num2words import num2words

print("num2words", version("num2words"))


def words(value, lang, **options):
    return num2words(value, lang=lang, to="currency", **options)


def expect(value, lang, end):
    text = words(value, lang)
    print(f"{lang}, {value!r}: {text}")
    if not text.endswith(end):
        sys.exit(f"Changed: {value!r} in {lang} no longer ends with {end!r}.")


expect(4417.50, "es_CR", "diecisiete colónes y cinco céntimos")
expect(4417.05, "es_CR", "diecisiete colónes y cinco céntimos")
expect(4417.50, "es_GT", "diecisiete quetzales y cinco centavos")
expect(4417.50, "es_CO", "diecisiete pesos y cinco centavos")
expect(4417.50, "es_VE", "diecisiete bolívares fuertes y cinco centavos")
expect(Decimal("4417.50"), "es_CR", "diecisiete colónes y cero punto cinco céntimos")
expect(4417.50, "es_NI", "diecisiete córdobas con cincuenta centavos")
expect(4417.50, "es", "diecisiete euros con cincuenta céntimos")

whole = "doscientos ochenta y dos mil setecientos veinticuatro"
for lang, start in (("es_CR", whole), ("es_GT", whole), ("es_NI", "dos mil ochocientos veintisiete"),
                    ("es", "dos mil ochocientos veintisiete")):
    text = words(282724, lang)
    print(f"{lang}, 282724: {text}")
    if not text.startswith(start + " "):
        sys.exit(f"Changed: 282724 in {lang} no longer begins with {start!r}.")

print('es, currency="USD":', words(4417.50, "es", currency="USD"))
for lang in ("es_CR", "es_GT"):
    try:
        sys.exit(f"Changed: {lang} takes a currency now: " + words(4417.50, lang, currency="USD"))
    except TypeError as error:
        print(f"{lang}, currency=\"USD\": TypeError: {error}")
PY
