"""What is sent of the bot's own accord: to whom, when, and what became of it."""
