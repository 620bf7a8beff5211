"""Playing inside the studio: the reference engine, native video, and what each choice would do."""
