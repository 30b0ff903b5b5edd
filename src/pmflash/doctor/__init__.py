"""Looks over a home: that no progress is lost, and every due date follows from it."""
