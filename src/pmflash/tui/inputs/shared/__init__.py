"""What several inputs are made of."""
