from tools.bench_home import deck_text

from pmflash.compiler.compile import compile_content
from pmflash.model.source_file import Role, SourceFile


def test_the_deck_is_the_same_every_time() -> None:
    assert deck_text(300) == deck_text(300)


def test_the_deck_has_a_card_for_every_fact_and_no_mistake() -> None:
    source = SourceFile(Role.DECK, "many", "many.yaml", deck_text(300).encode())
    compiled = compile_content([source])
    assert compiled.diagnostics == ()
    assert len(compiled.cards) == 300


def test_no_two_prompts_begin_alike() -> None:
    source = SourceFile(Role.DECK, "many", "many.yaml", deck_text(300).encode())
    prompts = {card.prompt[:40] for card in compile_content([source]).cards}
    assert len(prompts) == 300
