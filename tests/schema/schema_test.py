#!/usr/bin/env python3
"""Holds the records of `annals read` to the schema that Annals ships, and the schema to its purpose.

    schema_test.py ANNALS MODEL

The stories are the samples, every text of the record fixtures, and stress.jsonl. Wrong records, each a good one with one
fault, must be refused.
"""
import copy
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import check_records

ROOT = Path(__file__).resolve().parents[2]
ANNALS, MODEL = sys.argv[1:3]


def read(arguments, **options):
    return subprocess.run([ANNALS, "read", "--model", MODEL, "--format", "jsonl", *arguments], capture_output=True,
                          encoding="utf-8", check=False, **options)


def sample_stories():
    for path in sorted((ROOT / "samples").glob("*.jsonl")):
        yield from map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1])
    for path in sorted((ROOT / "samples").glob("*.txt")):
        yield {"id": path.stem, "text": path.read_text(encoding="utf-8")}


def fixture_stories():
    """The texts of tests/record/*.tsv: a construction of the language each."""
    for path in sorted((ROOT / "tests" / "record").glob("*.tsv")):
        lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
        header = lines[0].split("\t")
        if "text" not in header:
            continue
        for number, line in enumerate(lines[1:], 2):
            row = dict(zip(header, line.split("\t")))
            yield {"id": f"{path.stem}-{number}", "published": row.get("published") or "2024-03-20",
                   "text": row["text"].replace("\\n", "\n")}


def stress_stories():
    path = Path(__file__).with_name("stress.jsonl")
    yield from map(json.loads, path.read_text(encoding="utf-8").split("\n")[:-1])


class Records(unittest.TestCase):
    def check(self, stories, *options):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "stories.jsonl")
            with open(path, "w", encoding="utf-8") as out:
                out.writelines(json.dumps(story) + "\n" for story in stories)
            ran = read([*options, path])
            self.assertEqual((ran.returncode, ran.stderr), (0, ""))
            checked = subprocess.run([sys.executable, check_records.__file__, path], input=ran.stdout,
                                     capture_output=True, encoding="utf-8", check=False)
            self.assertEqual(checked.returncode, 0, checked.stdout + checked.stderr)

    def test_of_the_samples(self):
        self.check(sample_stories())

    def test_of_the_fixtures(self):
        self.check(fixture_stories())

    def test_of_stress(self):
        self.check(stress_stories())

    def test_with_cameo_codes(self):
        self.check(sample_stories(), "--codebook", "cameo")


WORDS = {"start": 0, "end": 3, "text": "abc"}
ACTOR = {"start": 0, "end": 3, "text": "abc", "name": "Abc", "country": "NOR", "sector": "GOV"}
PLACE = {"name": "Oslo", "country": "NOR", "geonames": 3143244, "lat": 59.91273, "lon": 10.74609}
COMMON = {"doc": "s1", "factuality": "actual", "evidence": WORDS,
          "when": {"text": "on Monday", "start": "2024-03-18", "end": "2024-03-18"}, "where": PLACE,
          "attributed_to": ACTOR, "why": {"entry": "lexicon/acts/consult.tsv:8", "rule": "verb", "words": [WORDS]}}
GOOD = {
    "event": {"type": "CONSULT", "mode": "visit", "context": ["military"], "trigger": WORDS, "actor": [ACTOR],
              "recipient": [ACTOR], "killed": 0, "injured": 1, "size": 2, "cameo": "042"},
    "statement": {"speaker": ACTOR, "content": WORDS, "form": "mixed", "cue": WORDS, "addressee": [ACTOR]},
    "figure": {"of": "aid trucks", "low": 1, "high": 2.5, "qualifier": "between", "unit": "count", "per": "day",
               "measure": "trucks"},
    "movement": {"who": [ACTOR], "from": PLACE, "to": PLACE, "purpose": "to listen"},
    "talks": {"parties": [ACTOR], "mediator": [ACTOR], "subject": "a truce", "status": "stalled", "obstacle": "land"},
    "role": {"person": "Ana Marn", "title": "mayor", "of": ACTOR},
}

