"""What is true: the recommendations, who leads them, and how questions about them are answered."""
