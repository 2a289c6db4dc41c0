def remembered(rule):
    """Works each value out once."""
    known = {}

    def value(*year):
        if year not in known:
            known[year] = rule(*year)
        return known[year]

    return value


def smaller(a, b):
    return a if a < b else b


def larger(a, b):
    return a if a > b else b


def divide(a, b):
    """What is divided by 0 has no value, which is no reason to stop."""
    if b != 0.0:
        return a / b
    if a == 0.0 or math.isnan(a):
        return math.nan
    return math.copysign(math.inf, a) * math.copysign(1.0, b)


def raised(a, b):
    try:
        return math.pow(a, b)
    except (OverflowError, ValueError):
        if a < 0.0 and b % 1.0 != 0.0:
            return math.nan
        return -math.inf if math.copysign(1.0, a) < 0.0 and b % 2.0 == 1.0 else math.inf


def total(rule, until):
    """The sum from the first year on, in the order of the years."""
    result = rule(FIRST)
    for year in range(FIRST + 1, until + 1):
        result += rule(year)
    return result


def lag(rule, ago, before, year, longest):
    """What it was so many years ago; before the first year that of a series, which is 0 where it has no figure."""
    years = int(ago) if ago == math.floor(ago) and 0 <= ago < longest else longest
    return rule(year - years) if year - years >= FIRST else before.get(year - years, 0.0)


def straight_line(spend, life, year):
    """This year's depreciation of all that was spent: half a rate in the year of spending and in the last one."""
    result = 0.0
    for spent in range(FIRST, year + 1):
        age = year - spent
        weight = 0.0 if age > life else 0.5 if age == 0 or age == life else 1.0
        result += divide(spend(spent), life) * weight
    return result


def extreme(rule, better):
    """The value that no other year betters, and the first year that has it."""
    best, when = rule(FIRST), FIRST
    for year in YEARS[1:]:
        if better(rule(year), best):
            best, when = rule(year), year
    return best, when


def peak(rule):
    return extreme(rule, lambda value, best: value > best)[0]


def peak_year(rule):
    return extreme(rule, lambda value, best: value > best)[1]


def lowest(rule):
    return extreme(rule, lambda value, best: value < best)[0]


def lowest_year(rule):
    return extreme(rule, lambda value, best: value < best)[1]


def first_year(condition):
    return next((year for year in YEARS if condition(year)), math.nan)


def count(condition):
    return len([year for year in YEARS if condition(year)])


def each_year(rule):
    return [rule(year) for year in YEARS]
