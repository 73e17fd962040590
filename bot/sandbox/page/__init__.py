"""The chat page, with everybody's mails and texts."""
