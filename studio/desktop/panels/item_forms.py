"""The forms of variables, indicators, competences, resources and glossary entries."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from studio.desktop.inspector.editing import Editing, name_of
from studio.desktop.inspector.footage import grid_of
from studio.desktop.inspector.parts import Form, LinkButton, Rebuilt, caption, quiet, tool
from studio.desktop.inspector.pickers import ChipsField, FileField
from studio.desktop.inspector.text_fields import LineField, TextsField, words_or_none
from studio.desktop.inspector.value_fields import CheckField, NumberField, PickField, SegmentsField
from studio.story import edits
from studio.story.edits import Address, ItemKind
from studio.story.model import FlagVariable, NumberVariable, TextVariable, Variable

translate = QCoreApplication.translate


class IdField(QLineEdit):
    """The id of an item: another one reaches everything that mentions it."""

    def __init__(self, editing: Editing, kind: ItemKind, item_id: str) -> None:
        super().__init__(item_id)
        self._editing = editing
        self._kind: ItemKind = kind
        self._id = item_id
        name = self.tr("Identifier")
        self.setObjectName(f"{kind}/{item_id}/id")
        self.setAccessibleName(name)
        self.setToolTip(self.tr("Small letters, digits, - and _; every mention follows"))
        self.setReadOnly(editing.read_only)
        self.editingFinished.connect(self.commit)

    def commit(self) -> None:
        """Ask for the other id; one that is taken or no id becomes what it was."""
        typed = self.text().strip()
        if typed == self._id:
            return
        old, kind = self._id, self._kind
        self._editing.renaming = (kind, old, typed)
        done = self._editing.do(
            lambda story: edits.rename_item(story, kind, old, typed), self.tr("Identifier")
        )
        if not done:
            self.setText(old)
            words = self.tr("“{id}” is taken, or is no identifier.")
            self._editing.refused.emit(words.format(id=typed))


class ItemForm(Rebuilt):
    """The form of one item; its kind decides what there is to say."""

    def __init__(self, editing: Editing, kind: ItemKind, item_id: str) -> None:
        super().__init__(editing)
        self._kind: ItemKind = kind
        self._id = item_id
        self._address: Address = (kind, item_id)

    def shape(self) -> object:
        """What kind of variable it is; for the others there is one form."""
        item = self.editing.value(self._address)
        options = item.options if isinstance(item, TextVariable) else None
        return (type(item).__name__, options)

    def build(self, inside: Form) -> None:
        """Fill the form by kind."""
        item = self.editing.value(self._address)
        if item is None:
            return
        match self._kind:
            case "variables":
                self._build_variable(inside, item)
            case "indicators":
                self._build_texts(inside, ("name", self.tr("Name")))
                self._build_resources(inside)
            case "competences":
                self._build_texts(inside, ("name", self.tr("Name")))
                inside.add(
                    grid_of(
                        (
                            self.tr("Points to pass"),
                            NumberField(
                                self.editing,
                                (*self._address, "pass_mark"),
                                self.tr("Points to pass"),
                                none=self.tr("no pass mark"),
                                least=-1e6,
                            ),
                        )
                    )
                )
            case "resources":
                self._build_resource(inside)
            case "glossary":
                inside.add(TextsField(self.editing, (*self._address, "term"), self.tr("Term")))
                inside.add(
                    TextsField(
                        self.editing,
                        (*self._address, "forms"),
                        self.tr("Other forms found in texts"),
                        placeholder=self.tr("Separated by commas"),
                    )
                )
                inside.add(
                    TextsField(
                        self.editing,
                        (*self._address, "meaning"),
                        self.tr("Meaning"),
                        lines=3,
                        rich=True,
                    )
                )
        field = IdField(self.editing, self._kind, self._id)
        inside.add(grid_of((self.tr("Identifier"), field)))

    def _build_texts(self, inside: Form, name: tuple[str, str]) -> None:
        inside.add(TextsField(self.editing, (*self._address, name[0]), name[1]))
        inside.add(
            TextsField(
                self.editing,
                (*self._address, "description"),
                self.tr("Description"),
                lines=3,
                rich=True,
            )
        )

    def _build_variable(self, inside: Form, variable: Variable) -> None:
        editing, here, variable_id = self.editing, self._address, self._id
        inside.add(TextsField(editing, (*here, "name"), self.tr("Name")))
        words = self.tr("Kind of variable")
        inside.add(
            SegmentsField(
                editing,
                words,
                [
                    ("number", self.tr("Number")),
                    ("flag", self.tr("Yes or no")),
                    ("text", self.tr("Words")),
                ],
                lambda: variable_kind(editing.value(here)),
                lambda kind: editing.do(
                    lambda story: edits.change_variable_kind(story, variable_id, kind), words
                ),
            )
        )
        if isinstance(variable, NumberVariable):
            none = self.tr("no bound")
            inside.add(
                grid_of(
                    (
                        self.tr("At the start"),
                        NumberField(editing, (*here, "initial"), self.tr("At the start")),
                    ),
                    (
                        self.tr("Never below"),
                        NumberField(editing, (*here, "minimum"), self.tr("Never below"), none=none),
                    ),
                    (
                        self.tr("Never above"),
                        NumberField(editing, (*here, "maximum"), self.tr("Never above"), none=none),
                    ),
                )
            )
        elif isinstance(variable, FlagVariable):
            yes, no = translate("Sentences", "yes"), translate("Sentences", "no")
            inside.add(
                grid_of(
                    (
                        self.tr("At the start"),
                        PickField(
                            editing,
                            (*here, "initial"),
                            self.tr("At the start"),
                            [(False, no), (True, yes)],
                        ),
                    )
                )
            )
        else:
            self._build_options(inside, variable)

    def _build_options(self, inside: Form, variable: TextVariable) -> None:
        editing, here = self.editing, self._address
        inside.add(
            grid_of(
                (
                    self.tr("At the start"),
                    PickField(
                        editing,
                        (*here, "initial"),
                        self.tr("At the start"),
                        [(each, each) for each in variable.options],
                    ),
                )
            )
        )
        for option in variable.options:
            remove = tool(
                editing,
                "mdi6.close",
                self.tr("Remove the option “{name}”").format(name=option),
                lambda option=option: self._set_options(
                    tuple(each for each in self._options() if each != option)
                ),
            )
            remove.setEnabled(len(variable.options) > 1 and not editing.read_only)
            name = self.tr("Option “{id}”").format(id=option)
            field = TextsField(editing, (*here, "option_names", option), name)
            inside.add_row(field, remove)
        line = QLineEdit()
        line.setObjectName("new-option")
        line.setPlaceholderText(self.tr("New option, then Enter"))
        line.setAccessibleName(self.tr("New option, then Enter"))
        line.setEnabled(not editing.read_only)
        line.returnPressed.connect(lambda: self._add_option(line.text()))
        inside.add(line)

    def _options(self) -> tuple[str, ...]:
        return self.editing.value((*self._address, "options"), ())

    def _set_options(self, options: tuple[str, ...]) -> None:
        self.editing.do(
            lambda story: edits.set_options(story, self._id, options), self.tr("Options")
        )

    def _add_option(self, words: str) -> None:
        words = words.strip()
        if not words:
            return
        options = self._options()
        made = edits.unique_id(edits.slug(words, "option"), options)
        name = (*self._address, "option_names", made, self.editing.language)

        def add(story: object) -> object:
            after = edits.set_options(story, self._id, (*options, made))
            return edits.put_value(after, name, words)

        self.editing.do(add, self.tr("Options"))

    def _build_resource(self, inside: Form) -> None:
        editing, here = self.editing, self._address
        self._build_texts(inside, ("title", self.tr("Title")))
        inside.add(TextsField(editing, (*here, "link"), self.tr("Link"), placeholder="https://…"))
        rows: list[tuple[str, QWidget]] = [
            (
                self.tr("Phone"),
                LineField(
                    editing,
                    (*here, "phone"),
                    self.tr("Phone"),
                    "+48 22 628 01 20",
                    convert=words_or_none,
                ),
            )
        ]
        for language in editing.story.languages:
            name = self.tr("Document {language}").format(language=language.upper())
            kinds = f"{self.tr('Documents')} (*.pdf *.docx *.odt *.png *.jpg *.txt);;(*)"
            rows.append((name, FileField(editing, (*here, "file", language), name, kinds)))
        rows.append(
            ("", CheckField(editing, (*here, "help"), self.tr("Listed under “where to get help”")))
        )
        inside.add(grid_of(*rows))

    def _build_resources(self, inside: Form) -> None:
        editing = self.editing
        inside.add(caption(self.tr("Resources")))
        inside.add(
            ChipsField(
                editing,
                (*self._address, "resources"),
                self.tr("Resources"),
                self.tr("Resource"),
                lambda: [
                    (each.id, name_of(each, editing.language)) for each in editing.story.resources
                ],
            )
        )


class UsesList(QWidget):
    """Where an item is mentioned, as buttons that go there."""

    MOST = 8

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._form: Form | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_uses(self, addresses: tuple[Address, ...]) -> None:
        """Show these places."""
        if self._form is not None:
            self._form.hide()
            self._form.setParent(None)
            self._form.deleteLater()
        form = self._form = Form(self._editing)
        form.column.setSpacing(2)
        words = self.tr("Places that use it: {count}") if addresses else self.tr("Not used yet")
        form.add(caption(words.format(count=len(addresses))))
        for address in addresses[: self.MOST]:
            words = place_words(self._editing, address)
            form.add(
                LinkButton(words, lambda address=address: self._editing.place_wanted.emit(address))
            )
        if len(addresses) > self.MOST:
            more = self.tr("and {count} more").format(count=len(addresses) - self.MOST)
            form.add(quiet(more))
        self._column.addWidget(form)


def variable_kind(variable: Variable | None) -> str:
    """The kind as a word of :func:`studio.story.edits.change_variable_kind`."""
    if isinstance(variable, NumberVariable):
        return "number"
    return "flag" if isinstance(variable, FlagVariable) else "text"


def place_words(editing: Editing, address: Address) -> str:
    """Where an address is, in words: the scene and the choice, or the item."""
    if address[:1] == ("scenes",) and len(address) > 1:
        words = editing.scene_title(str(address[1]))
        if address[2:4] == ("then", "choices") and len(address) > 4:
            choice = editing.value(address[:5])
            text = choice.text if choice is not None else {}
            named = text.get(editing.language) or next(iter(text.values()), str(address[4]))
            words += f" → {named}"
        return words
    item = editing.value(address[:2]) if len(address) > 1 else None
    if hasattr(item, "id"):
        return name_of(item, editing.language)
    return translate("Places", "the story itself")
