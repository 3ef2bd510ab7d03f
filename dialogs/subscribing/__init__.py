"""What somebody gets regularly: summaries and reminders, had, paused and stopped."""
