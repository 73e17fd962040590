"""Who is on duty, from calendars at addresses that the file of groups names."""
