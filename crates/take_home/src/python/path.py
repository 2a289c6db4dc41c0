class Path(dict):
    """Values of some years, the earliest first: straight lines between them, level outside."""

    def __missing__(self, year):
        before = next(iter(self))
        for after, value in self.items():
            if year < after:
                share = (year - before) / (after - before) if after > before else 1.0
                return self[before] + (value - self[before]) * share
            before = after
        return self[before]
