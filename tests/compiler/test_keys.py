from pmflash.compiler.keys import Keys, Written, checked_keys


def slugs(written: Written) -> tuple[Keys, list[str]]:
    keys, problems = checked_keys(written)
    return keys, [problem.slug for problem in problems]


def test_an_action_may_have_several_keys() -> None:
    keys = {"undo": ("u", "ctrl+y"), "help": ("?",)}
    named = {"undo": ("u", "ctrl+y"), "help": ("question_mark",)}
    assert slugs(keys) == (named, [])


def test_two_actions_may_change_places() -> None:
    keys = {"undo": ("b",), "bury": ("u",)}
    assert slugs(keys) == (keys, [])


def test_a_key_may_do_other_things_on_other_screens() -> None:
    keys = {"reset": ("b",)}
    assert slugs(keys) == (keys, [])


def test_the_change_is_what_clashes_with_a_key_that_is_there() -> None:
    _, problems = checked_keys({"undo": ("b",)})
    assert [problem.where for problem in problems] == [("keys", "undo")]


def test_a_wrong_key_leaves_its_action_and_all_others_as_they_were() -> None:
    written = {"bury": ("x",), "undo": ("b", "nonsense")}
    assert slugs(written) == ({"bury": ("x",)}, ["unknown-key"])


def test_room_that_is_not_made_after_all_is_not_taken() -> None:
    written = {"bury": ("blub",), "undo": ("b",)}
    assert slugs(written) == ({}, ["unknown-key", "shared-key"])


def test_a_key_that_reveals_or_rates_cannot_be_given_away() -> None:
    for key in ("space", "enter", "escape", "3", " "):
        assert slugs({"undo": (key,)}) == ({}, ["fixed-key"])
