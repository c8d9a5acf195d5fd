"""The measure of growth sees squares where they are, and is content with what is linear."""

from growth import LINEAR, growth


def test_linear_and_square_are_told_apart():
    assert growth(lambda n: sum(range(n)), 100_000) < LINEAR
    assert growth(lambda n: [sum(range(n)) for _ in range(n // 100)], 4_000) > LINEAR
