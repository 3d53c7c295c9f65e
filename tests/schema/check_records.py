#!/usr/bin/env python3
"""Checks records against schema/record.schema.json, and the words in them against their stories.

    check_records STORIES.jsonl < RECORDS.jsonl

Prints a line for each fault and exits 1 if there is one.
"""
import json
import sys
from pathlib import Path

try:
    import jsonschema
except ImportError:
    sys.exit(f"{sys.executable} has no jsonschema. Run `make setup`, which installs Debian's python3-jsonschema.")

SCHEMA = Path(__file__).resolve().parents[2] / "schema" / "record.schema.json"


def validator():
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def stories(path):
    with open(path, encoding="utf-8") as lines:
        return {story["id"]: story["text"] for story in map(json.loads, lines)}


def slices(value):
    """The objects under `value` that say which words of the story they are."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from slices(part)


def faults(record, text, schema):
    """What is wrong with a record, a line each. `text` is that of its story, or None to leave the words unchecked."""
    wrong = [f"{error.json_path}: {error.message}" for error in schema.iter_errors(record)]
    if wrong:
        yield from wrong
        return
    for words in slices(record) if text is not None else ():
        if text[words["start"]:words["end"]] != words["text"]:
            yield f"{words} is not what the story has there"
    when = record.get("when") or {}
    if when and when.get("start", "") > when.get("end", ""):
        yield f"{when} ends before it starts"
    if record.get("low") is not None and record.get("high") is not None and record["low"] > record["high"]:
        yield f"low {record['low']} is more than high {record['high']}"


def main():
    schema, texts, bad, seen = validator(), stories(sys.argv[1]), 0, {}
    for number, line in enumerate(sys.stdin, 1):
        record = json.loads(line)
        seen[record.get("kind")] = seen.get(record.get("kind"), 0) + 1
        for fault in faults(record, texts[record["doc"]], schema):
            print(f"record {number}: {fault}\n  {line.strip()[:400]}")
            bad += 1
    print(", ".join(f"{count} {kind}" for kind, count in sorted(seen.items())))
    missing = set(schema.schema["$defs"]["kind"]["enum"]) - set(seen)
    if missing:
        print(f"no record of kind {', '.join(sorted(missing))}: nothing was checked of it")
    return 1 if bad or missing else 0


if __name__ == "__main__":
    sys.exit(main())
