"""What other programs call over HTTPS."""
