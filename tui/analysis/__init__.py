"""What the articles come to: pure and deterministic, in one package a stage.

The stages follow the Gothenburg model of collation: tokenise and normalise (``text``, ``names``, ``speech``,
``figures``), compare and align (``matching``), analyse (``facts``, ``conflicts``, ``summary``, and what the
reader corrects: ``revision``). ``pipeline`` goes through them.
"""

from __future__ import annotations

from tui.analysis.matching.evidence import Explanation, Match
from tui.analysis.pipeline import Analysis, analyse, compare
from tui.analysis.revision.corrections import revise
from tui.analysis.summary.merged import assemble_summary, summarise
from tui.analysis.summary.passages import whole_quotations
from tui.analysis.summary.wordings import alternatives
from tui.analysis.text.story import TooLongError

__all__ = [
    "Analysis",
    "Explanation",
    "Match",
    "TooLongError",
    "alternatives",
    "analyse",
    "assemble_summary",
    "compare",
    "revise",
    "summarise",
    "whole_quotations",
]
