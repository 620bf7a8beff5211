"""The film's colours: a cold dusk, warm light, one rust accent."""

from __future__ import annotations

INK = "#1c2331"
NIGHT = "#1f2a44"
DUSK = "#41527a"
ROSE = "#d9917c"
SAND = "#f1d8b0"
CREAM = "#f6efe2"
PINE = "#33504f"
MOSS = "#55705a"
TEAL = "#5d8a88"
ROAD = "#3a4157"
RUST = "#b8674c"
LAMP = "#ffd58a"
STEEL = "#8c98ad"
VAN = "#d8dce2"
VAN_SHADE = "#aab3c2"

SKIES = {
    "dusk": (NIGHT, DUSK, ROSE, SAND),
    "night": ("#121a2e", "#1d2947", "#2f3f63", "#51618a"),
    "dawn": ("#6d8fb0", "#a9bfcb", "#f0cfa8", "#fbe9c9"),
}
