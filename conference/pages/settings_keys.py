"""What mkdocs.yml may hold: its keys, the kind of value each takes, the settings of the plugins in use."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from types import MappingProxyType
from typing import Any

IS: Mapping[str, tuple[Callable[[Any], bool], str]] = MappingProxyType(
    {
        "text": (lambda value: isinstance(value, str), "cần chữ"),
        "flag": (lambda value: isinstance(value, bool), "cần true hoặc false"),
        "list": (
            lambda value: isinstance(value, list),
            "cần một danh sách; mỗi mục một dòng bắt đầu bằng «- »",
        ),
        "group": (lambda value: isinstance(value, dict), "cần các mục con «tên: giá trị»"),
        "list or group": (
            lambda value: isinstance(value, list | dict),
            "cần một danh sách; mỗi mục một dòng bắt đầu bằng «- »",
        ),
        "text or group": (
            lambda value: isinstance(value, str | dict),
            "cần chữ hoặc các mục con «tên: giá trị»",
        ),
        "address": (
            lambda value: isinstance(value, str) and bool(re.match(r"https?://[^/]|$", value)),
            "cần một địa chỉ mở đầu bằng http:// hoặc https://",
        ),
        "any": (lambda value: True, ""),
    }
)
"""Kind of a value → whether a value is one, and what is needed."""

KEYS: Mapping[str, str] = MappingProxyType(
    {
        "INHERIT": "text",
        "site_name": "text",
        "site_url": "address",
        "site_description": "text",
        "site_author": "text",
        "copyright": "text",
        "repo_url": "address",
        "repo_name": "text",
        "edit_uri": "text",
        "edit_uri_template": "text",
        "docs_dir": "text",
        "site_dir": "text",
        "nav": "list",
        "theme": "text or group",
        "plugins": "list or group",
        "markdown_extensions": "list or group",
        "hooks": "list",
        "watch": "list",
        "extra": "group",
        "extra_css": "list",
        "extra_javascript": "list",
        "extra_templates": "list",
        "validation": "group",
        "exclude_docs": "text",
        "draft_docs": "text",
        "not_in_nav": "text",
        "use_directory_urls": "flag",
        "strict": "flag",
        "dev_addr": "any",
        "remote_branch": "text",
        "remote_name": "text",
    }
)
"""The keys of mkdocs.yml and the kind of value each takes."""


LEVELS = ("warn", "info", "ignore")
VALIDATION: Mapping[str, Collection[str]] = MappingProxyType(
    {
        "nav": ("omitted_files", "not_found", "absolute_links"),
        "links": ("not_found", "anchors", "absolute_links", "unrecognized_links"),
    }
)
"""What MkDocs can be told to look at, and how loudly it speaks."""

PLUGINS: Mapping[str, Collection[str]] = MappingProxyType(
    {
        "macros": (
            *("module_name", "modules", "on_undefined", "on_error_fail", "verbose"),
            *("include_dir", "include_yaml", "force_render_paths"),
        ),
        "search": (
            *("enabled", "lang", "separator", "pipeline", "fields"),
            *("jieba_dict", "jieba_dict_user"),
        ),
        "offline": ("enabled",),
    }
)
"""The settings of the plugins the site is built with; of macros those that leave calls as they are."""

SITE_TEXTS = ("site_name", "site_description", "site_author", "copyright")
"""What MkDocs and its theme show of the settings."""
