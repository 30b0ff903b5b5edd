"""The page of statistics, as text that the screen and the command both show."""
