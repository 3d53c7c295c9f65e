#!/usr/bin/env python3
"""Checks the lexicon of acts: what clashes, what is unknown, what can never fire.

usage: check_acts.py [LEXICON_DIR]    (default: lexicon/ beside tools/)

Prints one line a fault, "file:line: problem", and exits 1 if there is one. docs/acts.md explains
the columns.
"""
import csv
import re
import sys
from collections import defaultdict
from pathlib import Path

MODES = {
    "AGREE": "", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "", "AID": "",
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict ban censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack "
               "aerial drone heavy-weapons crowd-control unconventional",
}
MODES = {kind: set(modes.split()) for kind, modes in MODES.items()}
CONTEXTS = set(
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy "
    "economic legal reparations human_rights rights_freedoms repression human_security gender lgbt "
    "religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters "
    "natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs "
    "trafficking".split())
PREPOSITIONS = set(
    "about above across after against ahead along alongside among around as at before behind between beyond by "
    "during for from in inside into like near of off on onto out outside over per round through to toward towards "
    "under upon via with within without".split())
COMPLEMENTS = set("to for-to that ing wh aux obj-to obj-bare pobj-to obj-into obj-from from-ing obj-against of for name free -".split())
CONDITIONS = "lemma pos particle modifier object preposition complement subject priority".split()
SLOT = re.compile(r"^(subj|obj|iobj|speaker|poss|by|amod|compound|between|"
                  r"(pobj:)?[a-z]+|comp)(\.(subj|obj|iobj|poss|owed|(pobj:)?[a-z]+))*$")
CLASS = re.compile(r"\b[A-Z][A-Z_]+\b")


class Faults:
    """Collects what is wrong."""

    def __init__(self):
        self.lines = []

    def add(self, where, problem):
        self.lines.append(f"{where}: {problem}")


def rows(path):
    """The rows of a table as (where, header, cells)."""
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        header = next(reader)
        for number, cells in enumerate(reader, 2):
            yield f"{path}:{number}", header, cells


def table(path, faults):
    for where, header, cells in rows(path):
        if len(cells) > len(header):
            faults.add(where, f"{len(cells)} cells where the header has {len(header)}")
            continue
        cells += [""] * (len(header) - len(cells))  # cells left out at the end are empty
        if any(cell != cell.strip() for cell in cells):
            faults.add(where, "a cell begins or ends with a space")
        yield where, dict(zip(header, cells))


def check_kind(where, kind, mode, faults):
    if kind == "-":
        if mode:
            faults.add(where, f"a row that codes nothing has the mode {mode}")
    elif kind not in MODES:
        faults.add(where, f"unknown type {kind}")
    elif mode and mode not in MODES[kind]:
        faults.add(where, f"{kind} has no mode {mode}")


def check_act(where, act, classes, faults):
    check_kind(where, act["type"], act["mode"], faults)
    if act["plv"] and act["plv"] not in MODES and act["plv"] != "YIELD":
        faults.add(where, f"unknown type {act['plv']} in plv")
    if act["pos"] not in ("verb", "noun", "adj"):
        faults.add(where, f"pos {act['pos']}: want verb, noun or adj")
    if not act["lemma"] or act["lemma"] != act["lemma"].lower():
        faults.add(where, f"lemma {act['lemma']!r}: want a lemma in lower case")
    for column in ("object", "subject", "preposition", "complement"):
        for name in CLASS.findall(act[column]):
            if name not in classes:
                faults.add(where, f"unknown class {name} in {column}")
    if act["object"] == "-" and "obj" in act["recipient"].split("|"):
        faults.add(where, "can't fire: no object is allowed, and the recipient is the object")
    for part in filter(None, act["preposition"].split("|")):
        name, colon, wanted = part.partition(":")
        if name not in PREPOSITIONS or not colon or not wanted:
            faults.add(where, f"preposition {part!r}: want name:word, name:CLASS or name:+")
    for part in filter(None, act["complement"].split("|")):
        if part.split(":")[0] not in COMPLEMENTS and not part.startswith("="):
            faults.add(where, f"unknown complement {part!r}")
    for column in ("actor", "recipient"):
        for slot in filter(None, act[column].split("|")):
            if not SLOT.match(slot):
                faults.add(where, f"{column}: {slot!r} is no slot")
    if act["type"] == "-" and (act["actor"] or act["recipient"]):
        faults.add(where, "a row that codes nothing names an actor or a recipient")
    if act["pos"] == "noun" and act["type"] != "-" and not act["actor"] and not act["recipient"]:
        faults.add(where, "can't fire: no slot for actor or recipient")
    if act["priority"] and not re.fullmatch(r"-?\d+", act["priority"]):
        faults.add(where, f"priority {act['priority']!r}: want a whole number")


