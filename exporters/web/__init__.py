"""The film in a browser: page template, player sources and the built bundle."""
