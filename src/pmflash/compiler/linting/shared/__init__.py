"""What several rules for good cards need."""
