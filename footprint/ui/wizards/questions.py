"""The few questions before a guide: yes, no, or I do not know."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from footprint.domain.circumstances import Circumstances
from footprint.domain.run import Run
from footprint.i18n import _, ngettext
from footprint.ui.dialogs.form import field_label
from footprint.ui.widgets.flow import FlowLayout
from footprint.ui.wizards.card import PartCard
from footprint.ui.wizards.countries import CountryBox, parts_of

COUNTRY = "country"


def question_words(key: str, service: str, apps: int = 1) -> str:
    """A circumstance as a question; `apps`: how many the guide is about."""
    return {
        "account_known": _("Do you know which account it is?"),
        "can_sign_in": _("Can you still sign in at {service}?"),
        "signs_in_elsewhere": _("Do you sign in at {service} by another network?"),
        "app_signs_in": ngettext(
            "Do you sign in at the app by your {service} account?",
            "Do you sign in at one of these apps by your {service} account?",
            apps,
        ),
        "has_phone": _("Do you have a phone number on which you can be called?"),
        "archive_downloaded": _("Have you downloaded your data from {service} already?"),
        COUNTRY: _("In which country do you live?"),
    }[key].format(service=service)


class YesNo(QWidget):
    """Three radio buttons; at first nothing is known."""

    def __init__(self, question: str, known: bool | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(question)
        self.yes, self.no = QRadioButton(_("Yes")), QRadioButton(_("No"))
        self.unknown = QRadioButton(_("I do not know"))
        group = QButtonGroup(self)
        row = FlowLayout(self, gap=16)
        for button, value in ((self.yes, True), (self.no, False), (self.unknown, None)):
            button.setMinimumHeight(32)
            button.setAccessibleName(f"{question} {button.text()}")
            button.setChecked(known is value)
            group.addButton(button)
            row.addWidget(button)

    @property
    def answer(self) -> bool | None:
        """What is chosen; None: not known."""
        return True if self.yes.isChecked() else False if self.no.isChecked() else None


class Questions(PartCard):
    """Asked on the first page; steps that do not apply are then left out."""

    def __init__(
        self, run: Run, keys: Sequence[str], service: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Before we begin"), parent)
        self._known = run.known
        self.answers: dict[str, YesNo] = {}
        self.country: CountryBox | None = None
        self.say(_("The answers stay on this machine. They leave out what does not concern you."))
        for key in keys:
            question = question_words(key, service, max(1, len(run.subjects)))
            if key == COUNTRY:
                self._ask_country(question, run)
            else:
                self.answers[key] = YesNo(question, getattr(run.known, key))
                self.say(question)
                self.place(self.answers[key])

    def _ask_country(self, question: str, run: Run) -> None:
        self.country = CountryBox(run.known.country, parts_of(run.playbook))
        self.place(field_label(question, self.country))
        row = QHBoxLayout()
        row.addWidget(self.country)
        row.addStretch(1)
        self.place(row)

    @property
    def first(self) -> QWidget | None:
        """Where the keyboard begins."""
        asked = [each.yes for each in self.answers.values()]
        return next(iter(asked), self.country)

    def known(self) -> Circumstances:
        """What is known with these answers."""
        said = {key: asked.answer for key, asked in self.answers.items()}
        after = self._known.with_known(**said)
        return after.with_known(country=self.country.country) if self.country else after
