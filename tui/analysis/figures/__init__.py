"""Numbers, quantities, dates and times of day."""
