"""Is there time to read and answer, and does anybody see what was filmed?"""
