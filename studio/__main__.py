"""``python -m studio`` is ``scenario-studio``."""

from studio.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
