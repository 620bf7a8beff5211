"""Panels beside the map."""
