"""The command palette: every action of the table, with its keys."""

from __future__ import annotations

from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.keys import Action, key_name
from tui.screens.keyed import KeyedScreen


class ActionProvider(Provider):
    """Finds the actions that can be done now: the app's and those of the screen on top."""

    def _actions(self) -> list[Action]:
        screen = self.screen
        if not isinstance(screen, KeyedScreen):
            return []
        table = screen.application.table
        return [one for one in table if one.where in ("app", screen.WHERE) and one.id != "palette"]

    async def discover(self) -> Hits:
        """Everything, before a letter is typed."""
        for action in self._actions():
            yield DiscoveryHit(
                Content(_line(action)), partial(self._perform, action), text=action.description
            )

    async def search(self, query: str) -> Hits:
        """The actions whose description matches ``query``, fuzzily."""
        matcher = self.matcher(query)
        for action in self._actions():
            score = matcher.match(_line(action))
            if score > 0:
                yield Hit(
                    score,
                    matcher.highlight(_line(action)),
                    partial(self._perform, action),
                    text=action.description,
                )

    async def _perform(self, action: Action) -> None:
        await self.app.run_action(action.id, self.app if action.where == "app" else self.screen)


def _line(action: Action) -> str:
    return f"{action.description}  ({' '.join(map(key_name, action.keys)) or 'no key'})"
