"""Scenario Studio: branching training films, from a drawn graph to a self-contained HTML5 film."""

__version__ = "0.1.0"
