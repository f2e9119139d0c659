"""The command `maturity`: parses, calls the library, prints; one module for each command."""

import sys
from collections.abc import Sequence

from maturity.cli.arguments import read_arguments
from maturity.cli.console import CommandError, print_message, set_up_streams


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0 done, 1 not done, 2 wrong use."""
    set_up_streams()
    options = read_arguments(arguments)
    try:
        options.run(options)
    except CommandError as failure:
        print_message(str(failure))
        return failure.exit_code
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except KeyboardInterrupt:
        print_message("maturity: interrupted")
        return 1
    return 0
