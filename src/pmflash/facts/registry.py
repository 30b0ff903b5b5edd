"""Every fact kind. Add one: write one module, add one line here."""

from pmflash.facts.base import Fact
from pmflash.facts.basic import Basic

DEFAULT_KIND = Basic.kind_name

FACT_KINDS: tuple[type[Fact], ...] = (Basic,)

KIND_BY_NAME: dict[str, type[Fact]] = {kind.kind_name: kind for kind in FACT_KINDS}
