"""What other programs call over HTTPS, with a key."""
