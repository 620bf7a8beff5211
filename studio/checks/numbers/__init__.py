"""Figures of a story: playing times, scores, chances, and the playthroughs that cover it.

Each module answers with plain structs, for the checks, the story report and the editor.
"""
