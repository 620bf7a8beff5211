"""Compile a story to the film format and write it for a target."""
