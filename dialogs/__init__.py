"""What is said: from a person's message and the conversation's memory to a reply and a new memory."""
