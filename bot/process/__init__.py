"""What makes a running process: the two halves, and how they are set up."""
