"""The story as a plain value: model, rules, reference engine, files. Imports nothing of ours."""
