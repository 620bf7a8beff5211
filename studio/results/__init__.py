"""Result files of trainees: what the player saves and the studio reads."""

from studio.results.result_file import FORMAT, VERSION, Result, decode_result

__all__ = ["FORMAT", "VERSION", "Result", "decode_result"]
