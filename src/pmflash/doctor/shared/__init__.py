"""What several checks need and none of them owns."""
