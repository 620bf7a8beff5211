"""The inspector: forms bound to the story by address. They ask for edits and never make them."""
