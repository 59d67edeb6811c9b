"""Which texts are about the same as a given one, by the words they share; rare words count for more."""

from collections import Counter
from collections.abc import Mapping
from math import log

MOST_MATCHES = 5
NEAR = 0.5
"""Texts with less than this share of the best one's score are not near."""
LEAST_LETTERS = 4
STEM_LETTERS = 6
"""Words are compared by their first letters, so that their endings do not matter."""
TELLS_NOTHING = frozenset(
    (
        *("about", "after", "also", "because", "been", "before", "between", "could", "does", "each", "from", "have", "into"),
        *("more", "only", "other", "others", "over", "some", "such", "than", "that", "their", "them", "then", "there", "these"),
        *("they", "this", "those", "were", "what", "when", "where", "which", "while", "whom", "whose", "will", "with", "would"),
        *("your", "yours", "yourself"),
    )
)
"""Words that stand in any text."""


def matches(text: str, texts: Mapping[str, str], most: int = MOST_MATCHES) -> list[str]:
    """Return the ids of the texts that share the most telling words with a text, the nearest first; none where none do."""
    wanted = _stems(text)
    known = {name: _stems(one) for name, one in texts.items()}
    spread = Counter(stem for stems in known.values() for stem in stems)
    weights = {stem: log(1 + len(known) / spread[stem]) for stem in wanted if stem in spread}
    scores = {name: sum(weights[stem] for stem in stems & weights.keys()) for name, stems in known.items()}
    least = max(scores.values(), default=0) * NEAR
    near = sorted((name for name, score in scores.items() if score and score >= least), key=lambda name: -scores[name])
    return near[:most]


def _stems(text: str) -> set[str]:
    letters = "".join(char if char.isalnum() else " " for char in text.lower())
    return {word[:STEM_LETTERS] for word in letters.split() if len(word) >= LEAST_LETTERS and word not in TELLS_NOTHING}
