from tools.bench_measures import Group, Line, Samples, measured


def test_contestants_take_turns_after_one_round_of_warming_up() -> None:
    calls: list[str] = []

    def contestant(name: str, milliseconds: float) -> Samples:
        calls.append(name)
        return {"ms": (milliseconds,)}

    group = Group(
        {"a": lambda: contestant("a", 6.0), "b": lambda: contestant("b", 3.0)},
        (Line("a by b", "a", floor="b", aim=1.5),),
    )
    (row,) = measured(group, runs=2)
    assert "".join(calls) == "ababab"
    assert (row.samples, row.floor, row.verdict) == ((6.0, 6.0), (3.0, 3.0), "over")


def test_a_percentile_is_taken_of_the_samples_of_all_runs() -> None:
    runs = iter(((1.0, 2.0), (9.0, 3.0)))
    group = Group(
        {"a": lambda: {"ms": next(runs)}},
        (Line("half", "a", share=0.5),),
        warms_up=False,
    )
    (row,) = measured(group, runs=2)
    assert row.samples == (2.0,)
