"""``make bench``: every benchmark after another, each in its own process.

Arguments (``--quick``, ``--write``) are handed on. Ends with 1 if a script fails.
"""

from __future__ import annotations

import subprocess
import sys

from tests.benchmarks.harness import scripts

failed: list[str] = []
for script in scripts():
    print(f"\n== {script.stem}", flush=True)
    if subprocess.run([sys.executable, str(script), *sys.argv[1:]], check=False).returncode:
        failed.append(script.stem)
if failed:
    print(f"failed: {', '.join(failed)}", file=sys.stderr)
sys.exit(1 if failed else 0)
