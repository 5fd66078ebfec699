"""The merged summary: what it is made of, chosen, ordered and measured."""
