"""Does the film teach, and does it teach what was meant?"""
