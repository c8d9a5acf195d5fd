"""The settings that were worked out, on the page Đối chiếu: written as papers write them."""

import pytest
from folders import FULL
from lxml import html

from conference.facts import Facts
from conference.loading import load
from conference.models import Open
from conference.models.form import Inferred
from conference.render import Renderer


@pytest.fixture(scope="module")
def settled():
    return load(FULL / "data", "data").dossier


def shown(dossier, setting):
    """What the page shows of one setting."""
    conference = dossier.conference
    form = conference.form.model_copy(update={"inferred": [Inferred(setting=setting, why="x")]})
    conference = conference.model_copy(update={"form": form})
    facts = Facts.of(dossier.model_copy(update={"conference": conference}))
    block = Renderer(facts).block("inferred_table")
    return html.fromstring(block).cssselect("tbody td")[0].text_content()


def test_a_day_is_written_in_vietnamese(settled):
    day = settled.conference.document.date
    assert day.isoformat() == "2031-12-03"
    assert shown(settled, "date") == "03/12/2031"


@pytest.mark.parametrize("setting", ["superior", "norm", "symbol"])
def test_a_name_is_written_as_typed(settled, setting):
    conference = settled.conference
    owner = conference.document if setting == "symbol" else conference.form
    assert shown(settled, setting) == getattr(owner, setting)


def test_what_is_open_says_what_is_known(settled):
    conference = settled.conference
    document = conference.document.model_copy(
        update={"date": Open(open="tháng {conference.month}")}
    )
    conference = conference.model_copy(update={"document": document})
    assert shown(settled.model_copy(update={"conference": conference}), "date") == "tháng 12"