ABSENT = object()
# A kind, a path into a good record of it, what stands there instead, and why that is wrong.
WRONG = [
    ("event", "kind", "incident", "no such kind"),
    ("event", "kind", ABSENT, "a record says what it is"),
    ("event", "doc", "", "an id has letters"),
    ("event", "factuality", "maybe", "not one of the four"),
    ("event", "evidence", ABSENT, "every record is pinned to words"),
    ("event", "evidence.text", ABSENT, "the words belong to their place"),
    ("event", "evidence.start", -1, "no character stands before the first"),
    ("event", "evidence.start", 1.5, "characters are counted whole"),
    ("event", "evidence.page", 3, "a member that nobody defined"),
    ("event", "when.start", "18 March 2024", "dates are ISO 8601"),
    ("event", "when.start", "2024-13-01", "there is no 13th month"),
    ("event", "when.end", "2024-02-30", "nor a 30th of February"),
    ("event", "when.end", ABSENT, "both days are given"),
    ("event", "when", None, "absent values are left out"),
    ("event", "where.lat", 91, "north of the pole"),
    ("event", "where.lon", ABSENT, "a latitude alone is no point"),
    ("event", "where.geonames", "3143244", "ids are numbers"),
    ("event", "where.country", "NO", "alpha-2"),
    ("event", "why.entry", "consult", "an entry is a table and a line"),
    ("event", "why.score", 1, "a member that nobody defined"),
    ("event", "type", "MURDER", "no type of PLOVER"),
    ("event", "type", ABSENT, "an event has a type"),
    ("event", "mode", "demo", "a mode of PROTEST, not of CONSULT"),
    ("event", "trigger", ABSENT, "an event has a trigger"),
    ("event", "context", ["sport"], "no context of PLOVER"),
    ("event", "context", ["military", "military"], "twice the same"),
    ("event", "context", [], "empty lists are left out"),
    ("event", "actor", ACTOR, "a list, even of one"),
    ("event", "actor", [{"country": "NOR"}], "an actor has a name"),
    ("event", "actor", [{**ACTOR, "country": "nor"}], "codes are capitals"),
    ("event", "actor", [{**ACTOR, "sector": "XYZ"}], "no such sector"),
    ("event", "actor", [{"name": "Abc", "start": 0}], "a start without an end"),
    ("event", "killed", -1, "fewer than none"),
    ("event", "killed", "12", "a number, not text"),
    ("event", "cameo", "4x", "no code of CAMEO"),
    ("event", "speaker", ACTOR, "a member of another kind"),
    ("statement", "form", "quoted", "no such form"),
    ("statement", "content", "abc", "words have a place"),
    ("statement", "content", ABSENT, "nothing was said"),
    ("statement", "speaker", [ACTOR], "one speaker"),
    ("statement", "type", "CONSULT", "a member of another kind"),
    ("figure", "qualifier", "roughly", "no such qualifier"),
    ("figure", "unit", "miles", "no code of UCUM"),
    ("figure", "unit", "usd", "ISO 4217 has capitals"),
    ("figure", "measure", "deaths", "no such series"),
    ("figure", "per", "daily", "the unit of time"),
    ("figure", "low", "1", "a number, not text"),
    ("figure", "low", ABSENT, "a range has both ends"),
    ("movement", "who", [], "somebody moves"),
    ("movement", "to", "Oslo", "a place, not its name"),
    ("talks", "status", "ongoing", "no such status"),
    ("talks", "subject", "", "absent values are left out"),
    ("role", "person", ACTOR, "a name"),
    ("role", "title", ABSENT, "a role has a title"),
]


class Schema(unittest.TestCase):
    def setUp(self):
        self.schema = check_records.validator()

    def faults(self, record):
        return list(check_records.faults(record, None, self.schema))

    def good(self, kind):
        return copy.deepcopy({"kind": kind, **COMMON, **GOOD[kind]})

    def test_good_records_pass(self):
        for kind in GOOD:
            with self.subTest(kind):
                self.assertEqual(self.faults(self.good(kind)), [])

    def test_each_fault_is_refused(self):
        for kind, path, value, why in WRONG:
            with self.subTest(f"{kind} {path}: {why}"):
                record = self.good(kind)
                *way, last = path.split(".")
                at = record
                for step in way:
                    at = at[step]
                if value is ABSENT:
                    del at[last]
                else:
                    at[last] = value
                self.assertNotEqual(self.faults(record), [], why)

    def test_a_figure_has_a_bound_on_the_side_that_it_names(self):
        for qualifier, bound in [("at_least", "high"), ("more_than", "high"), ("at_most", "low"), ("less_than", "low")]:
            record = {**self.good("figure"), "qualifier": qualifier}
            del record["high" if bound == "low" else "low"]
            with self.subTest(qualifier):
                self.assertNotEqual(self.faults(record), [])

    def test_words_must_be_those_of_the_story(self):
        record = self.good("role")
        self.assertEqual(list(check_records.faults(record, "abc", self.schema)), [])
        self.assertNotEqual(list(check_records.faults(record, "abd", self.schema)), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
