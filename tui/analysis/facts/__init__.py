"""Checkable details and which sources carry them."""
