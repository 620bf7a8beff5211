"""Questions asked of every state that can occur: scenes together with variables and history."""
