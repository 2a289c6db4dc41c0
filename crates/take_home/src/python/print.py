def told(value):
    """A value as JSON has it: null where there is none."""
    if isinstance(value, list):
        return [told(one) for one in value]
    return value if isinstance(value, str) else float(value) if math.isfinite(value) else None


def shown(value):
    value = told(value)
    return "–" if value is None else value if isinstance(value, str) else f"{value:.6g}"


def main():
    sys.stdout.reconfigure(encoding="utf-8")
    if sys.argv[1:] not in ([], ["--json"]):
        sys.exit(f"usage: {sys.argv[0]} [--json]")
    if sys.argv[1:]:
        values = {name: told(value) for name, (_, value) in QUANTITIES.items()}
        answer = {"scenario": SCENARIO, "years": YEARS, "quantities": values, **OTHERS}
        print(json.dumps(answer, indent=2, ensure_ascii=False))
        return
    print(" " * 56 + "".join(f"{year:>12}" for year in YEARS))
    for label, value in QUANTITIES.values():
        values = value if isinstance(value, list) else [value]
        print(f"{label:56}" + "".join(f"{shown(one):>12}" for one in values))


main()
