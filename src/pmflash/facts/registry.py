"""Every fact kind. Add one: write one module, add one line here."""

from pmflash.facts.allocation import Allocation
from pmflash.facts.band import Band
from pmflash.facts.base import Fact
from pmflash.facts.basic import Basic
from pmflash.facts.cloze import Cloze
from pmflash.facts.comparison import Comparison
from pmflash.facts.contrast import Contrast
from pmflash.facts.decision import Decision
from pmflash.facts.figure import Figure
from pmflash.facts.formula import Formula
from pmflash.facts.framework import Framework
from pmflash.facts.list import List
from pmflash.facts.matrix import Matrix
from pmflash.facts.raci import Raci
from pmflash.facts.script import Script
from pmflash.facts.story import Story
from pmflash.facts.term import Term
from pmflash.facts.timeline import Timeline

DEFAULT_KIND = Basic.kind_name

FACT_KINDS: tuple[type[Fact], ...] = (
    Basic,
    Cloze,
    Term,
    Framework,
    Matrix,
    Raci,
    Timeline,
    Band,
    Figure,
    Allocation,
    List,
    Contrast,
    Script,
    Decision,
    Story,
    Formula,
    Comparison,
)

KIND_BY_NAME: dict[str, type[Fact]] = {kind.kind_name: kind for kind in FACT_KINDS}
