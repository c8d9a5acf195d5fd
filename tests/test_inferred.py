"""The settings that were worked out, on the page Đối chiếu: written as papers write them."""

import pytest
from folders import FULL
from lxml import html

from conference.facts import Facts
from conference.loading import load
from conference.models import Open
from conference.models.reconciled import Inferred
from conference.render import Renderer


@pytest.fixture(scope="module")
def settled():
    return load(FULL / "data", "data").dossier


def shown(dossier, setting):
    """What the page shows of one setting."""
    document = dossier.document("ke-hoach").model_copy(
        update={"inferred": [Inferred(setting=setting, why="x")]}
    )
    documents = dossier.documents.model_copy(update={"documents": [document]})
    facts = Facts.of(dossier.model_copy(update={"documents": documents}))
    block = Renderer(facts).block("inferred_table")
    return html.fromstring(block).cssselect("tbody td")[0].text_content()


def test_a_day_is_written_in_vietnamese(settled):
    day = settled.document("ke-hoach").date
    assert day.isoformat() == "2031-12-03"
    assert shown(settled, "date") == "03/12/2031"


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("superior", "Đảng bộ tỉnh Minh Họa"),
        ("regime", "Hướng dẫn 36-HD/VPTW"),
        ("symbol", "KH/MH"),
    ],
)
def test_a_name_is_written_as_typed(settled, setting, told):
    assert shown(settled, setting) == told


def test_what_is_open_says_what_is_known(settled):
    document = settled.document("ke-hoach").model_copy(
        update={"date": Open(open="tháng {conference.month}")}
    )
    documents = settled.documents.model_copy(update={"documents": [document]})
    assert shown(settled.model_copy(update={"documents": documents}), "date") == "tháng 12"
