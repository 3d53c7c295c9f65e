#!/usr/bin/env python3
"""Tests check_acts.py: each fault put into a copy of the lexicon is named, and the lexicon as it is has none."""
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEXICON = HERE.parents[1] / "lexicon"
COLUMNS = ("lemma pos particle modifier object preposition complement subject type mode actor recipient reciprocal "
           "inner priority plv comment").split()


def check(folder):
    run = subprocess.run([sys.executable, HERE / "check_acts.py", folder], capture_output=True, text=True, check=False)
    return run.returncode, run.stderr


class CheckActs(unittest.TestCase):
    def faults(self, name, line):
        """What the checker says of the lexicon with `line` added to the table `name`."""
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "lexicon"
            shutil.copytree(LEXICON, copy)
            with open(copy / name, "a", encoding="utf-8") as table:
                table.write(line + "\n")
            code, text = check(copy)
            self.assertEqual(code, 1, text)
            return text

    def act(self, **cells):
        row = dict.fromkeys(COLUMNS, "") | {"lemma": "zap", "pos": "verb", "type": "ASSAULT", "actor": "subj",
                                            "recipient": "obj"} | cells
        return self.faults("acts/assault.tsv", "\t".join(row[column] for column in COLUMNS))

    def test_lexicon_has_no_faults(self):
        code, text = check(LEXICON)
        self.assertEqual(code, 0, text)

    def test_names_what_is_unknown(self):
        self.assertIn("unknown type ASSAIL", self.act(type="ASSAIL"))
        self.assertIn("ASSAULT has no mode visit", self.act(mode="visit"))
        self.assertIn("unknown class WEPON", self.act(object="WEPON"))
        self.assertIn("no slot", self.act(recipient="obj/of"))
        self.assertIn("unknown complement", self.act(complement="tothat"))
        self.assertIn("preposition", self.act(preposition="withs:+"))

    def test_names_what_clashes(self):
        text = self.act(lemma="torture", object="+", type="ASSAULT", mode="beat")
        self.assertIn("same conditions", text)
        self.assertIn("other type ASSAULT/torture", text)

    def test_names_what_can_not_fire(self):
        self.assertIn("can't fire", self.act(object="-"))
        self.assertIn("can't fire", self.act(pos="noun", actor="", recipient=""))

    def test_names_a_row_in_the_wrong_file(self):
        self.assertIn("stands in the file of", self.act(type="AID", mode=""))

    def test_names_a_sentence_without_a_recipient(self):
        text = self.faults("training/aid.tsv", "[[Norway]] sent blankets.\tAID\t\t\t")
        self.assertIn("one <<recipient>>", text)

    def test_names_an_unknown_context(self):
        self.assertIn("unknown context", self.faults("contexts.tsv", "zap\tany\tweather\t"))


if __name__ == "__main__":
    unittest.main()
