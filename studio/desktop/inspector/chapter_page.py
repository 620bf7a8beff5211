"""The page of a chapter, and of many scenes at once."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QToolButton, QWidget

from studio.desktop.inspector.editing import Editing, name_of
from studio.desktop.inspector.footage import grid_of
from studio.desktop.inspector.parts import CalmCombo, FlowLayout, Form, Rebuilt, caption, quiet
from studio.desktop.inspector.text_fields import TextsField
from studio.desktop.inspector.value_fields import CheckField, ColourField
from studio.desktop.language import in_language
from studio.desktop.profile_words import profile_choices, profile_words
from studio.story import edits

_USUAL = "#2f7de1"


class ChapterPage(Form):
    """Name and colour of a chapter, and the scenes in it."""

    def __init__(self, editing: Editing, chapter_id: str) -> None:
        super().__init__(editing)
        self.column.setSpacing(8)
        self._chapter_id = chapter_id
        here = ("chapters", chapter_id)
        self._heading = QLabel()
        self._heading.setProperty("heading", True)
        self._heading.setWordWrap(True)
        self.add(self._heading)
        self.add(TextsField(editing, (*here, "title"), self.tr("Title of the chapter")))
        self.add(
            grid_of(
                (
                    self.tr("Colour"),
                    ColourField(editing, (*here, "colour"), self.tr("Colour"), _USUAL),
                ),
                ("", CheckField(editing, (*here, "collapsed"), self.tr("Collapsed on the map"))),
            )
        )
        self.add(caption(self.tr("Scenes of this chapter")))
        self.add(ChapterScenes(editing, chapter_id))
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show the present name."""
        for chapter in self.editing.story.chapters:
            if chapter.id == self._chapter_id:
                self._heading.setText(name_of(chapter, self.editing.language))
        super().refresh()


class ChapterScenes(Rebuilt):
    """A button for each scene of a chapter."""

    def __init__(self, editing: Editing, chapter_id: str) -> None:
        super().__init__(editing)
        self._chapter_id = chapter_id

    def shape(self) -> object:
        """The scenes and their titles."""
        language = self.editing.language
        return tuple(
            (scene.id, in_language(scene.title, language, scene.id))
            for scene in self.editing.story.scenes
            if scene.chapter == self._chapter_id
        )

    def build(self, inside: Form) -> None:
        """A press goes to the scene."""
        for scene_id, title in self.shape():
            button = QPushButton(title.replace("&", "&&"))
            button.setProperty("row", True)
            button.clicked.connect(
                lambda _=False, scene_id=scene_id: self.editing.scene_wanted.emit(scene_id)
            )
            inside.add(button)


