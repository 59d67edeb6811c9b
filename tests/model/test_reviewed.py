"""A practice beside what it was about."""

from pmpath.model.reviewed import Earlier, ReviewedPractice
from practice import practiced, type_of


def test_a_practice_alone_has_nothing_before_it_and_no_story() -> None:
    one = type_of("estimation")
    reviewed = ReviewedPractice(practiced("estimation"), one, one.questions[0], None)
    assert (reviewed.before, reviewed.story) == (None, None)
    assert Earlier(practiced(), None).look is None
