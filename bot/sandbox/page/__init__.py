"""The chat page, with everybody's emails and text messages."""
