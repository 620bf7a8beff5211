"""The map of the story: drawn from the value, with no object per scene or edge."""
