"""Every rule for good cards. Add one: write one module, add one line here."""

from pmflash.compiler.linting.answer_in_prompt import AnswerInPrompt
from pmflash.compiler.linting.base import Rule
from pmflash.compiler.linting.hides_half import HidesHalf
from pmflash.compiler.linting.long_answer import LongAnswer
from pmflash.compiler.linting.long_list import LongList
from pmflash.compiler.linting.no_context import NoContext
from pmflash.compiler.linting.no_unit import NoUnit
from pmflash.compiler.linting.same_front import SameFront
from pmflash.compiler.linting.yes_no_question import YesNoQuestion

RULES: tuple[Rule, ...] = (
    AnswerInPrompt(),
    SameFront(),
    LongList(),
    NoUnit(),
    NoContext(),
    LongAnswer(),
    YesNoQuestion(),
    HidesHalf(),
)
