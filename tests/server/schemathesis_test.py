#!/usr/bin/env python3
"""Lets schemathesis make up requests from the OpenAPI document and hold the answers of `annals serve` to it.

    schemathesis_test.py SCHEMATHESIS ANNALS MODEL

The ledger is made of the samples. Each operation is asked with 20 examples, always the same ones.
"""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


def main():
    schemathesis, annals, model = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as folder:
        ledger = f"{folder}/samples.db"
        samples = map(str, sorted((ROOT / "samples").glob("*.jsonl")))
        subprocess.run([annals, "add", "--model", model, ledger, *samples], check=True, capture_output=True)
        server = subprocess.Popen([annals, "serve", "--write", "--port", "0", "--model", model, ledger],
                                  stderr=subprocess.PIPE, encoding="utf-8")
        try:
            base = re.search(r"http://\S+:\d+/", server.stderr.readline())[0] + "api/v1"
            return subprocess.run(
                [schemathesis, "run", f"{base}/openapi.json", "--base-url", base, "--experimental=openapi-3.1",
                 "--checks", CHECKS, "--header", "X-Annals-Write: 1", "--hypothesis-phases", "generate",
                 "--hypothesis-max-examples", "20", "--hypothesis-derandomize", "--hypothesis-deadline", "none",
                 "--hypothesis-suppress-health-check=all"], cwd=folder).returncode
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    sys.exit(main())
