"""Commands about groups of experts, their duty, desks and posters."""
