from pathlib import Path

from tools.bench_home import Home, deck_text

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


def test_a_folder_that_is_out_of_the_way_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "home" / "progress" / "state.json"
    file.parent.mkdir(parents=True)
    file.write_text("old")
    with Home(tmp_path).without("progress/state.json"):
        assert not file.exists()
        file.write_text("made again")
    with Home(tmp_path).without("progress"):
        assert not file.parent.exists()
    assert file.read_text() == "old"
