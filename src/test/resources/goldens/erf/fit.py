#!/usr/bin/env python3
"""Fits the coefficients of MathFunctions.erf: erf(x) = x P(x^2) / Q(x^2) up to 4, beyond which it is 1 within 2e-8.

Least squares, reweighted until the largest error is spread evenly. Needs NumPy.
"""
import math

import numpy as np

DEGREE_P, DEGREE_Q, END = 6, 5, 4.0


def fit():
    x = END * 0.5 * (1 - np.cos(np.pi * (np.arange(4000) + 0.5) / 4000))
    f = np.array([math.erf(v) / v for v in x])
    s = x * x / END ** 2
    q, weight = np.ones_like(x), np.ones_like(x)
    for _ in range(60):
        a = np.hstack([s[:, None] ** np.arange(DEGREE_P + 1), -f[:, None] * s[:, None] ** np.arange(1, DEGREE_Q + 1)])
        a *= (x * weight / q)[:, None]
        scale = np.abs(a).max(0)
        c = np.linalg.lstsq(a / scale, f * x * weight / q, rcond=None)[0] / scale
        p, q = np.polyval(c[DEGREE_P::-1], s), 1 + np.polyval(np.r_[c[DEGREE_P + 1:][::-1], 0], s)
        error = np.abs(p / q - f) * x
        weight *= (error / error.max() + 0.02) ** 0.3
        weight /= weight.mean()
    powers = (END ** 2) ** np.arange(max(DEGREE_P, DEGREE_Q) + 1)
    return error.max(), c[:DEGREE_P + 1] / powers[:DEGREE_P + 1], np.r_[1, c[DEGREE_P + 1:] / powers[1:DEGREE_Q + 1]]


if __name__ == "__main__":
    for part in fit():
        print(part if np.isscalar(part) else [float(v) for v in part])
