"""Where meeting links come from."""
