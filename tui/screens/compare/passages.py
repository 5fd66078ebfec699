"""What is done with the sentence under the cursor or with what is selected, and the way to a fact."""

from __future__ import annotations

from tui.model import source_key
from tui.screens.compare.base import Part


class Passages(Part):
    """Evidence, quotation, and the way to a fact."""

    def action_why(self) -> None:
        """Show the evidence for the marks of the sentence."""
        marks = self.known()
        sentence = marks.sentence(self.canvas.place) if marks else None
        if marks is None or sentence is None:
            return
        from tui.screens.why import WhyScreen

        self.app.push_screen(WhyScreen(marks.comparison, sentence.id))

    def action_copy(self) -> None:
        """Copy what is selected, or else the sentence, with where it stands."""
        place, selection = self.canvas.place, self.canvas.selection
        if selection is not None:
            article = self.articles[selection.source]
            text, reference = selection.text(article), selection.reference
        else:
            article = self.articles[place.source]
            text = article.paragraphs[place.paragraph][slice(*self.scene.stretch(place))]
            reference = f"{source_key(place.source)} ¶{place.paragraph + 1}"
        self.app.copy_to_clipboard(f"{text} [{reference}, {article.name}]")
        words = len(text.split())
        self.say(f"Copied {reference}: {words} word{'s' * (words != 1)} with the reference.")

    def on_canvas_double_clicked(self) -> None:
        """Show the evidence for the sentence that was clicked on."""
        self.action_why()

    def on_canvas_selected(self) -> None:
        """Say what can be done with what is selected."""
        self.annotate()

    def action_find_fact(self) -> None:
        """Look for a fact and go to it."""
        marks = self.known()
        if marks is None:
            return
        if not marks.comparison.facts:
            self.say("No fact was found in these articles.")
            return
        from tui.screens.jump import JumpScreen

        self.app.push_screen(JumpScreen(marks.comparison, source_key(self.canvas.place.source)))