class ManyPage(Form):
    """What can be done to many scenes at once: tags, chapter, profile."""

    def __init__(self, editing: Editing, scenes: tuple[str, ...]) -> None:
        super().__init__(editing)
        self.column.setSpacing(8)
        self._scenes = scenes
        heading = QLabel(self.tr("{count} scenes selected").format(count=len(scenes)))
        heading.setProperty("heading", True)
        heading.setWordWrap(True)
        self.add(heading)
        self.add(quiet(self.tr("What is changed here is changed in all of them, as one step.")))
        self._chapter = self._combo(self.tr("Chapter"))
        self._chapter.activated.connect(self._take_chapter)
        self._profile = self._combo(self.tr("Profile"))
        self._profile.activated.connect(self._take_profile)
        self.add(
            grid_of(
                (self.tr("Chapter"), self._chapter), (self.tr("Profile of clips"), self._profile)
            )
        )
        self.add(caption(self.tr("Tags")))
        self.add(SharedTags(editing, scenes))
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Show what the scenes have in common."""
        story, language = self.editing.story, self.editing.language
        scenes = [story.scene_by_id[each] for each in self._scenes if each in story.scene_by_id]
        self._chapters = [None, *(each.id for each in story.chapters)]
        names = [self.tr("none"), *(name_of(each, language) for each in story.chapters)]
        _show(self._chapter, names, self._chapters, [scene.chapter for scene in scenes])
        used = [scene.clip.profile for scene in scenes if scene.clip is not None]
        offered = profile_choices(*used)
        self._profiles = [None, *(name for name, _ in offered)]
        usual = self.tr("as the story ({name})").format(name=profile_words(story.settings.profile))
        _show(self._profile, [usual, *(words for _, words in offered)], self._profiles, used)
        self._profile.setEnabled(bool(used) and not self.editing.read_only)
        super().refresh()

    def _combo(self, name: str) -> CalmCombo:
        combo = CalmCombo()
        combo.setObjectName(f"many-{name}")
        combo.setAccessibleName(name)
        combo.setToolTip(name)
        combo.setPlaceholderText(self.tr("different ones"))
        combo.setEnabled(not self.editing.read_only)
        return combo

    def _take_chapter(self, index: int) -> None:
        chapter = self._chapters[index]
        self.editing.do(
            lambda story: edits.put_into_chapter(story, self._scenes, chapter), self.tr("Chapter")
        )

    def _take_profile(self, index: int) -> None:
        profile = self._profiles[index]
        self.editing.do(
            lambda story: edits.put_in_scenes(story, self._scenes, ("clip", "profile"), profile),
            self.tr("Profile of clips"),
        )


class SharedTags(Rebuilt):
    """The tags of many scenes, and how many of them have each."""

    def __init__(self, editing: Editing, scenes: tuple[str, ...]) -> None:
        super().__init__(editing)
        self._scenes = scenes

    def shape(self) -> object:
        """Each tag with its count, the most common first."""
        by_id = self.editing.story.scene_by_id
        counts = Counter(tag for each in self._scenes if each in by_id for tag in by_id[each].tags)
        return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))

    def build(self, inside: Form) -> None:
        """A press on a tag that only some have gives it to all; × takes it from all."""
        chips = QWidget()
        flow = FlowLayout(chips)
        for tag, count in self.shape():
            if count < len(self._scenes):
                flow.addWidget(
                    self._chip(
                        f"{tag} · {count}/{len(self._scenes)}  +",
                        self.tr("Give “{tag}” to all").format(tag=tag),
                        lambda tag=tag: self._give(tag),
                    )
                )
            flow.addWidget(
                self._chip(
                    f"{tag}  ×",
                    self.tr("Take “{tag}” from all").format(tag=tag),
                    lambda tag=tag: self._take(tag),
                )
            )
        inside.add(chips)
        line = QLineEdit()
        line.setObjectName("many-tag")
        line.setAccessibleName(self.tr("New tag for all"))
        line.setPlaceholderText(self.tr("New tag for all, then Enter"))
        line.setEnabled(not self.editing.read_only)
        line.returnPressed.connect(lambda: line.text().strip() and self._give(line.text().strip()))
        inside.add(line)

    def _chip(self, words: str, tip: str, slot: object) -> QToolButton:
        chip = QToolButton()
        chip.setText(words)
        chip.setToolTip(tip)
        chip.setAccessibleName(tip)
        chip.setProperty("chip", "item")
        chip.setEnabled(not self.editing.read_only)
        chip.clicked.connect(slot)
        return chip

    def _give(self, tag: str) -> None:
        self.editing.do(lambda story: edits.add_tag(story, self._scenes, tag), self.tr("Add a tag"))

    def _take(self, tag: str) -> None:
        self.editing.do(
            lambda story: edits.remove_tag(story, self._scenes, tag), self.tr("Remove a tag")
        )


def _show(combo: CalmCombo, names: list[str], keys: list[object], used: list[object]) -> None:
    if names != [combo.itemText(index) for index in range(combo.count())]:
        combo.clear()
        combo.addItems(names)
    same = len(set(used)) == 1 and used[0] in keys
    combo.setCurrentIndex(keys.index(used[0]) if same else -1)
