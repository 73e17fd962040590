"""What is wrong with an installation, judged by what was seen of it."""
