"""The events of YAML's parser → plain values with their lines and columns; what is refused is told.

PyYAML's own tree is left alone: nesting is bounded before it can exhaust the stack, an alias is
refused before it can multiply, and it is five times faster.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from conference.findings import LIMIT, MORE, Finding, Place, quote
from conference.loading import silent
from conference.loading.salvage import LOST, UNREAD
from conference.loading.scalars import Refused, read_plain
from conference.loading.spots import Spot, YamlFile

MAX_DEPTH = 20
MAX_VALUES = 500_000
"""Events of the parser in one file: over 20,000 delegates, and memory stays bounded."""


class Stopped(Exception):
    """The rest of the file is not worth reading; the finding is already told."""


class Reader:
    """Turns events into plain values and collects what must be refused on the way."""

    def __init__(self, parser: Any, text: str, label: str) -> None:
        self.parser = parser
        self.lines = text.split("\n")
        self.label = label
        self.findings: list[Finding] = []
        self.event: Any = None
        """The event read last."""
        self.count = 0
        self.may_swallow = " #" in text or "\t#" in text
        self.quoted: set[int] = set()
        """The lines, from 0, that texts in quotes or blocks go on over: whatever opens them is text."""

    def next(self) -> Any:
        """The next event of the parser; no more once there were too many."""
        self.event = self.parser.get_event()
        self.count += 1
        if self.count > MAX_VALUES:
            message = (
                "tệp có quá nhiều mục; hãy xem lại có chép nhầm không, hoặc tách bớt danh sách."
            )
            self.refuse(self.event.start_mark, message, "yaml-size")
            raise Stopped
        return self.event

    def refuse(self, mark: Any, message: str, rule: str) -> None:
        """Tell a fault at a mark (line and column from 0); no more once there were too many."""
        place = Place(self.label, mark.line + 1, mark.column + 1)
        if len(self.findings) + 1 == LIMIT:
            self.findings.append(Finding(place, MORE, rule))
            raise Stopped
        self.findings.append(Finding(place, message, rule))

    def document(self) -> YamlFile | None:
        """The whole file; None when it holds nothing or more than one document."""
        self.next()  # the start of the stream
        if isinstance(self.next(), yaml.DocumentStartEvent):
            value, spot = self.read(0)
            self.next()  # the end of the document
            if not isinstance(self.next(), yaml.StreamEndEvent):
                message = "tệp chỉ được có một phần; hãy xóa dòng --- ở giữa tệp."
                self.refuse(self.event.start_mark, message, "yaml-documents")
                return None
            if value is not None or self.findings:
                return YamlFile(self.label, value, spot, self.lines)
        message = "tệp trống; hãy điền nội dung hoặc lấy lại từ bản trước."
        self.findings.append(Finding(Place(self.label), message, "file-empty"))
        return None

    def read(self, depth: int) -> tuple[Any, Spot]:
        """The value that starts with the next event, and where it stands."""
        event = self.next()
        mark = event.start_mark
        if depth > MAX_DEPTH:
            message = (
                f"các mục lồng nhau quá {MAX_DEPTH} bậc; hãy xem lại thụt dòng, "
                "hoặc chỗ này có thừa dấu ngoặc [ hay {."
            )
            self.refuse(mark, message, "yaml-depth")
            raise Stopped
        decorated = self.decorated(event)
        value: Any = None
        held: Any = None
        if isinstance(event, yaml.ScalarEvent):
            value = self.scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            value, held = self.sequence(depth)
        elif isinstance(event, yaml.MappingStartEvent):
            value, held = self.mapping(depth)
            if event.flow_style and self.is_unquoted_text(event, value):
                value = UNREAD
        return (self.decoration(event, value) if decorated else value), Spot(
            mark.line, mark.column, held
        )

    def decorated(self, event: Any) -> bool:
        """True, and told, when YAML's & * ! stand before a value: they are not used here."""
        if event.anchor is not None:
            sign, rule = ("*" if isinstance(event, yaml.AliasEvent) else "&"), "yaml-alias"
        elif getattr(event, "tag", None) is not None:
            sign, rule = "!", "yaml-tag"
        else:
            return False
        mark = event.start_mark
        typed = self.lines[mark.line][mark.column :].split(" ")[0]
        message = (
            f"{quote(typed, 40)}: giá trị không được mở đầu bằng dấu «{sign}»; nếu đó là chữ thì đặt "
            "cả giá trị trong ngoặc kép, nếu không thì xóa đi và viết hẳn giá trị ra."
        )
        self.refuse(mark, message, rule)
        return True

    def decoration(self, event: Any, value: Any) -> Any:
        """The value behind such a sign: not to be trusted."""
        return UNREAD

    def is_unquoted_text(self, event: Any, value: dict[str, Any]) -> bool:
        """True, and told, when what YAML takes for a group is a text: {conference.year}."""
        if not value or not all(_is_reference(*pair) for pair in value.items()):
            return False
        typed = ", ".join(value)
        message = f'giá trị mở đầu bằng dấu «{{» phải đặt trong ngoặc kép: "{{{typed}}}".'
        self.refuse(event.start_mark, message, "yaml-braces")
        return True

    def scalar(self, event: Any) -> Any:
        """The value of a word or text, quoted or not."""
        if event.style == '"':
            self.escaped(event)
        start, end = event.start_mark, event.end_mark
        if event.style:  # quoted or block text is kept as typed
            self.quoted.update(range(start.line + 1, end.line + 1))
            return event.value
        unread = False
        if self.may_swallow or end.line > start.line or event.value[:1] in silent.WORTH_A_LOOK:
            for loss in silent.losses(self.lines, start, end, event.value):
                self.lost(loss)
                unread |= loss.rule == "yaml-quotes"
        return UNREAD if unread else self.plain(event)

    def lost(self, loss: silent.Loss) -> None:
        """Tell what YAML would drop."""
        self.refuse(*loss)

    def plain(self, event: Any) -> Any:
        """The value of an unquoted word."""
        value = read_plain(event.value)
        if isinstance(value, Refused):
            self.refuse(event.start_mark, f"{quote(event.value, 40)}: {value.advice}", "yaml-value")
            return UNREAD
        return value

    def escaped(self, event: Any) -> None:
        r"""Letters written as \u1ea1 would go round every look at letters: only \" and \\ may stand."""
        start, end = event.start_mark, event.end_mark
        lines = self.lines[start.line : end.line + 1]
        lines[-1] = lines[-1][: end.column]
        lines[0] = " " * start.column + lines[0][start.column :]
        for number, line in enumerate(lines, start=start.line):
            if found := re.search(r'(?<!\\)(?:\\\\)*(\\[^"\\])', line):
                message = (
                    f"{quote(found[1])}: trong ngoặc kép không viết ký tự bằng mã có dấu \\; "
                    "hãy gõ thẳng ký tự."
                )
                self.refuse(Spot(number, found.start(1)), message, "yaml-escape")

    def sequence(self, depth: int) -> tuple[list[Any], list[Spot]]:
        """The values of a list and where each stands."""
        values, spots = [], []
        while not isinstance(self.parser.peek_event(), yaml.SequenceEndEvent):
            value, spot = self.read(depth + 1)
            values.append(value)
            spots.append(spot)
        self.next()
        return values, spots

    def mapping(self, depth: int) -> tuple[dict[str, Any], dict[str, tuple[Spot, Spot]]]:
        """The values of a group by key, and where each key and its value stand."""
        values: dict[str, Any] = {}
        spots: dict[str, tuple[Spot, Spot]] = {}
        repeated: list[tuple[str, Spot]] = []
        while not isinstance(self.parser.peek_event(), yaml.MappingEndEvent):
            key, key_spot = self.key(depth)
            value, spot = self.read(depth + 1)
            if key is None:
                values.setdefault(LOST, UNREAD)
            elif key in spots:
                repeated.append((key, key_spot))
            else:
                values[key], spots[key] = value, (key_spot, spot)
        self.next()
        if repeated:
            # Who knows which of the two is meant?
            values[LOST] = UNREAD
            key, key_spot = repeated[0]
            message = f"mục {quote(key, 40)} lặp lại (đã có ở dòng {spots[key][0].line + 1})"
            if len(repeated) > 1:
                keys = ", ".join(key for key, _ in repeated[1:6])
                message += f", sau đó lại có {keys}; có lẽ thiếu dòng «- id: …» mở đầu mục mới."
            else:
                message += "; hãy giữ một, xóa một."
            self.refuse(key_spot, message, "yaml-repeated-key")
        return values, spots

    def key(self, depth: int) -> tuple[str | None, Spot]:
        """The name of an entry, and where it stands; no name when it is no plain word."""
        event: Any = self.parser.peek_event()
        mark = event.start_mark
        if isinstance(event, yaml.ScalarEvent) and event.value != "<<":
            self.next()
            if not event.style and (typed := silent.bullet(event.value)):
                end: Any = event.end_mark
                typed = f"{typed}{self.lines[end.line][end.column :]}"
                shown = quote(self.lines[mark.line].strip(), 60)
                self.refuse(mark, f"{shown}: {silent.bullet_advice(typed)}", "yaml-structure")
            key = None if self.decorated(event) else event.value
            return key, Spot(mark.line, mark.column)
        message = (
            f"{quote(self.lines[mark.line][mark.column :], 40)}: tên mục phải là một chữ đơn giản, "
            "ví dụ: title."
        )
        self.refuse(mark, message, "yaml-key")
        if isinstance(event, yaml.ScalarEvent):
            self.next()
            return None, Spot(mark.line, mark.column)
        return None, self.read(depth + 1)[1]


def _is_reference(key: str, value: Any) -> bool:
    return value is None and "." in key
