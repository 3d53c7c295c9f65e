#!/usr/bin/env python3
"""Writes lexicon/leaders.tsv: leaders and other office holders since 1990 with their dates of office.

    leaders.py REIGN_LEADERS.csv > lexicon/leaders.tsv

REIGN_LEADERS.csv is the leader list of REIGN (Bell 2016, OEF Research): effective national leaders with months of
office. It labels most of them by surname only, so press_names.txt beside this script gives each label its press form;
offices.txt lists the offices that REIGN does not have, and every office after REIGN's last month (2021-03). Where both
list an office of a state, offices.txt decides from its first date on.
"""
import calendar
import csv
import datetime as dt
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
OFFICES = {"hos": "head_of_state", "hog": "head_of_government", "fm": "foreign_minister", "dm": "defence_minister",
           "gl": "group_leader", "of": "other"}
DAY = dt.timedelta(days=1)


def date(text):
    parts = [int(p) for p in text.split("-")]
    return dt.date(*(parts + [1] * (3 - len(parts))))


def office_of_title(title):
    if title in ("prime minister", "chancellor"):
        return "head_of_government"
    if title in ("state counsellor", "administrator", "party chief"):
        return "other"
    return "head_of_state"


def press_names(path):
    states = {}
    for line in open(path, encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        head, body = line.strip().split(": ", 1)
        abb, iso, title = head.split(" ", 2)
        labels = {}
        for part in body.split(";"):
            label, name = part.split("=", 1)
            name, _, own_title = name.strip().partition("/")
            labels[label.strip()] = (name, own_title or title)
        states[abb] = (iso, labels)
    return states


def reign_rows(path, states):
    rows, by_state = [], {}
    for r in csv.DictReader(open(path, encoding="utf-8", errors="replace")):
        by_state.setdefault(r["stateabb"], []).append(r)
    for abb, leaders in by_state.items():
        if abb not in states:
            continue
        iso, labels = states[abb]
        for i, r in enumerate(leaders):
            label = r["leader"].strip()
            if (r["eyear"] and int(r["eyear"]) < 1990) or label not in labels:
                continue
            name, title = labels[label]
            start = dt.date(int(r["syear"]), int(r["smonth"]), min(int(r["sdate"]), 28))
            end = None
            if r["eyear"]:
                y, m = int(r["eyear"]), int(r["emonth"])
                end = dt.date(y, m, calendar.monthrange(y, m)[1])
                if i + 1 < len(leaders):
                    n = leaders[i + 1]
                    after = dt.date(int(n["syear"]), int(n["smonth"]), min(int(n["sdate"]), 28))
                    if start < after <= end:
                        end = after - DAY
            rows.append(dict(person=name, aliases=[], gender="f" if r["gender"] == "0" else "m", country=iso, body="",
                             office=office_of_title(title), title=title, start=start, end=end, sector="GOV",
                             source="REIGN"))
    return rows


def office_rows(path):
    rows, spellings = [], {}
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if line.startswith("SPELL "):
            name, _, others = line[6:].partition("=")
            spellings.setdefault(name.strip(), []).extend(a.strip() for a in others.split("|"))
            continue
        if line.startswith("#") or not line:
            continue
        head, holders = line.split(": ", 1)
        iso, head = head.split(" ", 1)
        code, title = head.split(",", 1)
        sector, body = "GOV", ""
        if "#" in title:
            title, sector = (t.strip() for t in title.split("#"))
        if "@" in title:
            title, body = (t.strip() for t in title.split("@"))
        parsed = []
        for part in holders.split(";"):
            m = re.fullmatch(r"\s*(.*?)\s+(\d{4}(?:-\d\d){0,2})\s*", part)
            if not m:
                sys.exit(f"offices.txt: cannot read '{part}' in '{line[:60]}'")
            who, since = m.groups()
            names, _, others = who.partition("=")
            parsed.append((names.strip(), [a.strip() for a in others.split("|") if a.strip()], date(since)))
        for i, (name, aliases, start) in enumerate(parsed):
            if name == "-":
                continue
            end = parsed[i + 1][2] - DAY if i + 1 < len(parsed) else None
            if end and end < start:
                sys.exit(f"offices.txt: {name} leaves before arriving ({start} {end})")
            gender = "f" if name.endswith("*") else "m"
            rows.append(dict(person=name.rstrip("* "), aliases=aliases, gender=gender,
                             country="" if iso == "---" else iso, body=body, office=OFFICES[code],
                             title=title.strip(), start=start, end=end, sector=sector, source="general knowledge"))
    return rows, spellings


def main():
    states = press_names(os.path.join(HERE, "press_names.txt"))
    hand, spellings = office_rows(os.path.join(HERE, "offices.txt"))
    first = {}
    for r in hand:
        if r["office"] in ("head_of_state", "head_of_government") and not r["body"]:
            key = (r["country"], r["office"])
            first[key] = min(first.get(key, r["start"]), r["start"])
    rows = list(hand)
    for r in reign_rows(sys.argv[1], states):
        begin = first.get((r["country"], r["office"]))
        if begin and r["start"] >= begin - 31 * DAY:
            continue
        if begin and (r["end"] is None or r["end"] >= begin):
            r["end"] = begin - DAY
        if any(h["person"] == r["person"] and h["country"] == r["country"] and h["title"] == r["title"] and
               h["start"] <= r["start"] + 31 * DAY and (h["end"] or dt.date.max) >= r["start"] for h in hand):
            continue
        rows.append(r)
    gender = {r["person"]: "f" for r in rows if r["gender"] == "f"}
    aliases = {}
    for r in rows:
        aliases.setdefault(r["person"], []).extend(r["aliases"])
    for name, others in spellings.items():
        aliases.setdefault(name, []).extend(others)
    rows.sort(key=lambda r: (r["country"] or "zzz", r["body"], r["office"], r["title"], r["start"]))
    print("# Leaders, ministers and heads of groups and bodies since 1990, with the dates of office (from and until, both\n"
          "# inclusive; empty = still in office in mid-2026 or unknown). Written by tools/lexicon/leaders.py: edit\n"
          "# press_names.txt and offices.txt there. Sources: REIGN (OEF Research) to March 2021 for effective heads; general\n"
          "# knowledge for names as the press writes them, other offices and later years. `country` is ISO 3166-1 alpha-3;\n"
          "# `body` is the name in actors.tsv of what the person heads, empty for the state.")
    print("person\taliases\tgender\tcountry\tbody\toffice\ttitle\tfrom\tuntil\tsector\tsource\tcomment")
    seen = set()
    for r in rows:
        names = [a for a in dict.fromkeys(aliases[r["person"]]) if a != r["person"]]
        cells = [r["person"], "|".join(names), gender.get(r["person"], "m"), r["country"], r["body"], r["office"],
                 r["title"], str(r["start"]), str(r["end"] or ""), r["sector"], r["source"], ""]
        if tuple(cells) not in seen:
            print("\t".join(cells))
        seen.add(tuple(cells))


main()
