"""``python -m tui`` is the same as ``rashomon``."""

import sys

from tui.cli import main

sys.exit(main())
