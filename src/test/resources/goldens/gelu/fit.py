#!/usr/bin/env python3
"""Fits the coefficients of MathFunctions.gelu and writes values to test it with, gelu.csv beside this script.

gelu(x) = max(x, 0) - h(|x|) with h(u) = u erfc(u / sqrt 2) / 2, a bump that is never above 0.17 and below 6e-9 from 6 on, so
that rounding cannot cost more than 2e-7. h(u) = u P(u) / Q(u) by least squares, reweighted until the largest error is spread
evenly. Needs NumPy.
"""
import math
import pathlib

import numpy as np

DEGREE_P, DEGREE_Q, END = 5, 9, 6.0


def fit():
    u = END * 0.5 * (1 - np.cos(np.pi * (np.arange(6000) + 0.5) / 6000))
    f = np.array([0.5 * math.erfc(v / math.sqrt(2)) for v in u])
    s = u / END
    q, weight, best = np.ones_like(u), np.ones_like(u), None
    for _ in range(150):
        a = np.hstack([s[:, None] ** np.arange(DEGREE_P + 1), -f[:, None] * s[:, None] ** np.arange(1, DEGREE_Q + 1)])
        a *= (u * weight / q)[:, None]
        scale = np.abs(a).max(0)
        c = np.linalg.lstsq(a / scale, f * u * weight / q, rcond=None)[0] / scale
        p, q = np.polyval(c[DEGREE_P::-1], s), 1 + np.polyval(np.r_[c[DEGREE_P + 1:][::-1], 0], s)
        error = np.abs(p / q - f) * u
        if best is None or error.max() < best[0]:
            best = (error.max(), c[:DEGREE_P + 1] / END ** np.arange(DEGREE_P + 1),
                    np.r_[1, c[DEGREE_P + 1:] / END ** np.arange(1, DEGREE_Q + 1)])
        weight *= (error / error.max() + 0.02) ** 0.2
        weight /= weight.mean()
    return best


if __name__ == "__main__":
    error, p, q = fit()
    print("largest error %.1e" % error)
    for name, coefficients in (("p", p), ("q", q)):
        print(name, ", ".join("%.9gf" % v for v in coefficients))
    rows = ["%.9g,%.17g" % (x, 0.5 * x * math.erfc(-x / math.sqrt(2)))
            for x in map(float, np.linspace(-10, 10, 401, dtype=np.float32))]
    (pathlib.Path(__file__).parent / "gelu.csv").write_text("\n".join(rows) + "\n")
