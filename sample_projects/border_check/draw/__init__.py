"""Draws and voices the clips of the sample film *Border check*."""
