"""What answer modes have in common."""
