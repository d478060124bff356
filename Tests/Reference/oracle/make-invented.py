"""Adds the numbers of irrCAC 0.4.4 and krippendorff 0.9.0 to invented-ratings.expected.tsv.

Run after make-invented.R, in this folder, with Python 3.11 and pandas: python3 make-invented.py
"""
import json

import krippendorff
import pandas
from irrCAC.raw import CAC

ratings = pandas.read_csv("invented-ratings.csv")
lines = []


def put(ident, value, tolerance, peer, call):
    lines.append("\t".join([ident, json.dumps(value), tolerance, peer, call]))


def agreement(prefix, frame):
    methods = [("gwet", "AC"), ("fleiss", "fleiss_kappa"), ("conger", "conger_kappa"),
               ("bp", "brennan_prediger"), ("krippendorff", "krippendorff_alpha")]
    for weights in ["identity", "linear", "quadratic", "ordinal"]:
        for method, name in methods:
            call = f"CAC(ratings, weights='{weights}', digits=15).{method}()"
            estimate = getattr(CAC(frame, weights=weights, digits=15), method)()["est"]
            if name == "AC":
                name = "AC1" if weights == "identity" else "AC2"
            ident = f"{prefix}.{name}.{'nominal' if weights == 'identity' else weights}"
            for field, key in [("", "coefficient_value"), (".se", "se"), (".pa", "pa"), (".pe", "pe"),
                               (".ci95", "confidence_interval")]:
                value = estimate[key]
                value = [float(v) for v in value] if field == ".ci95" else float(value)
                put(ident + field, value, "1e-9", "irrCAC 0.4.4", call)


def alpha(name, frame):
    for level in ["nominal", "ordinal", "interval", "ratio"]:
        value = krippendorff.alpha(frame.T.to_numpy(), level_of_measurement=level)
        put(f"krippendorff.{name}.{level}", float(value), "", "krippendorff 0.9.0",
            f"alpha(level_of_measurement='{level}')")


agreement("agree", ratings)
agreement("agree.r1.r2", ratings[["r1", "r2"]])
alpha("all", ratings)
alpha("r1_3", ratings[["r1", "r2", "r3"]])
with open("invented-ratings.expected.tsv", "a") as file:
    file.write("\n".join(lines) + "\n")
