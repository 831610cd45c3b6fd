#!/usr/bin/env bash
# A good guess: num2words writes an amount in words for a receipt; the Spanish variants (es_CR, es_GT, es_NI ...)
# differ in the currency's name, not in the amount. That an integer means cents (an old complaint) may surprise,
# but then in all of them.
# What happens (num2words 0.5.14; measured on 2026-12-01): Costa Rica's and Guatemala's variants (Colombia's and
# Venezuela's too) take the figures behind the point as a number of cents: 4417.50 is "cuatro mil cuatrocientos
# diecisiete ... y cinco céntimos", 45 cents too little, while 4417.05 reads the same. A Decimal is worse: "cero
# punto cinco céntimos". And 282724 without a point is 282,724 colones in es_CR and quetzales in es_GT but
# 2,827.24 in es_NI and es. The option `currency`, which is how one asks for dollars, raises in es_CR and es_GT.
# Who is hurt: the secretariat's seat is in Costa Rica and a contribution of $4,417.50 is receipted in words as
# 4,417.05: words and figures disagree on a paper that an auditor reads for exactly that.
# For us: not affected: money is whole cents and is printed in figures only (Sources/Web/Phrases/Written+Numbers.swift).
# If a receipt in words is ever wanted, it is to be written from the two integers, never through this library.
set -eu
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

for lang in ("es_CR", "es_GT"):
    try:
        sys.exit(f"Changed: {lang} takes a currency now: " + words(4417.50, lang, currency="USD"))
    except TypeError as error:
        print(f"{lang}, currency=\"USD\": TypeError: {error}")
PY
