"""What a learner enters before the answer is shown, one file for each sort of ask."""
