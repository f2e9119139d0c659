"""`python -m maturity` is the command `maturity`."""

import gc
import sys

from maturity.cli import main


def run() -> None:
    """Run the command as a process of its own."""
    gc.freeze()
    gc.set_threshold(200_000)  # a command lives too briefly for cycles to matter, and reading makes many objects
    sys.exit(main())


if __name__ == "__main__":
    run()
