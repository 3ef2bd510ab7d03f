"""What a summary finds in a period, and what a manager should look at first."""
