"""The 25 rules of a session in the terminal, each with the tests that prove it."""

import ast
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[2]
IN_TERMINAL = "tui/rules/test_in_a_terminal.py"
REVIEW = "tui/screens/test_review.py"
SUMMARY = "tui/screens/test_summary.py"
BASE = "tui/screens/test_base.py"
SESSION = "study/test_session.py"
HOSTILE = "tui/test_hostile.py"

PROOFS: dict[int, tuple[str, dict[str, tuple[str, ...]]]] = {
    1: (
        "First run to first card in two keys",
        {IN_TERMINAL: ("test_a_new_learner_meets_a_card_and_no_file_is_written",)},
    ),
    2: (
        "pmflash review opens on a card",
        {
            "tui/test_first_paint.py": (
                "test_the_card_stands_there_before_textual_does",
                "test_textual_draws_the_same_cells",
            )
        },
    ),
    3: (
        "Empty states tell the truth and the next step",
        {
            SUMMARY: (
                "test_a_review_with_nothing_due_says_what_comes_next",
                "test_a_search_that_finds_no_card_is_no_finished_day",
            ),
            "tui/screens/test_today.py": (
                "test_a_day_that_is_done_says_when_it_goes_on",
            ),
        },
    ),
    4: (
        "Two keys per card, with no focus",
        {
            REVIEW: ("test_two_keys_rate_a_card", "test_nothing_takes_the_focus"),
            IN_TERMINAL: ("test_five_tabs_take_no_key_away",),
        },
    ),
    5: (
        "The next interval stands under each button",
        {
            "tui/widgets/test_rating_bar.py": (
                "test_what_stands_under_a_button_is_what_will_be_stored",
                "test_a_better_button_never_brings_the_card_back_sooner",
            )
        },
    ),
    6: (
        "No accident can rate",
        {
            IN_TERMINAL: (
                "test_twenty_spaces_of_a_held_key_rate_nothing",
                "test_a_bracketed_paste_of_keys_rates_nothing",
            ),
            REVIEW: (
                "test_a_card_cannot_be_rated_before_its_answer_is_shown",
                "test_a_held_rating_rates_one_card",
            ),
        },
    ),
    7: (
        "No waiting",
        {
            IN_TERMINAL: ("test_eight_keys_in_one_write_rate_four_cards",),
            "tui/test_typed_ahead.py": (
                "test_keys_typed_ahead_are_for_the_screen_that_opens",
            ),
        },
    ),
    8: (
        "u undoes, back to the start of the session",
        {
            REVIEW: ("test_as_many_undos_as_ratings_lead_back_to_the_start",),
            SUMMARY: ("test_the_last_rating_can_be_undone_from_the_summary",),
        },
    ),
    9: (
        "A rating is on disk before the next card is painted",
        {"tui/test_app.py": ("test_a_killed_program_goes_on_with_the_same_card",)},
    ),
    10: (
        "q, Esc, Ctrl+C, SIGTERM and SIGHUP are safe at any moment",
        {
            "tui/test_app.py": ("test_every_way_out_is_safe_in_the_middle_of_a_card",),
            "tui/test_signals.py": (
                "test_a_signal_ends_every_screen_in_good_order",
                "test_a_pause_leaves_the_terminal_to_the_shell_and_comes_back",
            ),
            "tui/test_terminal_gone.py": (
                "test_a_terminal_that_goes_away_ends_every_screen",
            ),
        },
    ),
    11: (
        "Resume exactly",
        {IN_TERMINAL: ("test_a_killed_sitting_goes_on_with_card_drill_and_counts",)},
    ),
    12: (
        "Again comes back in this session",
        {
            IN_TERMINAL: ("test_two_cards_rated_again_do_not_end_the_session",),
            SESSION: ("test_a_missed_card_comes_back_after_five_others",),
        },
    ),
    13: (
        "One header line always answers how much is left",
        {
            IN_TERMINAL: ("test_the_header_tells_what_is_left",),
            REVIEW: ("test_the_counts_fall_by_one_a_passed_card",),
        },
    ),
    14: (
        "Everything that matters fits",
        {
            BASE: ("test_what_matters_fits", "test_a_screen_that_is_too_small_says_so"),
            IN_TERMINAL: ("test_what_matters_is_on_four_sizes_of_terminal",),
        },
    ),
    15: (
        "A resize does nothing but redraw",
        {
            "tui/test_app.py": ("test_a_resize_of_the_terminal_only_redraws",),
            "tui/test_resizes.py": (
                "test_two_hundred_sizes_change_no_screen_and_no_card",
            ),
        },
    ),
    16: (
        "Reveal never moves the question; long cards scroll",
        {
            REVIEW: (
                "test_the_question_stays_where_it_is",
                "test_the_end_of_a_long_answer_can_be_reached",
                "test_a_long_answer_says_how_much_is_below",
            ),
            IN_TERMINAL: ("test_the_question_stays_and_the_sixtieth_line_is_reached",),
        },
    ),
    17: (
        "Card text is text",
        {
            HOSTILE: (
                "test_a_card_is_shown_verbatim",
                "test_today_names_decks_verbatim",
                "test_browse_shows_cards_verbatim",
                "test_problems_name_files_and_fields_verbatim",
                "test_there_are_payloads_of_every_sort",
            )
        },
    ),
    18: (
        "Nothing in a file can drive the terminal",
        {
            HOSTILE: ("test_nothing_in_a_deck_can_drive_the_terminal",),
            "cli/test_hostile.py": ("test_nothing_that_a_command_prints_acts",),
        },
    ),
    19: (
        "No answer before reveal",
        {
            "tui/test_app.py": ("test_no_answer_is_sent_before_it_is_asked_for",),
            REVIEW: ("test_the_answer_is_nowhere_before_it_is_asked_for",),
        },
    ),
    20: (
        "One bad card costs one card",
        {
            "tui/rules/test_bad_files.py": (
                "test_one_bad_file_costs_no_other",
                "test_there_are_twelve_sorts_of_bad_files",
            )
        },
    ),
    21: (
        "Corrupt progress is kept, healed and explained",
        {
            "cli/test_bad_input.py": (
                "test_a_torn_last_line_is_told_and_blocks_nothing",
                "test_a_torn_last_line_costs_that_answer_alone",
                "test_reviews_of_a_newer_pmflash_are_refused_untouched",
            )
        },
    ),
    22: (
        "Two windows cannot hurt each other, and deck files are yours",
        {
            IN_TERMINAL: ("test_two_windows_rate_every_card_once",),
            "tui/test_edits.py": (
                "test_an_edit_from_outside_is_seen_at_the_next_card",
                "test_an_editor_that_replaces_the_file_is_heard_in_a_terminal",
            ),
        },
    ),
    23: (
        "10,000 cards feel like 100",
        {
            "tui/screens/test_browse.py": ("test_only_what_is_in_sight_is_read",),
            "tui/test_looking.py": (
                "test_it_stops_after_a_moment_and_goes_on_where_it_stopped",
            ),
        },
    ),
    24: (
        "The footer tells only what works now, and fits",
        {
            BASE: (
                "test_the_footer_fits_without_cut_words",
                "test_every_key_in_the_footer_does_something",
            )
        },
    ),
    25: (
        "The session ends with facts and a choice",
        {
            SUMMARY: (
                "test_the_figures_equal_the_log",
                "test_enter_leads_to_a_fresh_today",
            )
        },
    ),
}


@cache
def names_in(name: str) -> frozenset[str]:
    tree = ast.parse((TESTS / name).read_text(encoding="utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(node.name for node in tree.body if isinstance(node, functions))


def test_there_are_twenty_five_rules() -> None:
    assert [*PROOFS] == [*range(1, 26)]


@pytest.mark.parametrize("number", PROOFS)
def test_every_rule_has_tests_that_prove_it(number: int) -> None:
    rule, proofs = PROOFS[number]
    assert proofs, rule
    for file, names in proofs.items():
        assert names, rule
        assert {*names} <= names_in(file), rule
