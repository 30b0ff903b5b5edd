"""What the learner did and does today: history, plan, session."""
