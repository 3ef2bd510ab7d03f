"""What operators can see of the bot; never who said what."""
