"""Under which licences a package may be used, and where its data came from: kept as JSON beside the claims."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.claims.package.datapackage import Descriptor
    from bot.claims.package.datapackage import Licence as Written


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence by its name, with the address of its text."""

    title: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where data of the package came from, and under which licences."""

    title: str
    url: str | None = None
    version: str | None = None
    licences: tuple[Licence, ...] = ()


@dataclass(frozen=True, slots=True)
class Terms:
    """The licences of the package itself, and its origins."""

    licences: tuple[Licence, ...] = ()
    origins: tuple[Origin, ...] = ()


def terms_of(head: Descriptor) -> str:
    """What a package says of itself, as it is kept."""
    origins = (
        Origin(source.title, _address(source.path), source.version, _licences(source.licenses))
        for source in head.sources
    )
    return json.dumps(asdict(Terms(_licences(head.licenses), tuple(origins))), ensure_ascii=False)


def terms_from(kept: str | None) -> Terms:
    """What was kept; nothing where the database was loaded by a program that kept nothing of it."""
    said: Mapping[str, Any] = json.loads(kept or "{}")
    origins = (Origin(**origin | {"licences": _read(origin["licences"])}) for origin in said.get("origins", ()))
    return Terms(_read(said.get("licences", ())), tuple(origins))


def _licences(written: Iterable[Written]) -> tuple[Licence, ...]:
    return tuple(Licence(licence.title or licence.name, _address(licence.path)) for licence in written)


def _read(licences: Iterable[Mapping[str, Any]]) -> tuple[Licence, ...]:
    return tuple(Licence(**licence) for licence in licences)


def _address(path: str | None) -> str | None:
    """The path where it is an address: a file of the package is none that a reader could open."""
    return path if path and path.startswith(("https://", "http://")) else None
