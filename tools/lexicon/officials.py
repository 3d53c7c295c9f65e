#!/usr/bin/env python3
"""Writes lexicon/officials.tsv: members of governments by full name, 1990 to early 2014.

    officials.py Phoenix.Countries.actors.txt lexicon/leaders.tsv > lexicon/officials.tsv

The first file is the country actor list of the Open Event Data Alliance (made from CountryInfo.140130), which gives each
office holder a CAMEO code and dates: "[TURGOV 000516-070828]". Only codes of government, legislature and intelligence
count, spans of one person in one state are joined, and people whom leaders.tsv lists are left out.
"""
import datetime as dt
import re
import sys

SPAN = re.compile(r"\[([A-Z]{3})(GOV[A-Z]*|LEG|SPY)\s*(<|>)?(\d{6,8})(?:-(\d{6,8}))?\]")
NOT_NAMES = {"MINISTER", "PRESIDENT", "SECRETARY", "SENATOR", "ACTING", "GENERAL", "KING", "QUEEN", "PRINCE", "GOVERNOR"}
ISO = {"TMP": "TLS", "KSV": "XKX", "DDR": "DEU", "SUN": "RUS", "KNT": "KNA"}  # CAMEO codes that ISO lacks
PARTICLES = {"al", "bin", "ibn", "ul", "ur", "el", "de", "da", "dos", "do", "del", "van", "von", "der", "den", "di", "la"}


def date(digits):
    if len(digits) == 8:
        year, rest = int(digits[:4]), digits[4:]
    elif len(digits) == 6:
        year, rest = int(digits[:2]), digits[2:]
        year += 2000 if year <= 20 else 1900
    else:
        return None
    try:
        return dt.date(year, max(1, int(rest[:2])), max(1, int(rest[2:])))
    except ValueError:
        return None


def press_case(name):
    words = []
    for i, word in enumerate(name.strip("_ ").split("_")):
        low = word.lower()
        if low in PARTICLES and i:
            words.append(low)
        else:
            words.append(re.sub(r"(^|[-'.])([^\W\d_])", lambda m: m.group(1) + m.group(2).upper(), low))
    return " ".join(w for w in words if w)


def main():
    known = {line.split("\t")[0].lower() for line in open(sys.argv[2], encoding="utf-8")}
    spans, name = {}, None
    for line in open(sys.argv[1], encoding="utf-8", errors="replace"):
        line = line.rstrip()
        if not line or line.startswith("#"):
            continue
        if line[0] not in "+ \t":
            name = line.split(";")[0].split("[")[0].split("#")[0].strip()
        for state, role, sign, first, last in SPAN.findall(line):
            state = ISO.get(state, state)
            start, end = date(first), date(last) if last else None
            if sign == "<":
                start, end = dt.date(1980, 1, 1), date(first)
            if start is None or (last and end is None) or (end and end.year < 1990):
                continue
            if not name or "_" not in name.strip("_") or NOT_NAMES & set(name.split("_")) or re.search(r"[\d()]", name):
                continue
            sector = {"GOVLEG": "LEG", "LEG": "LEG", "SPY": "SPY", "GOVSPY": "SPY"}.get(role, "GOV")
            old = spans.get((name, state))
            if old:
                start, sector = min(start, old[0]), old[2]
                end = None if end is None or old[1] is None else max(end, old[1])
            spans[name, state] = (start, end, sector)
    print("# Members of governments and parliaments by full name with the dates between which they served, 1990 to early 2014;\n"
          "# an open end means in office when the source was made. Written by tools/lexicon/officials.py from\n"
          "# Phoenix.Countries.actors.txt (Open Event Data Alliance, after CountryInfo.140130, MIT licence). The source is in\n"
          "# capitals without accents: look-up folds case, and a story's own spelling of a name is kept.")
    print("person\tcountry\tfrom\tuntil\tsector\tcomment")
    count = 0
    for (name, state), (start, end, sector) in sorted(spans.items()):
        person = press_case(name)
        if person.lower() in known or len(person) > 48:
            continue
        print(f"{person}\t{state}\t{start}\t{end or ''}\t{sector}\t")
        count += 1
    print(count, "people", file=sys.stderr)


main()
