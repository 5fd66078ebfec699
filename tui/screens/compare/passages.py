"""Evidence for the sentence under the cursor, quotation of it or of what is selected, the way to a fact."""

from __future__ import annotations

from tui.ids import paragraph_id, source_key
from tui.screens.compare.base import Part
from tui.wording.places import reference


class Passages(Part):
    """Evidence, quotation, and the way to a fact."""

    def action_why(self) -> None:
        """Show the evidence for the marks of the sentence."""
        marks = self.screen.known()
        sentence = marks.sentence(self.canvas.place) if marks else None
        if sentence is not None:
            self.screen.navigation.explain(sentence.id)

    def action_copy(self) -> None:
        """Copy what is selected, or else the sentence, with where it stands."""
        place, selection = self.canvas.place, self.canvas.selection
        if selection is not None:
            article = self.articles[selection.source]
            text, where = selection.text(article), selection.reference
        else:
            article = self.articles[place.source]
            text = article.paragraphs[place.paragraph][slice(*self.scene.stretch(place))]
            where = reference(paragraph_id(*place[:2]))
        self.screen.app.copy_to_clipboard(f"{text} [{where}, {article.name}]")
        words = len(text.split())
        self.say(f"Copied {where}: {words} word{'s' * (words != 1)} with the reference.")

    def action_find_fact(self) -> None:
        """Look for a fact and go to it."""
        marks = self.screen.known()
        if marks is None:
            return
        if not marks.comparison.facts:
            self.say("No fact was found in these articles.")
            return
        from tui.screens.jump import JumpScreen

        self.screen.app.push_screen(JumpScreen(marks.comparison, source_key(self.canvas.place.source)))
