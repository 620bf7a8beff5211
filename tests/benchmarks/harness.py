"""What all benchmarks share: figures, options, the table, and the section in the docs.

A benchmark is a script ``tests/benchmarks/NAME.py`` that ends with::

    from harness import Figure, run, timed  # the script's own folder is on the path

    def figures(quick: bool) -> Iterator[Figure]:
        yield Figure("opening 1,000 scenes", timed(open_it), "s", "lower", target=0.1)

    if __name__ == "__main__":
        run("NAME", figures)

``--json`` prints one list on standard output, ``--quick`` takes under 60 s on two cores,
``--write`` puts the table into ``docs/benchmarks.md`` between the markers of that benchmark
(what stands around them is written by hand).
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import os
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "benchmarks.md"
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))  # for scripts that import tests.random_stories and the like
Result = TypeVar("Result")


class Figure(Struct, frozen=True):
    """One measured number. ``reference`` names the peer or limit that ran in the same call."""

    figure: str
    value: float
    unit: str
    better: Literal["lower", "higher"]
    target: float | None = None
    reference: str | None = None
    reference_value: float | None = None

    @property
    def ratio(self) -> float | None:
        """Our value by the reference's."""
        return self.value / self.reference_value if self.reference_value else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without a target."""
        if self.target is None:
            return None
        return self.value <= self.target if self.better == "lower" else self.value >= self.target

    def as_row(self) -> dict[str, object]:
        """The figure as ``--json`` prints it."""
        return {**msgspec.structs.asdict(self), "ratio": self.ratio}


def timed(function: Callable[[], object], repeats: int = 1) -> float:
    """Median seconds of a call; what the call returns is dropped outside the clock."""
    taken: list[float] = []
    for _ in range(repeats):
        gc.collect()
        before = time.perf_counter()
        kept = function()
        taken.append(time.perf_counter() - before)
        del kept
    return statistics.median(taken)


class Apart(Struct, frozen=True):
    """A call made in a process of its own: its result, and the process' peak memory in bytes."""

    result: Any
    peak: int


def apart(function: Callable[..., object], *arguments: object) -> Apart:
    """Call a module-level function in a fresh process, so that memory is its own.

    Raises :class:`RuntimeError` if the process dies.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(there, function, arguments))
    process.start()
    there.close()
    try:
        result, peak = here.recv()
    except EOFError as error:
        process.join()
        raise RuntimeError(f"{function!r} ended with {process.exitcode}") from error
    process.join()
    return Apart(result, peak)


def _answer(pipe: Any, function: Callable[..., object], arguments: tuple[object, ...]) -> None:
    result = function(*arguments)
    unit = 1 if sys.platform == "darwin" else 1024
    pipe.send((result, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit))


def run(name: str, figures: Callable[[bool], Iterable[Figure]], page: Path = PAGE) -> None:
    """The command line of a benchmark; progress goes to standard error."""
    parser = argparse.ArgumentParser(description=f"Measure {name}.")
    parser.add_argument("--json", action="store_true", help="one JSON list on standard output")
    parser.add_argument("--quick", action="store_true", help="under 60 s on two cores")
    parser.add_argument("--write", action="store_true", help=f"put the table into {page.name}")
    options = parser.parse_args()
    measured: list[Figure] = []
    for figure in figures(options.quick):
        measured.append(figure)
        print(f"{figure.figure}: {_number(figure.value)} {figure.unit}", file=sys.stderr)
    if options.json:
        rows = msgspec.json.encode([figure.as_row() for figure in measured])
        print(msgspec.json.format(rows, indent=2).decode())
    else:
        print(table(measured))
    if options.write:
        quick = " --quick" if options.quick else ""
        command = f"python tests/benchmarks/{name}.py{quick}"
        text = f"`{command}`, {date.today():%d %B %Y}, {machine()}\n\n{table(measured)}"
        page.write_text(with_section(page.read_text(encoding="utf-8"), name, text), "utf-8")


def machine() -> str:
    """The machine in a few words; other work on it makes every figure worse."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores{load}, {platform.system()}, Python {platform.python_version()}"


def table(figures: Iterable[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = [
        ("figure", "value", "target", "reference", "ratio"),
        ("---", "--:", "--:", "---", "--:"),
    ]
    rows += [_row(figure) for figure in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(_line(row, widths) for row in rows)


def _row(figure: Figure) -> tuple[str, str, str, str, str]:
    sign = "≤" if figure.better == "lower" else "≥"
    target = "" if figure.target is None else f"{sign} {_number(figure.target)} {figure.unit}"
    if figure.met is False:
        target += " **missed**"
    reference = figure.reference or ""
    if figure.reference_value is not None:
        reference += f": {_number(figure.reference_value)} {figure.unit}"
    ratio = "" if figure.ratio is None else _number(figure.ratio)
    return (figure.figure, f"{_number(figure.value)} {figure.unit}", target, reference, ratio)


def _line(row: tuple[str, ...], widths: list[int]) -> str:
    cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
    return f"| {' | '.join(cells)} |"


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"


def with_section(page: str, name: str, text: str) -> str:
    """The page with the generated part of that benchmark made anew; the rest is kept."""
    begin, end = f"<!-- {name}: generated by --write -->", f"<!-- {name}: end -->"
    before, found, rest = page.partition(begin)
    if not found:
        return f"{page.rstrip()}\n\n## {name}\n\n{begin}\n{text}\n{end}\n"
    _, _, after = rest.partition(end)
    return f"{before}{begin}\n{text}\n{end}{after}"


def scripts() -> Iterator[Path]:
    """Every benchmark script."""
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem not in ("harness",) and not path.stem.startswith(("_", "test_")):
            yield path
