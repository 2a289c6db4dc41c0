"""The reference model by hand in numpy, a column an operation. Prints the fastest run in milliseconds and, as a check, the mean
income of the last year."""
import json
import sys
import time

import numpy as np

draws, runs = int(sys.argv[1]), int(sys.argv[2])
dice = np.random.default_rng(42)
YEARS, HISTORY = 8, [0.9, 1.1, 1.2, 1.3, 1.4, 1.8, 4.6]


def triangular(low, peak, high):
    return dice.triangular(low, peak, high, draws)


share, shell, trainium, gpu = triangular(0.7, 0.75, 0.85), triangular(5, 6.6, 12), triangular(8, 12, 14), triangular(18, 21, 35)
ai, kw_t, kw_g = triangular(0.5, 0.7, 0.85), triangular(1, 1.4, 2.4), triangular(1.7, 2.2, 3.4)
yield_t, yield_g, sold = triangular(4, 6.25, 8), triangular(6, 9, 13.3), triangular(0.6, 0.9, 1)
life, other = dice.choice([3, 4, 5, 5, 5, 6], draws), triangular(0.15, 0.25, 0.4)
price, growth = triangular(50, 75, 120), triangular(0.03, 0.08, 0.12)
office, warehouse = triangular(0.2, 0.25, 0.35), triangular(0.04, 0.05, 0.062)


def model(capex, m, power, jobs, hires):
    opening, mean0, tax, load, old = 12, (12 - 3.9 + 12) / 2, 0.2, 0.65, 0.93
    cost = ai * (m * trainium + (1 - m) * gpu) + (1 - ai) * trainium
    k = shell + cost
    y = (1 - ai) * (128.7 / mean0) + ai * sold * (m * yield_t + (1 - m) * yield_g)
    spend, per_gw = share * capex, 8.76 * load * price / 1000
    earned = y * (1 - other) - per_gw
    found = [cost, k, y, spend, np.where(earned > 0, k / earned, np.nan), 365 * jobs * office / (1000 * capex)]
    others0, cash0 = 128.7 - 45.6 - 21.45 - mean0 * per_gw, 139.514 - (1 - tax) * 45.6 - 21.45
    installed, w, e, programme, shells, grown = [], 0.0, float(opening), 0.0, 0.0, 1.0
    for n in range(YEARS):
        need = np.zeros(draws)
        for years in (3, 4, 5, 6):
            past = n - years
            need = np.where(life == years, installed[past] if past >= 0 else HISTORY[past + 7], need)
        replaced = np.minimum(need, spend / cost)
        dark = np.minimum(need - replaced, e)
        built = np.maximum(0, spend - replaced * cost) / k
        on = np.minimum(w + built, power)
        before, w, e = e, w + built - on, e + on - dark
        installed.append(built + replaced)
        mean = (before + e) / 2
        sales = 128.7 + y * (mean - mean0)
        depreciation = 26.28 * (old * np.maximum(0, 1 - n / life) + (1 - old))
        for v in range(n + 1):
            age = n - v
            weight = np.where(age > life, 0.0, np.where((age == 0) | (age == life), 0.5, 1.0))
            depreciation = depreciation + cost * installed[v] / life * weight
        shells = shells + shell * built
        depreciation = depreciation + (shells - shell * built / 2) / 20
        electricity, others = mean * per_gw, others0 + other * (sales - 128.7)
        income = sales - depreciation - electricity - others
        avoided = (hires * (n + 1) / 9 + hires * (n + 2) / 9) / 2
        saving = (jobs * office + warehouse * avoided) / 1000 - (jobs * 1.8 / 14000 if n == 0 else 0)
        grown = grown * (1 + growth)
        programme = programme + (1 - tax) * (income - 45.6) + (depreciation - 21.45) - spend
        found += [replaced * cost, replaced * cost / spend, dark, built, on, e, w, k * w, installed[n], mean * 8.76 * load, sales,
                  depreciation, electricity, others, income, income / sales, saving, saving / capex, 365 * saving / capex,
                  cash0 * grown + (1 - tax) * (income + saving) + depreciation - capex, programme,
                  ai * m * installed[n] / kw_t, ai * (1 - m) * installed[n] / kw_g]
    return found, income


times = []
for run in range(runs):
    start = time.perf_counter()
    _, income = model(200 + run % 2, 0.5, 6, 30000, 600000)
    times.append(time.perf_counter() - start)
print(json.dumps({"columns": min(times) * 1e3, "income": income.mean()}))
