"""Does the story, and the film made of it, survive sticks, other systems and no network?"""
