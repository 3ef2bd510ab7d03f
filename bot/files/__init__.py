"""Files for people: made, offered, and handed over to nobody else; and those that people bring."""
