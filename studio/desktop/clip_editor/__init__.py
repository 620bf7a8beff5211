"""The clip editor: marks, poster, hotspots, the decision's times and captions, on one timeline."""
