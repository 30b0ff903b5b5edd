"""When a card is due: pure functions of state, quality and study day."""
