"""Speed, measured: one script a subject. ``make bench`` runs all of them."""
