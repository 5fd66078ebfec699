"""Words and sentences: what every other stage of the analysis reads."""
