"""Light Markdown to a small tree that the player builds nodes from, so no string is markup.

A block is ``["p", inline…]``, ``["ul", item…]`` or ``["ol", item…]``, an item is a list of
inlines; an inline is a string, ``["b", …]``, ``["i", …]`` or ``["a", href, …]``.
"""

from __future__ import annotations

from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

Blocks = list[Any]
_ALLOWED_LINKS = ("http://", "https://", "mailto:", "tel:")
_PARSER = MarkdownIt("zero").enable(["emphasis", "list", "link", "newline", "escape"])
_INLINE = {"strong_open": "b", "em_open": "i"}


def compile_rich_text(text: str) -> Blocks:
    """The blocks of one text; HTML in it stays visible text."""
    blocks: Blocks = []
    list_block: list[Any] | None = None
    item: list[Any] = []
    for token in _PARSER.parse(text):
        match token.type:
            case "bullet_list_open" | "ordered_list_open" if token.level == 0:
                list_block = ["ul" if token.type.startswith("bullet") else "ol"]
                blocks.append(list_block)
            case "bullet_list_close" | "ordered_list_close" if token.level == 0:
                list_block = None
            case "list_item_open" if list_block is not None:
                item = []
                list_block.append(item)
            case "inline":
                content = _inlines(token.children or [])
                if list_block is None:
                    blocks.append(["p", *content])
                else:
                    item.extend([" ", *content] if item else content)
            case _:
                pass
    return blocks


def _inlines(tokens: list[Token]) -> list[Any]:
    stack: list[list[Any]] = [[]]
    for token in tokens:
        if token.type in _INLINE:
            stack.append([_INLINE[token.type]])
        elif token.type == "link_open":
            href = str(token.attrs.get("href", ""))
            stack.append(["a", href] if href.startswith(_ALLOWED_LINKS) else ["i"])
        elif token.type in ("strong_close", "em_close", "link_close"):
            closed = stack.pop()
            stack[-1].append(closed)
        elif token.type in ("softbreak", "hardbreak"):
            stack[-1].append("\n" if token.type == "hardbreak" else " ")
        elif token.content:
            stack[-1].append(token.content)
    return stack[0]


def plain_text(blocks: Blocks) -> str:
    """The words of the blocks, for counting reading time."""
    words: list[str] = []

    def gather(node: Any, skip: int) -> None:
        if isinstance(node, str):
            words.append(node)
            return
        for child in node[skip:]:
            gather(child, 2 if isinstance(child, list) and child[:1] == ["a"] else 1)

    for block in blocks:
        for part in block[1:]:
            is_item = block[0] in ("ul", "ol")
            gather(part, 0 if is_item else (2 if part[:1] == ["a"] else 1))
        words.append("\n")
    return "".join(words)
