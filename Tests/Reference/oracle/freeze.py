"""Copies published data sets, and the numbers of other software for them, into this folder.

usage: python3 freeze.py FOLDER NAME...

FOLDER holds data/NAME.csv, expected/NAME.json (spec; entries of id, value, peer, call and, where it
is not the usual one, tolerance) and not-required.txt (patterns of ids, `|` and the reason).
"""
import fnmatch
import json
import pathlib
import shutil
import sys

KINDS = "describe likert score rel agree icc kappa krippendorff dim cfa retest nist".split()
here = pathlib.Path(__file__).parent
folder = pathlib.Path(sys.argv[1])
skipped = [line.split("|")[0].strip() for line in (folder / "not-required.txt").read_text().splitlines()
           if line.strip() and not line.startswith("#")]
for name in sys.argv[2:]:
    expected = json.loads((folder / "expected" / f"{name}.json").read_text())
    lines = []
    for entry in expected["entries"]:
        ident = entry["id"]
        if ident.split(".")[0] not in KINDS or any(fnmatch.fnmatch(ident, p) for p in skipped):
            continue
        if "Monte Carlo" in (entry.get("note") or ""):
            continue
        fields = [ident, json.dumps(entry["value"]), str(entry.get("tolerance") or ""),
                  entry["peer"], entry["call"].replace("\t", " ")]
        lines.append("\t".join(fields))
    (here / f"{name}.expected.tsv").write_text("\n".join(lines) + "\n")
    spec = {key: value for key, value in expected["spec"].items() if key not in ("half", "name")}
    (here / f"{name}.spec.json").write_text(json.dumps(spec, indent=2) + "\n")
    shutil.copy(folder / "data" / f"{name}.csv", here / f"{name}.csv")
