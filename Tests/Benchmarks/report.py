"""Figures with their limits, as a table for people and as JSON for programs."""


class Report:
    """A limit that depends on the machine's load (a time, a ratio) does not fail a quick run; an exact one always does."""

    def __init__(self, is_quick):
        self.is_quick = is_quick
        self.figures = []

    def add(self, name, value, unit, limit, sample=None, peer=None, exact=False, detail=None):
        is_met = value <= limit
        figure = {"name": name, "value": round(value, 3), "unit": unit, "limit": round(limit, 3), "met": is_met,
                  "fails": not is_met and (exact or not self.is_quick)}
        if sample:
            figure["median"], figure["p95"] = round(sample.median, 3), round(sample.p95, 3)
            figure["runs"] = len(sample.times)
        if peer:
            label, theirs = peer
            figure["peer"] = {"name": label, "median": round(theirs.median, 3), "p95": round(theirs.p95, 3)}
        if detail:
            figure["detail"] = detail
        self.figures.append(figure)

    def skip(self, name, why):
        self.figures.append({"name": name, "skipped": why, "fails": False})

    @property
    def is_over(self):
        return any(figure["fails"] for figure in self.figures)

    def json(self, entries):
        return {"version": 1, "entries": entries, "quick": self.is_quick, "figures": self.figures}

    def table(self, entries):
        rows = [("figure", "measured", "limit", "median (p95), ms", "peer: median (p95), ms", "")]
        rows += [self.row(figure) for figure in self.figures]
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]
        return f"account of {entries} entries\n" + "\n".join(lines)

    @staticmethod
    def row(figure):
        if "skipped" in figure:
            return figure["name"], "", "", "", "", "skipped: " + figure["skipped"]
        number = "{:.0f}" if figure["unit"] in ("bytes", "files", "requests", "answers") else "{:.2f}"
        measured, limit = (number.format(figure[key]) + " " + figure["unit"] for key in ("value", "limit"))
        own = f"{figure['median']:.2f} ({figure['p95']:.2f})" if "median" in figure else ""
        peer = figure.get("peer")
        theirs = f"{peer['name']}: {peer['median']:.2f} ({peer['p95']:.2f})" if peer else ""
        verdict = "ok" if figure["met"] else "over"
        if not figure["met"] and "detail" in figure:
            verdict += f" ({figure['detail']})"
        return figure["name"], measured, limit, own, theirs, verdict
