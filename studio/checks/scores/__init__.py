"""Is the score fair, and does it measure what the training names?"""
