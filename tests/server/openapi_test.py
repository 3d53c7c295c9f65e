#!/usr/bin/env python3
"""Holds `annals serve` to its OpenAPI document by a validator that is not our own.

    openapi_test.py ANNALS MODEL

The ledger is made of the samples. Every path is asked as the document allows; each answer is checked by Debian's
python3-jsonschema against the schema that the document gives for its status, and the document against itself.
"""
import http.client
import itertools
import json
import random
import re
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
from pathlib import Path

import jsonschema

ROOT = Path(__file__).resolve().parents[2]
ANNALS, MODEL = sys.argv[1:3]

# Values that occur in the samples, beside those that the schemas allow.
KNOWN = {"actor": ["Turkey", "NOR", "nobody"], "recipient": ["Israel"], "involving": ["Egypt"], "type": ["ASSAULT"],
         "mode": ["visit"], "context": ["diplomatic"], "measure": ["killed"], "where": ["Kenya"], "near": ["31.5,34.4,500"],
         "since": ["2023-01-01"], "until": ["2025-12-31"], "source": ["Annals samples"], "text": ["aid"],
         "said_by": ["minister"], "q": ["tu", "*"], "by": ["actor", "country"], "doc": ["relief-convoy"]}


class Served:
    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        ledger = f"{self.folder.name}/samples.db"
        subprocess.run([ANNALS, "add", "--model", MODEL, ledger, *map(str, sorted((ROOT / "samples").glob("*.jsonl")))],
                       check=True, capture_output=True)
        self.process = subprocess.Popen([ANNALS, "serve", "--write", "--port", "0", "--model", MODEL, ledger],
                                        stderr=subprocess.PIPE, encoding="utf-8")
        self.port = int(re.search(r":(\d+)/", self.process.stderr.readline())[1])
        self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def ask(self, method, path, body=None, headers=()):
        self.connection.request(method, "/api/v1" + path, body=body, headers=dict(headers))
        answer = self.connection.getresponse()
        return answer.status, answer.getheader("Content-Type"), answer.read()

    def stop(self):
        self.connection.close()
        self.process.terminate()
        self.process.wait()
        self.process.stderr.close()
        self.folder.cleanup()


class OpenApiTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.served = Served()
        cls.document = json.loads(cls.served.ask("GET", "/openapi.json")[2])

    @classmethod
    def tearDownClass(cls):
        cls.served.stop()

    def resolved(self, thing):
        while "$ref" in thing:
            target = self.document
            for key in thing["$ref"].split("/")[1:]:
                target = target[key]
            thing = target
        return thing

    def check(self, operation, status, kind, body):
        """The answer against the schema of its status."""
        responses = operation["responses"]
        response = self.resolved(responses.get(str(status), responses["default"]))
        self.assertIn(kind, response["content"])
        schema = {**response["content"][kind]["schema"], "components": self.document["components"]}
        jsonschema.Draft202012Validator(schema).validate(json.loads(body))

    def values(self, parameter):
        schema = self.resolved(parameter["schema"])
        schema = self.resolved(schema.get("items", schema))
        fitting = [v for v in KNOWN.get(parameter["name"], []) if "enum" not in schema or v in schema["enum"]]
        return fitting or schema.get("enum") or ([1, schema.get("maximum", 9)] if schema.get("type") == "integer" else [])

    def test_the_schemas_are_schemas(self):
        for schema in self.document["components"]["schemas"].values():
            jsonschema.Draft202012Validator.check_schema(schema)
        self.assertEqual(self.document["openapi"], "3.1.0")
        names = [o["operationId"] for p in self.document["paths"].values() for o in p.values()]
        self.assertEqual(len(names), len(set(names)))

    def test_every_path_answers_as_the_document_says(self):
        draw = random.Random(8)
        ids = {"/stories/{id}": ["1", "2", "999"], "/records/{id}": ["e1", "s1", "f1", "m1", "t1", "r1", "e999999"]}
        for path, methods in self.document["paths"].items():
            if "get" not in methods:
                continue
            operation = methods["get"]
            parameters = [p for p in map(self.resolved, operation.get("parameters", [])) if p["in"] == "query"]
            required = [p for p in parameters if p.get("required")]
            questions = [[]] if not required else []
            for parameter in parameters:
                questions += [[(parameter["name"], v)] for v in self.values(parameter)]
            for _ in range(10):  # and some together
                chosen = [p for p in parameters if p in required or draw.random() < 0.3]
                questions.append([(p["name"], draw.choice(self.values(p))) for p in chosen if self.values(p)])
            for place, question in itertools.product(ids.get(path, [None]), questions):
                target = path.replace("{id}", place or "") + "?" + urllib.parse.urlencode(question)
                with self.subTest(target):
                    status, kind, body = self.served.ask("GET", target.rstrip("?"))
                    if place in (None, "1", "e1"):
                        wanted = 400 if any(p["name"] not in dict(question) for p in required) else 200
                        self.assertEqual(status, wanted, body)
                    self.check(operation, status, kind, body)

    def test_wrong_questions_are_problems(self):
        for target, status in (("/events?limit=0", 400), ("/events?x=1", 400), ("/events?since=1", 400),
                               ("/stories/0", 404), ("/records/1", 404), ("/search", 400)):
            with self.subTest(target):
                given, kind, body = self.served.ask("GET", target)
                self.assertEqual((given, kind), (status, "application/problem+json"))
                problem = json.loads(body)
                self.assertEqual(problem["status"], status)
                self.assertTrue(problem["remedy"])

    def test_reads_and_corrects(self):
        as_json = {"Content-Type": "application/json"}
        story = json.dumps({"text": "Turkey recalled its ambassador to Israel on Saturday.", "published": "2023-11-07"})
        status, kind, body = self.served.ask("POST", "/read", story, as_json.items())
        self.assertEqual(status, 200)
        self.check(self.document["paths"]["/read"]["post"], status, kind, body)
        review = json.dumps({"record": "e1", "verdict": "fixed", "by": "Ada", "changes": {"type": "AID", "when": None}})
        status, kind, body = self.served.ask("POST", "/corrections", review, {**as_json, "X-Annals-Write": "1"}.items())
        self.assertEqual(status, 201)
        self.check(self.document["paths"]["/corrections"]["post"], status, kind, body)
        for path in ("/corrections", "/agreement"):
            status, kind, body = self.served.ask("GET", path)
            self.check(self.document["paths"][path]["get"], status, kind, body)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
