"""Every rule across facts. Add one: write one module, add one line here."""

from pmflash.compiler.auditing.base import Rule
from pmflash.compiler.auditing.bonus_cap import BonusCap
from pmflash.compiler.auditing.difference import Difference
from pmflash.compiler.auditing.premium import Premium
from pmflash.compiler.auditing.rounds_and_stages import RoundsAndStages
from pmflash.compiler.auditing.share_of_valuation import ShareOfValuation
from pmflash.compiler.auditing.two_values import TwoValues

RULES: tuple[Rule, ...] = (
    ShareOfValuation(),
    Premium(),
    Difference(),
    RoundsAndStages(),
    BonusCap(),
    TwoValues(),
)
