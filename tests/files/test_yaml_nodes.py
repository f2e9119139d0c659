import pytest
import yaml

from maturity.files.yaml_nodes import Source, header_comment

TEXT = """\
# head
a: plain  # behind a
b: >-  # behind the sign
  folded # no comment
  text

c:
  - x # behind x

  # below x
d: {e: 'f # no', g: "h"}   # behind d
"""


def node(source: Source, key: str) -> yaml.Node:
    assert isinstance(source.top, yaml.MappingNode)
    found: yaml.Node = next(value for name, value in source.top.value if name.value == key)
    return found


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("key", "content"),
    [
        ("a", "plain"),
        ("b", ">-  # behind the sign\n  folded # no comment\n  text"),
        ("c", "- x"),
        ("d", "{e: 'f # no', g: \"h\"}"),
    ],
)
def test_a_value_ends_with_its_content(key: str, content: str, newline: str) -> None:
    source = Source(TEXT.replace("\n", newline))
    found = node(source, key)
    assert source.text[found.start_mark.index : source.end(found)] == content.replace("\n", newline)
    assert source.newline == newline


def test_comments_are_told_from_text() -> None:
    source = Source(TEXT)
    assert source.comments(0, len(TEXT)) == [
        "# head", "# behind a", "# behind the sign", "# behind x", "# below x", "# behind d"
    ]  # fmt: skip
    assert source.comments(TEXT.index("b:"), source.end(node(source, "b"))) == ["# behind the sign"]


def test_the_comment_behind_a_sign_is_given_with_its_space() -> None:
    source = Source(TEXT)
    folded, plain = node(source, "b"), node(source, "a")
    assert isinstance(folded, yaml.ScalarNode)
    assert isinstance(plain, yaml.ScalarNode)
    assert header_comment(TEXT, folded) == "  # behind the sign"
    assert header_comment(TEXT, plain) == ""


def test_places_of_a_line() -> None:
    source = Source("a: 1\r\nb: 2")
    assert (source.line_start(7), source.line_end(7)) == (6, 10)
    assert (source.line_start(2), source.line_end(2)) == (0, 4)


def test_a_dash_in_a_comment_is_none() -> None:
    source = Source("a:\n  - x # - y\n  # - z\n  - w\n")
    place = source.text.index("x") + 1
    assert source.dash(place, source.text.index("w")) == source.text.index("- w")
    assert source.dash(0, 1) is None


def test_the_width_is_that_of_the_longest_folded_line() -> None:
    block = "a: >-\n" + "".join(f"  {'word ' * (10 + number)}end\n" for number in range(8))
    assert Source(block).width == max(len(line) for line in block.splitlines())
    assert Source("a: 1").width == 160
    assert Source("").width == 160


def test_signs_outside_the_first_plane_count_as_one() -> None:
    source = Source("a: 🙂\nb: 中\nc: end\n")
    found = node(source, "c")
    assert source.text[found.start_mark.index : source.end(found)] == "end"
