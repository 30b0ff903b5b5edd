"""The parts that screens are drawn with."""
