"""The folder of a publishing server: what lies where in it, and its settings."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

SETTINGS = "publish.toml"
EVERYONE, STAFF = "everyone", "staff"
"""The two sites of a release, and their folders in it."""


class WrongHome(Exception):
    """A folder that is no publishing server, or settings that cannot be read; the message is Vietnamese."""


class Refused(Exception):
    """What was pushed cannot be taken or shown; the message is in Vietnamese, a line each thing."""


@dataclass(frozen=True)
class Limits:
    """What one step of a build may use."""

    seconds: int = 300
    memory_mb: int = 2048
    file_mb: int = 128
    processes: int = 64


@dataclass(frozen=True)
class Web:
    """How nginx serves the site."""

    listen: str = "80"
    staff_listen: str = "8080"
    """The staff's site, with the previews, is a server of its own."""
    name: str = "_"
    staff_name: str = "_"
    certificate: str = ""
    certificate_key: str = ""
    redirect_from: str = ""
    """With a certificate: where plain http is sent on to https."""
    staff_allow: tuple[str, ...] = ("127.0.0.1", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
    staff_passwords: str = ""
    """A file of names and passwords, as `htpasswd` writes it; "" asks for none."""


@dataclass(frozen=True)
class Settings:
    """What publish.toml says."""

    python: str
    """The Python that runs the hooks and the builds: one with what requirements.txt names."""
    requirements: str = ""
    """The requirements.txt it was made from, as git names its content; "" asks for none."""
    dossier: str = "."
    branch: str = "main"
    keep: int = 5
    """So many releases stay reachable."""
    site: str = ""
    """Where readers open the site, for the messages; and where the staff does, with the previews."""
    staff_site: str = ""
    build_user: str = "nobody"
    """Who builds when the hooks run as root; else they build as who they are."""
    scripts: tuple[str, ...] = ()
    """The inline scripts of the code that nginx lets run, each by its hash."""
    limits: Limits = field(default_factory=Limits)
    web: Web = field(default_factory=Web)


@dataclass(frozen=True)
class Home:
    """A publishing server's folder."""

    root: Path

    @property
    def repository(self) -> Path:
        """The bare repository people push to."""
        return self.root / "repository.git"

    @property
    def programs(self) -> Path:
        """The code of the hooks, a folder for each state of it; they come by `init` alone, never by a push."""
        return self.root / "programs"

    @property
    def program(self) -> Path:
        """A link to the one that runs."""
        return self.root / "program"

    @property
    def command(self) -> Path:
        """What hooks, keys and administrators call."""
        return self.root / "bin" / "publish"

    @property
    def releases(self) -> Path:
        """Finished sites, each in a folder named by its commit."""
        return self.root / "releases"

    @property
    def current(self) -> Path:
        """The one link that says which release is shown."""
        return self.root / "current"

    @property
    def previews(self) -> Path:
        """A link for each proposed change, to its site in `preview-sites`."""
        return self.root / "previews"

    @property
    def preview_sites(self) -> Path:
        """The sites of proposed changes."""
        return self.root / "preview-sites"

    @property
    def work(self) -> Path:
        """Where builds happen; nothing in it outlives one."""
        return self.root / "scratch"

    @property
    def journal(self) -> Path:
        """What was shown when, and by whom."""
        return self.root / "journal.jsonl"

    @property
    def lock(self) -> Path:
        """Held by a push from its check to its end, and by the commands that change what is shown."""
        return self.root / "lock"

    @property
    def keys(self) -> Path:
        """Who may push: one line of sshd's a key."""
        return self.root / "authorized_keys"

    @property
    def web(self) -> Path:
        """What nginx is told: its configuration and its pages for errors."""
        return self.root / "web"

    @property
    def settings_file(self) -> Path:
        """publish.toml."""
        return self.root / SETTINGS

    def settings(self) -> Settings:
        """Read publish.toml.

        Raises:
            WrongHome: it is not there, or says something else than settings.
        """
        try:
            said = tomllib.loads(self.settings_file.read_text("utf-8"))
            limits = Limits(**said.pop("limits", {}))
            said["scripts"] = tuple(said.get("scripts", ()))
            web = said.pop("web", {})
            web["staff_allow"] = tuple(web.get("staff_allow", Web.staff_allow))
            return Settings(**said, limits=limits, web=Web(**web))
        except FileNotFoundError:
            message = f"{self.root}: chưa phải thư mục xuất bản; hãy chạy lệnh init trước."
            raise WrongHome(message) from None
        except (tomllib.TOMLDecodeError, TypeError, UnicodeError) as error:
            raise WrongHome(f"{self.settings_file}: không đọc được ({error}).") from error
