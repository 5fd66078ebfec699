"""Keys: the table of actions, the reader's own keys, Textual bindings, keys typed ahead."""

from tui.keys.table import ACTIONS, LETTER, Action, is_sequence, key_name, key_of

__all__ = ["ACTIONS", "LETTER", "Action", "is_sequence", "key_name", "key_of"]
