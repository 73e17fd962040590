"""The Instant Connect bot for Webex."""

import sys

# structlog imports rich where that is installed, for tracebacks that the bot never prints: some
# 80 ms and 5 MB of every process. What shows progress on a terminal takes this away again.
sys.modules.setdefault("rich", None)  # type: ignore[arg-type]  # Python's own way to say: not here
