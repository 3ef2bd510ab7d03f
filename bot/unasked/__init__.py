"""What the bot brings of its own accord: claimed once, sent, and accounted for."""
