"""Every sentence on the pages of doors and desks, and the calendar entries to download there."""
