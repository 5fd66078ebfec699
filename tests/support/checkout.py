"""Where the checkout under test stands."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
