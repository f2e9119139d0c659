"""`python -m maturity` is the command `maturity`."""

import sys

from maturity.cli import main

sys.exit(main())
