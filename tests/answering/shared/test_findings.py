from pmflash.answering.shared.closeness import stated
from pmflash.answering.shared.findings import finding


def test_a_right_number_leaves_nothing_to_say() -> None:
    found = finding("155k", stated("155000", "$"))
    assert found.is_right
    assert found.remark == ""


def test_a_number_takes_the_unit_of_the_one_beside_it() -> None:
    right = stated("155000", "$")
    assert finding("155", right, beside="180k").is_right
    assert finding("155000", right, beside="180k").is_right
    assert not finding("155", right, beside="something").is_right


def test_a_remark_shows_no_more_than_the_start_of_a_long_unit() -> None:
    remark = finding("3", stated("4", "units " * 1000)).remark
    assert len(remark) < 120
