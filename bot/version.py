"""The bot's version, which also heads docs/changes.md."""

VERSION = "2.0.0"
