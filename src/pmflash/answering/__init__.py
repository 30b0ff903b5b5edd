"""How a card is answered and judged, one file per answer mode; nothing draws here."""
