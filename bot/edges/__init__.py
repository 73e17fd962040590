"""Does: translation between the core and the outside, and no decision of its own."""
