"""From a question in anyone's words to an answer with its source, as pure functions."""
