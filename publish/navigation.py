"""Two mkdocs.yml that may differ in `nav` alone: what editors may change of the settings."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

_MOST_BYTES, _DEEPEST = 64 << 10, 12


def nav_alone(name: str, old: bytes, new: bytes) -> Iterator[str]:
    """Whether two settings differ in `nav` alone, and that is plain text, lists and titles.

    What is compared are the nodes as YAML reads them, tags included: nothing is made of them, so that no
    tag can do anything, and no spelling hides one.
    """
    wrong = f"{name}:%d:1: lỗi: %s [push-role]"
    if len(new) > _MOST_BYTES:
        yield wrong % (1, "tệp lớn quá 64 kB.")
        return
    try:
        text = new.decode("utf-8")
        depth = 0
        for event in yaml.parse(text, yaml.SafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            mark = event.start_mark
            line = mark.line + 1 if mark else 1
            if depth > _DEEPEST:
                yield wrong % (line, "các mục lồng nhau quá sâu.")
                return
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                yield wrong % (line, "không dùng dấu & và * của YAML ở đây.")
                return
        before, after = _keys(old.decode("utf-8")), _keys(text)
    except (yaml.YAMLError, UnicodeError, ValueError):
        yield wrong % (1, "không đọc được; hãy lấy lại bản trước rồi sửa riêng mục nav.")
        return
    nav = after.pop("nav", None)
    before.pop("nav", None)
    if nav is not None and (line := _tagged(nav)):
        yield wrong % (line, "mục nav chỉ gồm tên trang và tên tệp, không dùng dấu ! của YAML.")
    for key in sorted(before.keys() | after.keys()):
        if (key in before) != (key in after) or not _same(before[key], after[key]):
            node = after.get(key)
            line = node.start_mark.line + 1 if node else 1
            told = f"biên tập viên chỉ được sửa mục nav, không sửa mục «{key[:40]}»."
            yield wrong % (line, told)


def _keys(text: str) -> dict[str, yaml.Node]:
    """The values of the settings by their keys; ValueError when one is there twice, or is no text."""
    root = yaml.compose(text, yaml.SafeLoader)
    if not isinstance(root, yaml.MappingNode):
        raise ValueError
    found: dict[str, yaml.Node] = {}
    for key, value in root.value:
        if not isinstance(key, yaml.ScalarNode) or key.tag != "tag:yaml.org,2002:str":
            raise ValueError
        if key.value in found:
            raise ValueError
        found[key.value] = value
    return found


def _same(one: yaml.Node, other: yaml.Node) -> bool:
    if type(one) is not type(other) or one.tag != other.tag:
        return False
    if isinstance(one, yaml.ScalarNode):
        return bool(one.value == other.value)
    if len(one.value) != len(other.value):
        return False
    if isinstance(one, yaml.MappingNode):
        return all(
            _same(a, c) and _same(b, d)
            for (a, b), (c, d) in zip(one.value, other.value, strict=True)
        )
    return all(_same(a, b) for a, b in zip(one.value, other.value, strict=True))


_PLAIN = frozenset(
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "seq", "map", "int", "float", "null", "bool", "timestamp")
)


def _tagged(node: yaml.Node) -> int:
    """The line of the first node that is more than text, list or mapping; 0 when there is none."""
    if node.tag not in _PLAIN:
        return int(node.start_mark.line) + 1
    below = node.value if isinstance(node.value, list) else []
    for part in below:
        for one in part if isinstance(part, tuple) else (part,):
            if line := _tagged(one):
                return line
    return 0
