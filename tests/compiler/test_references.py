from compiler.content import a_deck_of, a_fact, compiled


def test_a_start_does_not_wait_for_guesses_at_hundreds_of_names() -> None:
    facts = (a_fact(f"fact-{n}", f"builds_on: [fakt-{n}]") for n in range(1000))
    helps = [each.help for each in compiled(a_deck_of(*facts)).diagnostics[:100]]
    assert helps[0].startswith("did you mean")
    assert helps[-1].startswith("name a fact by its `id`")