def check_acts(folder, classes, faults):
    seen = {}
    count = defaultdict(set)
    for path in sorted((folder / "acts").glob("*.tsv")):
        for where, act in table(path, faults):
            check_act(where, act, classes, faults)
            if act["type"] != "-" and act["type"].lower() != path.stem:
                faults.add(where, f"{act['type']} stands in the file of {path.stem}")
            key = tuple(act[column] for column in CONDITIONS)
            if key in seen:
                other, kind = seen[key]
                same = kind == (act["type"], act["mode"])
                faults.add(where, f"{act['lemma']}: same conditions as {other}"
                                  + ("" if same else f", other type {'/'.join(kind)}"))
            seen[key] = (where, (act["type"], act["mode"]))
            if act["type"] != "-":
                count[act["pos"]].add((act["lemma"], act["particle"], act["modifier"] if act["pos"] == "noun" else ""))
                count[act["type"]].add(act["mode"])
    for kind, modes in MODES.items():
        for mode in modes - count[kind]:
            faults.add(folder / "acts", f"no row for {kind}/{mode}")
    return {name: len(value) for name, value in count.items() if name in ("verb", "noun", "adj")}


def check_others(folder, faults):
    for where, row in table(folder / "nesting.tsv", faults):
        inner = row["inner_type"].removeprefix("stop ")
        check_kind(where, inner, row["inner_mode"], faults)
        if row["type"]:
            check_kind(where, row["type"], row["mode"], faults)
    for where, row in table(folder / "contexts.tsv", faults):
        if row["context"] not in CONTEXTS:
            faults.add(where, f"unknown context {row['context']}")
    for where, row in table(folder / "cameo.tsv", faults):
        check_kind(where, row["type"], row["mode"], faults)
    for where, row in table(folder / "factuality.tsv", faults):
        for column in ("affirmed", "negated"):
            if row[column] not in ("actual", "future", "hypothetical", "negated", "attempt", "absorbed", "decided", "context"):
                faults.add(where, f"unknown effect {row[column]}")
    for name in ("factuality.tsv", "light_verbs.tsv", "contexts.tsv", "nesting.tsv", "cameo.tsv", "classes.tsv"):
        first = {}
        for where, row in table(folder / name, faults):
            keys = [column for column in list(row)[:3] if column not in ("comment", "means")]
            if name == "cameo.tsv":
                keys = ["type", "mode"]
            key = tuple(row[column] for column in keys)
            if key in first:
                faults.add(where, f"{' '.join(key)}: stands already in {first[key]}")
            first[key] = where


def check_training(folder, faults):
    """Each sentence marks one actor [[...]] and one recipient <<...>>."""
    total = 0
    seen = {}
    for path in sorted((folder / "training").glob("*.tsv")):
        for where, row in table(path, faults):
            total += 1
            check_kind(where, row["type"], row["mode"], faults)
            text = row["sentence"]
            if len(re.findall(r"\[\[.+?\]\]", text)) != 1 or len(re.findall(r"<<.+?>>", text)) != 1:
                faults.add(where, "want one [[actor]] and one <<recipient>>")
            if text in seen:
                faults.add(where, f"the same sentence as {seen[text]}")
            seen[text] = where
    return total


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "lexicon"
    faults = Faults()
    classes = {row["class"] for _, row in table(folder / "classes.tsv", faults)}
    count = check_acts(folder, classes, faults)
    check_others(folder, faults)
    training = check_training(folder, faults)
    print("\n".join(faults.lines[:200]), file=sys.stderr)
    print(f"{count.get('verb', 0)} verbs, {count.get('noun', 0)} nouns, {count.get('adj', 0)} adjectives, "
          f"{training} training sentences, {len(faults.lines)} faults")
    return 1 if faults.lines else 0


if __name__ == "__main__":
    sys.exit(main())
