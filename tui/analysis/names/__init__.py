"""The people and bodies of a story, under every name they go by."""
