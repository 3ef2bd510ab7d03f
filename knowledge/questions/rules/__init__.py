"""The rules that answer: each looks at a question and gives its answer, or None where it isn't for it."""
