"""Public Webex clients against the sandbox: ``python -m tests.fidelity``."""
