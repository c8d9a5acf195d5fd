"""What the models refuse, said in Vietnamese: what stands there, what was expected, what to type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from conference.findings import LIMIT, Finding, did_you_mean, near, quote
from conference.loading.meant import amount_meant, moment_meant, number_meant
from conference.loading.moved import KEYS as MOVED_KEYS
from conference.loading.salvage import Lost
from conference.loading.spots import YamlFile
from conference.models.record import ID_PATTERN, Record, records_in, typed_as
from conference.models.values import (
    DAY_NAME_PATTERN,
    ENDING_PATTERN,
    NUMBER_PATTERN,
    PERIOD_PATTERN,
    SYMBOL_PATTERN,
    TAG_COUNT,
    TAG_DAY,
    TAG_OPEN,
    TAG_VALUE,
    TAGS,
    Open,
)

_GROUP = "cần các mục con; xuống dòng, thụt vào hai dấu cách rồi viết «tên: giá trị»."
_ADVICE: dict[str, str] = {
    "string_type": "cần chữ; hãy viết chữ vào đây.",
    "int_type": "cần một số viết bằng chữ số, ví dụ: 8.",
    "bool_type": "cần true hoặc false, không ngoặc kép.",
    "list_type": "cần một danh sách; mỗi mục một dòng bắt đầu bằng «- ».",
    "model_type": _GROUP,
    "dict_type": _GROUP,
    "date_type": "cần ngày viết ngày/tháng/năm, ví dụ: 22/12/2022.",
    "time_type": "cần giờ viết như 7h30.",
}

PATTERNS = {
    ID_PATTERN: "mã chỉ gồm chữ thường không dấu, số và gạch ngang, ví dụ: ubnd-huyen.",
    ENDING_PATTERN: "chỉ được gồm dấu câu, ví dụ: «;» hoặc «.».",
    SYMBOL_PATTERN: "ký hiệu chỉ gồm chữ hoa, ngăn bằng dấu / hoặc -, ví dụ: KH/HU.",
    DAY_NAME_PATTERN: "cần tên của một ngày, ví dụ: conference.date.",
    PERIOD_PATTERN: "cần hai năm nối bằng gạch ngang, ví dụ: 2026-2031.",
    NUMBER_PATTERN: "cần đủ số và ký hiệu, viết liền, ví dụ: 224-QĐ/HU.",
}
"""Pattern of a model → what to type; a test asks that every pattern has its advice."""

_PATTERNED = {"period": PERIOD_PATTERN, "number": NUMBER_PATTERN}
"""Keys whose values are words of such a pattern: a number typed there is no such word in quotes either."""

_OTHER_FORM = "viết chưa đúng dạng; hãy viết như các mục cùng loại."
_DECIMAL = re.compile(r"[-+]?[0-9]+[.,][0-9]+%?")

Loc = tuple[str | int, ...]


_NO_DATE = (
    "chưa định được một ngày thì ghi như {week: 2, month: 9, year: 2030}, {month: 9, year: 2030}, "
    "{no_later_than: 30/9/2030} hoặc {working_days: 5, before: conference.date}"
)


def explain(error: ValidationError, model: type[Record], file: YamlFile) -> Iterator[Finding]:
    """One finding for each thing the model refused, at the line where it stands.

    Args:
        error: What pydantic says of the file.
        model: The model of the whole file.
        file: The file, which knows where each value stands.

    Yields:
        Findings of the rules unknown-key, missing-key and wrong-value; none for what the reader of
        the file has told already, nor for what only follows from a misspelt key.
    """
    faults = error.errors(include_url=False)
    meant = _meant(faults, model)
    for fault in faults:
        loc, kind = fault["loc"], fault["type"]
        path = tuple(step for step in loc if step not in TAGS)
        name = str(path[-1]) if path else ""
        if isinstance(fault["input"], Lost) or _follows(fault, meant):
            continue  # told already
        if kind == "extra_forbidden":
            known, moved = _keys_at(model, loc[:-1]), _moved_to(model, loc)
            hint = f" Mục này nay ghi ở {moved}." if moved else did_you_mean(name, known)
            message = f"không có mục {quote(name, 40)} ở đây.{hint} Các mục dùng được: {', '.join(known)}."
            yield Finding(file.at(path, key=True), message, "unknown-key")
        elif kind == "missing":
            field = _record_at(model, loc[:-1]).model_fields.get(name)
            hint = f" ({field.title}: {field.description})" if field else ""
            message = f"thiếu mục {quote(name)}{hint} Hãy thêm dòng «{name}: …»."
            yield Finding(file.at(path), message, "missing-key")
        elif kind == "value_error":  # our own, which already says what stands there
            message = f"{_called(path)}: {fault['ctx']['error']}."
            if loc[-1:] == (TAG_DAY,):
                meant_day = moment_meant(str(fault["input"]).strip())
                typed = quote(str(fault["input"]))
                if meant_day:
                    message = f"{_called(path)}: {typed} chưa viết đúng cách; hãy viết {meant_day}."
                elif not any(sign in typed for sign in "/-."):
                    message = f"{message[:-1]}; {_NO_DATE}."
            yield Finding(file.at(path), message, "wrong-value")
        else:
            message = f"{_called(path)} đang là {_show(fault['input'])}: {_advice(fault)}"
            yield Finding(file.at(path), message, "wrong-value")


def _meant(faults: list[Any], model: type[Record]) -> dict[tuple[Loc, str], str]:
    """Which key a misspelt one was meant to be: (the record's place, the meant key) → the typed."""
    meant: dict[tuple[Loc, str], str] = {}
    for fault in faults[:LIMIT]:
        loc = fault["loc"]
        if fault["type"] == "extra_forbidden" and not _moved_to(model, loc):
            for key in near(str(loc[-1]), _keys_at(model, loc[:-1])):
                meant[loc[:-1], key] = str(loc[-1])
    return meant


def _follows(fault: Any, meant: dict[tuple[Loc, str], str]) -> bool:
    """True when a misspelt key is the reason of this fault, and is told already.

    `staded: 20` is one slip, not also a missing `stated`; under a misspelt `open` all else is off.
    """
    record, name = fault["loc"][:-1], str(fault["loc"][-1]) if fault["loc"] else ""
    if fault["type"] == "missing" and (record, name) in meant:
        return True
    return meant.get((record, "open"), name) != name


def _called(path: tuple[str | int, ...]) -> str:
    """What the message calls the value: its key, or its rank in the list under a key."""
    if not path:
        return "cả tệp"
    if isinstance(path[-1], int):
        return f"mục thứ {path[-1] + 1} của {quote(path[-2])}" if path[1:] else "mục này"
    return quote(path[-1])


def _advice(fault: Any) -> str:
    kind, value, context = fault["type"], fault["input"], fault.get("ctx", {})
    if kind == "string_type" and isinstance(value, dict):
        pair = next(((k, v) for k, v in value.items() if isinstance(v, str)), ("Báo cáo", "…"))
        typed = ": ".join(pair)[:60]
        return f'cần chữ; nếu trong chữ có dấu hai chấm thì đặt cả trong ngoặc kép: "{typed}".'
    if kind == "string_type" and fault["loc"][-1] in _PATTERNED:
        return PATTERNS[_PATTERNED[fault["loc"][-1]]]
    if kind == "string_type" and isinstance(value, int):
        return f'cần chữ; nếu đúng là vậy thì đặt trong ngoặc kép: "{_typed(value)}".'
    if kind == "int_type" and isinstance(value, str):
        typed = value.strip()
        if fault["loc"][-1] == TAG_COUNT and (amount := amount_meant(typed)):
            return f"cần một số; hãy viết {amount}."
        return _number_advice(
            typed.removesuffix("%") if str(fault["loc"][-1]).endswith("percent") else typed
        )
    if isinstance(value, dict) and fault["loc"][-1:] == (TAG_VALUE,):
        hint = next((hint for key in value if (hint := did_you_mean(key, ["open"]))), "")
        return f"cần một giá trị, hoặc mục con open nếu chưa chốt.{hint}"
    if kind == "literal_error":
        choices = context["expected"].replace(" or ", ", ").replace("'", "")
        return f"chỉ được viết một trong các chữ: {choices}."
    if kind == "string_pattern_mismatch":
        return PATTERNS.get(context.get("pattern", ""), _OTHER_FORM)
    if kind in ("too_short", "string_too_short"):
        if isinstance(value, str):
            return "không được để trống; hãy điền chữ."
        if value:
            return f"cần ít nhất {context['min_length']} mục; hãy thêm cho đủ."
        return "danh sách không được trống; hãy thêm ít nhất một mục."
    if kind in ("too_long", "string_too_long"):
        if isinstance(value, str):
            return f"dài quá {context['max_length']} chữ; hãy rút gọn."
        return f"nhiều quá {context['max_length']} mục; hãy bớt đi."
    if kind.startswith("greater_than"):
        return f"số phải từ {context.get('ge', context.get('gt'))} trở lên."
    if kind.startswith("less_than"):
        return f"số không được quá {context.get('le', context.get('lt'))}."
    return _ADVICE.get(
        kind, "giá trị không đúng loại; hãy xem các mục cùng loại hoặc trang hướng dẫn."
    )


def _number_advice(typed: str) -> str:
    """What to type for a text that stands in the place of a whole number.

    Thousands parted in groups of three are joined; what stands behind a decimal comma is never
    drawn into the number: 1.500 is 1500, 8,0 is not 80.
    """
    digits = number_meant(typed)
    if not digits:
        decimal = _DECIMAL.fullmatch(typed)
        return (
            "ở đây chỉ ghi số nguyên, không ghi phần lẻ; hãy ghi số đếm được, ví dụ: 8."
            if decimal
            else _ADVICE["int_type"]
        )
    return f"cần một số; hãy viết liền, không ngoặc kép: {digits}."


def _typed(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _show(value: Any) -> str:
    if value is None or value == "":
        return "trống"
    if isinstance(value, dict):
        return "một nhóm mục con"
    if isinstance(value, list):
        return "một danh sách"
    return quote(_typed(value))


def _keys_at(model: type[Record], loc: tuple[str | int, ...]) -> list[str]:
    """The keys an editor may type at `loc`."""
    keys = [typed_as(*field) for field in _record_at(model, loc).model_fields.items()]
    return [*keys, "open"] if TAG_VALUE in loc[-2:] else keys


def _moved_to(model: type[Record], loc: Loc) -> str:
    """The file where a key that was once at `loc` is written now; "" when there never was one."""
    return MOVED_KEYS.get(_record_at(model, loc[:-1]), {}).get(str(loc[-1]), "")


def _record_at(model: type[Record], loc: tuple[str | int, ...]) -> type[Record]:
    """The record that the models expect at `loc`, tags of `OrOpen` included."""
    for step in loc:
        if step == TAG_OPEN:
            model = Open
        elif isinstance(step, str) and step in model.model_fields:
            held = records_in(model.model_fields[step].annotation)
            found = [record for record in held if record is not Open]
            model = found[0] if found else model
    return model
