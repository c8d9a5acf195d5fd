"""What is wrong in mkdocs.yml: keys MkDocs does not know, values it would stumble over, what pages rest on."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import entry_points

from conference.findings import Finding, did_you_mean, quote
from conference.loading.scalars import Refused
from conference.loading.yaml_settings import Opaque
from conference.pages.settings_keys import IS, KEYS, LEVELS, PLUGINS, SITE_TEXTS, VALIDATION
from conference.pages.settings_layers import VALUE, Layer, Layers, named_groups

KEY = "settings-key"


def wrong_settings(layers: Layers) -> Iterator[Finding]:
    """Find what is wrong in the settings of a site.

    Yields:
        Findings of the rules settings-key, settings-value, and of what YAML would lose.
    """
    for layer in layers.files:
        yield from _keys(layer)
        yield from _lost(layer)
    yield from _fixed(layers)
    yield from _plugins(layers)
    yield from _validation(layers)


def _keys(layer: Layer) -> Iterator[Finding]:
    """Keys MkDocs does not know stop its strict build; values of another kind stop every one."""
    for key, value in layer.values.items():
        if key not in KEYS:
            message = f"không có mục {quote(key, 40)} ở đây.{did_you_mean(key, KEYS)}"
            yield Finding(layer.file.at((key,), key=True), message, KEY)
            continue
        right, needed = IS[KEYS[key]]
        place = layer.file.at((key,))
        if isinstance(value, Refused) and key in SITE_TEXTS:
            yield Finding(place, f"«{key}»: {value.advice}", VALUE)
        elif value is not None and not isinstance(value, Opaque) and not right(value):
            yield Finding(place, f"«{key}»: {needed}.", VALUE)


def _lost(layer: Layer) -> Iterator[Finding]:
    """A text that readers see must not lose its end."""
    shown = {layer.file.at((key,)).line for key in SITE_TEXTS if key in layer.values}
    for loss in layer.losses:
        if loss.spot.line + 1 in shown or loss.rule == "yaml-structure":
            yield Finding(loss.spot.place(layer.file.label), loss.message, loss.rule)


def _fixed(layers: Layers) -> Iterator[Finding]:
    """What the pages of this project rest on."""
    if not layers.value("site_name") and layers.value("site_name") is not False:
        message = "thiếu tên của trang web; hãy thêm dòng «site_name: …», ví dụ: Hồ sơ hội nghị."
        yield Finding(layers.place("site_name"), message, VALUE)
    if layers.value("docs_dir") not in (None, "docs"):
        message = "«docs_dir»: trang nằm ở docs; hãy viết docs."
        yield Finding(layers.place("docs_dir"), message, VALUE)
    if layers.value("use_directory_urls") is not False:
        message = "các trang có tên dạng ke-hoach.html; hãy viết use_directory_urls: false."
        yield Finding(layers.place("use_directory_urls"), message, VALUE)
    theme = layers.value("theme")
    name = theme.get("name") if isinstance(theme, dict) else theme
    if theme is not None and not isinstance(name, Opaque) and name != "material":
        message = "«theme»: giao diện của trang web là material; hãy viết «name: material»."
        yield Finding(layers.place("theme"), message, VALUE)
    extra = layers.value("extra")
    edit_data = extra.get("edit_data") if isinstance(extra, dict) else None
    if edit_data is not None and not isinstance(edit_data, str | Opaque):
        message = "«edit_data»: cần chữ, trong ngoặc kép; không dùng thì viết hai dấu ngoặc kép."
        yield Finding(layers.place("extra", "edit_data"), message, VALUE)


def _plugins(layers: Layers) -> Iterator[Finding]:
    """The plugins that the pages rest on, and the names of their settings."""
    plugins = layers.value("plugins")
    if isinstance(plugins, Opaque):
        return
    given = named_groups(plugins)
    module = given.get("macros", {}).get("module_name")
    if not isinstance(module, str | Opaque):
        message = (
            "thiếu phần mở rộng macros, mục module_name: macros; không có thì các lời gọi trên "
            "trang in ra nguyên như gõ."
        )
        yield Finding(layers.place("plugins"), message, VALUE)
    for name, settings in given.items():
        known = PLUGINS.get(name, ())
        if not known and not _is_installed(name):
            message = (
                f"không có phần mở rộng nào tên là {quote(name, 40)}.{did_you_mean(name, PLUGINS)}"
            )
            yield Finding(layers.name_place(("plugins",), name), message, VALUE)
        for key in settings if known else ():
            if key not in known:
                message = (
                    f"phần mở rộng {name} không có mục {quote(key, 40)}.{did_you_mean(key, known)}"
                )
                yield Finding(layers.name_place(("plugins",), key), message, KEY)


def _is_installed(plugin: str) -> bool:
    """Whether MkDocs would find a plugin, asked only for those the site is not built with."""
    names = {found.name for found in entry_points(group="mkdocs.plugins")}
    return bool(names & {plugin, f"material/{plugin}", plugin.removeprefix("/")})


def _validation(layers: Layers) -> Iterator[Finding]:
    """What MkDocs is told to look at."""
    groups = layers.value("validation")
    for group, keys in groups.items() if isinstance(groups, dict) else ():
        known = VALIDATION.get(group)
        of_group = keys if isinstance(keys, dict) and known else {group: keys}
        allowed = known or {key for names in VALIDATION.values() for key in names}
        for key, level in of_group.items():
            path = ("validation", group, key) if known else ("validation", group)
            if key not in allowed:
                message = f"không có mục {quote(key, 40)} ở đây.{did_you_mean(key, allowed)}"
                yield Finding(layers.name_place(path[:-1], key), message, KEY)
            elif level not in (*LEVELS, "relative_to_docs") and not isinstance(level, Opaque):
                message = f"«{key}»: chỉ được viết một trong các chữ: {', '.join(LEVELS)}."
                yield Finding(layers.place(*path), message, VALUE)
