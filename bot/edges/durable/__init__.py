"""Carries conversations through crashes."""
